// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/database.h"
#include "app/storage/databaseheader.h"
#include "app/storage/statement.h"
#include "app/storage/transaction.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {

using Access = Database::Access;

class DatabaseTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"first.db"_s);
    int m_number = 0;

    void takeNextPath() { m_path = m_folder.filePath(u"%1.db"_s.arg(++m_number)); }

    static SecretBytes key(char byte = 'k') { return SecretBytes::copyOf(QByteArray(32, byte)); }

    Result<> fill(const char* sql = "CREATE TABLE t (x TEXT) STRICT; INSERT INTO t VALUES ('fuji-san')") {
        Result<Database> database = Database::open(m_path, key(), Access::ReadWrite);
        return database ? database->execute(sql) : fail(database.error());
    }

    ErrorCode codeOfOpening(Access access = Access::ReadWrite, char keyByte = 'k') {
        const Result<Database> database = Database::open(m_path, key(keyByte), access);
        if (database)
            qFatal("the database opened");
        return database.error().code;
    }

    void changeByte(const QString& path, qint64 at) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(at);
        const char old = file.read(1).front();
        file.seek(at);
        file.write(QByteArray(1, static_cast<char>(old ^ 1)));
    }

private Q_SLOTS:
    void cleanup() { takeNextPath(); }

    void keepsWhatWasWritten() {
        QVERIFY(fill());
        Result<Database> database = Database::open(m_path, key(), Access::ReadOnly);
        QVERIFY(database);
        Result<Statement> query = database->prepare("SELECT x FROM t");
        QVERIFY(query && *query->step());
        QCOMPARE(query->text(0), u"fuji-san"_s);
    }

    void nothingIsInClearAndOnlyTheOwnerReads() {
        Result<Database> database = Database::open(m_path, key(), Access::ReadWrite);
        QVERIFY(database);
        QVERIFY(database->execute("CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('fuji-san')"));
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
            QFile file(m_path + suffix);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.contains("fuji-san") && !content.contains("SQLite format"));
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
    }

    void everyTroubleHasItsOwnCode() {
        QVERIFY(fill());
        QCOMPARE(codeOfOpening(Access::ReadWrite, 'x'), ErrorCode::DatabaseKeyWrong);
        changeByte(m_path, 3000);
        QCOMPARE(codeOfOpening(), ErrorCode::DatabaseCorrupt);
    }

    void aNewerFormatIsNotCalledDamaged() {
        QVERIFY(fill());
        Result<DatabaseHeader> header = readDatabaseHeader(m_path, key());
        QVERIFY(header);
        header->format = DatabaseHeader::CurrentFormat + 1;
        QVERIFY(writeDatabaseHeader(m_path, key(), *header));
        QCOMPARE(codeOfOpening(), ErrorCode::DatabaseVersionUnknown);
    }

    void everyChangedByteOfTheHeaderIsFound() {
        QVERIFY(fill());
        const QString head = databaseHeaderPath(m_path);
        const qint64 size = QFile(head).size();
        for (qint64 at = 0; at < size; ++at) {
            changeByte(head, at);
            const Result<DatabaseHeader> header = readDatabaseHeader(m_path, key());
            const bool harmless = header && header->ready; // white space
            QVERIFY2(harmless || !header, qPrintable(u"byte %1"_s.arg(at)));
            if (!header)
                QVERIFY(header.error().code == ErrorCode::DatabaseCorrupt ||
                        header.error().code == ErrorCode::DatabaseVersionUnknown);
            changeByte(head, at);
        }
        QVERIFY(readDatabaseHeader(m_path, key()));
    }

    void aMissingHalfIsNotMadeAnew() {
        QVERIFY(fill());
        const QString head = databaseHeaderPath(m_path);
        QVERIFY(QFile::rename(head, head + u".away"_s));
        QCOMPARE(codeOfOpening(), ErrorCode::DatabaseCorrupt);
        QVERIFY(QFile::rename(head + u".away"_s, head));
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(codeOfOpening(), ErrorCode::FileMissing);
    }

    void anotherDatabaseWithTheSameKeyIsRefused() {
        QVERIFY(fill());
        const QString first = m_path;
        takeNextPath();
        QVERIFY(fill());
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(first, m_path));
        QCOMPARE(codeOfOpening(), ErrorCode::DatabaseCorrupt);
    }

    void aCreationThatWasCutShortBeginsAnew() {
        QVERIFY(writeDatabaseHeader(m_path, key(), DatabaseHeader::make()));
        QFile half(m_path);
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write(QByteArray(100, 'x'));
        half.close();
        QVERIFY(fill());
        QVERIFY(Database::open(m_path, key(), Access::ReadOnly));
    }

    void aReaderNeitherCreatesNorWritesNorCheckpoints() {
        QCOMPARE(codeOfOpening(Access::ReadOnly), ErrorCode::FileMissing);
        QVERIFY(!QFile::exists(m_path));
        Result<Database> writer = Database::open(m_path, key(), Access::ReadWrite);
        QVERIFY(writer && writer->execute("CREATE TABLE t (x)"));
        const qint64 logSize = QFile(m_path + u"-wal"_s).size();
        {
            Result<Database> reader = Database::open(m_path, key(), Access::ReadOnly);
            QVERIFY(reader);
            const Result<> refused = reader->execute("INSERT INTO t VALUES (1)");
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
        }
        QCOMPARE(QFile(m_path + u"-wal"_s).size(), logSize);
        QVERIFY(logSize > 0);
    }

    void aTransactionRollsBackUnlessCommitted() {
        QVERIFY(fill());
        Result<Database> database = Database::open(m_path, key(), Access::ReadWrite);
        QVERIFY(database);
        {
            Result<Transaction> transaction = Transaction::begin(*database);
            QVERIFY(transaction && database->execute("DELETE FROM t"));
        }
        {
            Result<Transaction> transaction = Transaction::begin(*database);
            QVERIFY(transaction && database->execute("INSERT INTO t VALUES ('second')"));
            QVERIFY(transaction->commit());
        }
        Result<Statement> query = database->prepare("SELECT count(*) FROM t");
        QVERIFY(query && *query->step());
        QCOMPARE(query->integer(0), 2);
    }

    void valuesComeBackAsTheyWere() {
        Result<Database> database = Database::open(m_path, key(), Access::ReadWrite);
        QVERIFY(database && database->execute("CREATE TABLE v (i INTEGER, t TEXT, b BLOB, n) "));
        Result<Statement> insert = database->prepare("INSERT INTO v VALUES (?1, ?2, ?3, ?4)");
        QVERIFY(insert);
        const QString name = u"葛󠄀城 髙子"_s;
        const QByteArray blob("\0\1\xff", 3);
        QVERIFY(insert->bind(1, qint64(-5)).bind(2, name).bind(3, blob).bindNull(4).run());
        QVERIFY(!insert->bind(9, qint64(1)).run()); // no such number
        Result<Statement> query = database->prepare("SELECT * FROM v");
        QVERIFY(query && *query->step());
        QCOMPARE(query->integer(0), -5);
        QCOMPARE(query->text(1), name);
        QCOMPARE(query->blob(2), blob);
        QVERIFY(query->isNull(3));
        QVERIFY(!*query->step());
    }

    void aKeyOfAnotherLengthIsRefused() {
        const Result<Database> database = Database::open(m_path, SecretBytes(16), Access::ReadWrite);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::DatabaseKeyWrong);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::DatabaseTest)
#include "tst_database.moc"
