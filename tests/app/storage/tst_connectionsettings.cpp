// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// On SQLCipher itself, in the right order and in wrong ones: what it ignores without a word is noticed.

#include "app/storage/connectionsettings.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <sqlite3.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

using Access = Database::Access;

class ConnectionSettingsTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;
    sqlite3* m_handle = nullptr;

    void run(const char* sql) { QCOMPARE(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr), SQLITE_OK); }
    void giveKey() {
        const QByteArray key = "PRAGMA key = \"x'" + QByteArray(64, '5') + "'\"";
        run(key.constData());
    }
    static void isRefused(const Result<>& applied, const QString& setting) {
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::DatabaseLibraryUnsuitable);
        QVERIFY2(applied.error().detail.contains(setting), qPrintable(applied.error().detail));
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        const QByteArray path = m_folder.filePath(QLatin1StringView(QTest::currentTestFunction())).toUtf8();
        QCOMPARE(sqlite3_open(path.constData(), &m_handle), SQLITE_OK);
        run("PRAGMA cipher_log_level = NONE");
    }
    void cleanup() { sqlite3_close(m_handle); }

    void inTheRightOrderAllAreInForce() {
        giveKey();
        QVERIFY(applyCipherSettings(m_handle));
        run("CREATE TABLE t (x)");
        const Result<> applied = applySettings(m_handle, Access::ReadWrite);
        QVERIFY2(applied, applied ? "" : qPrintable(toString(applied.error())));
        const Result<> readers = applySettings(m_handle, Access::ReadOnly);
        QVERIFY2(readers, readers ? "" : qPrintable(toString(readers.error())));
    }

    void cipherSettingsBeforeTheKeyAreNoticed() {
        isRefused(applyCipherSettings(m_handle), u"cipher_page_size"_s);
    }

    void settingsWithinATransactionAreNoticed() {
        giveKey();
        QVERIFY(applyCipherSettings(m_handle));
        run("BEGIN; CREATE TABLE t (x)");
        isRefused(applySettings(m_handle, Access::ReadWrite), u"foreign_keys"_s);
    }

    void aReaderOfADatabaseThatNobodySetUpIsRefused() {
        giveKey();
        QVERIFY(applyCipherSettings(m_handle));
        run("CREATE TABLE t (x)"); // no write-ahead log yet
        isRefused(applySettings(m_handle, Access::ReadOnly), u"journal_mode"_s);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ConnectionSettingsTest)
#include "tst_connectionsettings.moc"
