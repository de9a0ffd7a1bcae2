// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/libraryfacts.h"
#include "tests/support/testcase.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {

class LibraryFactsTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theLibraryInUseIsSuitable() {
        sqlite3* connection = nullptr;
        QCOMPARE(sqlite3_open(":memory:", &connection), SQLITE_OK);
        const LibraryFacts facts = libraryFacts(connection);
        sqlite3_close(connection);
        QVERIFY(facts.cipherVersion.startsWith(u"4."));
        QVERIFY(requireSuitable(facts));
    }

    void aLibraryThatIsOldOrLeaksIsRefused_data() {
        QTest::addColumn<QString>("cipherVersion");
        QTest::addColumn<int>("tempStore");
        QTest::addColumn<bool>("threadSafe");
        QTest::newRow("plain SQLite") << QString() << 2 << true;
        QTest::newRow("Debian 12's own") << u"3.4.1"_s << 2 << true;
        QTest::newRow("just too old") << u"4.5.7 community"_s << 2 << true;
        QTest::newRow("temporary files always on disk") << u"4.6.1 community"_s << 0 << true;
        QTest::newRow("no threads") << u"4.6.1 community"_s << 2 << false;
    }
    void aLibraryThatIsOldOrLeaksIsRefused() {
        QFETCH(QString, cipherVersion);
        QFETCH(int, tempStore);
        QFETCH(bool, threadSafe);
        const Result<> answer = requireSuitable({cipherVersion, u"3.46.1"_s, tempStore, threadSafe});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::DatabaseLibraryUnsuitable);
        QVERIFY(!answer.error().detail.isEmpty());
    }

    void newerLibrariesAreAccepted() {
        QVERIFY(requireSuitable({u"4.10.0 community"_s, u"3.50.7"_s, 1, true}));
        QVERIFY(requireSuitable({u"5.0"_s, u"4.0.0"_s, 3, true}));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::LibraryFactsTest)
#include "tst_libraryfacts.moc"
