// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/contentsum.h"
#include "app/storage/migrations.h"
#include "app/storage/statement.h"
#include "app/storage/transaction.h"
#include "tests/support/expect.h"
#include "tests/support/pagereplay.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <array>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr auto Wrong = ErrorCode::VaultRolledBack;

constexpr std::array<const char*, 3> Steps = {
    "CREATE TABLE card (id TEXT PRIMARY KEY, number INTEGER UNIQUE, key BLOB, note TEXT) STRICT;"
    "CREATE TABLE ignored (x INTEGER) STRICT",
    ContentSum::Schema,
    "ALTER TABLE card ADD COLUMN state INTEGER NOT NULL DEFAULT 0; UPDATE card SET state = 1;"
    "CREATE TABLE later (x INTEGER PRIMARY KEY) STRICT"};

// A database with a table that is watched, and three rows in it.
class Watched {
public:
    explicit Watched(std::size_t steps = Steps.size()) {
        open();
        expect(migrate(*m_database, std::span(Steps).first(steps), &*m_sum));
        run("INSERT INTO card (id, number, key, note) VALUES ('a', 1, x'01', 'one'), ('b', 2, x'02', NULL), "
            "('c', NULL, NULL, 'three')");
    }
    void open() {
        m_database = std::make_unique<Database>(
            expect(Database::open(path(), SecretBytes(32), Database::Access::ReadWrite)));
        m_sum.emplace(*m_database, Wrong, QStringList{u"ignored"_s});
    }
    /// The file, closed.
    QByteArray file() {
        m_sum.reset();
        m_database.reset();
        return PageReplay::read(path());
    }
    QString path() const { return m_folder.filePath(u"x.db"_s); }
    void run(const char* sql) { expect(m_database->execute(sql)); }
    QByteArray keptSum() {
        Statement row = expect(m_database->prepare("SELECT sum FROM content_sum"));
        expect(row.step());
        return row.blob(0);
    }
    bool isWrong() { return !m_sum->verify() && m_sum->verify().error().code == Wrong; }
    Database& database() { return *m_database; }
    ContentSum& sum() { return *m_sum; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::optional<ContentSum> m_sum;
};

} // namespace

class ContentSumTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyWayOfWritingIsCountedAndAgrees_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("insert") << QByteArray("INSERT INTO card (id) VALUES ('d')");
        QTest::newRow("several") << QByteArray("INSERT INTO card (id) VALUES ('d'), ('e')");
        QTest::newRow("update") << QByteArray("UPDATE card SET note = 'x'");
        QTest::newRow("update of the key") << QByteArray("UPDATE card SET id = id || id");
        QTest::newRow("update that replaces")
            << QByteArray("UPDATE OR REPLACE card SET number = 1 WHERE id = 'b'");
        QTest::newRow("delete") << QByteArray("DELETE FROM card WHERE id = 'b'");
        QTest::newRow("delete all") << QByteArray("DELETE FROM card");
        QTest::newRow("replace") << QByteArray("INSERT OR REPLACE INTO card (id, number) VALUES ('a', 7)");
        QTest::newRow("replace two rows")
            << QByteArray("INSERT OR REPLACE INTO card (id, number) VALUES ('a', 2)");
        QTest::newRow("upsert") << QByteArray(
            "INSERT INTO card (id) VALUES ('a') ON CONFLICT (id) DO UPDATE SET note = 'x'");
        QTest::newRow("a table of a later step") << QByteArray("INSERT INTO later VALUES (5)");
    }
    void everyWayOfWritingIsCountedAndAgrees() {
        QFETCH(QByteArray, sql);
        Watched watched;
        const quint64 before = expect(watched.sum().changes());
        const QByteArray sum = watched.keptSum();
        watched.run(sql.constData());
        QVERIFY(expect(watched.sum().changes()) > before);
        QVERIFY(watched.keptSum() != sum);
        expect(watched.sum().verify());
    }

    void whatWasRolledBackIsNotCounted() {
        Watched watched;
        const quint64 before = expect(watched.sum().changes());
        {
            const auto transaction = expect(Transaction::begin(watched.database()));
            watched.run("DELETE FROM card");
        }
        QCOMPARE(expect(watched.sum().changes()), before);
        expect(watched.sum().verify());
        watched.run(
            "INSERT INTO card (id) VALUES ('a') ON CONFLICT DO NOTHING; INSERT INTO ignored VALUES (1)");
        QCOMPARE(expect(watched.sum().changes()), before);
    }

    // The triggers are taken away for the change, and put back as they were.
    void aRowThatChangedUnseenIsFound_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("value") << QByteArray("UPDATE card SET note = 'two' WHERE id = 'a'");
        QTest::newRow("row gone") << QByteArray("DELETE FROM card WHERE id = 'c'");
        QTest::newRow("row more") << QByteArray("INSERT INTO card (id) VALUES ('d')");
        QTest::newRow("null to empty") << QByteArray("UPDATE card SET note = '' WHERE id = 'b'");
        QTest::newRow("null to zero") << QByteArray("UPDATE card SET number = 0 WHERE id = 'c'");
        QTest::newRow("between columns")
            << QByteArray("UPDATE card SET id = 'ao', note = 'ne' WHERE id = 'a'");
        QTest::newRow("between rows")
            << QByteArray("UPDATE card SET note = CASE id WHEN 'a' THEN 'three' WHEN 'c' THEN 'one' END");
        QTest::newRow("last column") << QByteArray("UPDATE card SET state = 9 WHERE id = 'a'");
    }
    void aRowThatChangedUnseenIsFound() {
        QFETCH(QByteArray, sql);
        Watched watched;
        Statement triggers = expect(watched.database().prepare(
            "SELECT group_concat(sql, ';'), count(*) FROM sqlite_schema WHERE type = "
            "'trigger'"));
        expect(triggers.step());
        const QByteArray all = triggers.blob(0) + ';';
        QCOMPARE(triggers.integer(1), 6);
        triggers.reset();
        expect(watched.sum().release());
        watched.run(sql.constData());
        watched.run(all.constData());
        QVERIFY(watched.isWrong());
        expect(watched.sum().accept());
        expect(watched.sum().verify());
    }

    void aTriggerThatIsMissingOrChangedIsFound() {
        for (const char* attack :
             {"DROP TRIGGER content_sum_card_update",
              "DROP TRIGGER content_sum_card_update; CREATE TRIGGER content_sum_card_update AFTER UPDATE ON "
              "card BEGIN SELECT 1; END",
              "ALTER TABLE card ADD COLUMN more INTEGER",
              "CREATE TABLE further (x INTEGER PRIMARY KEY) STRICT", "DELETE FROM content_sum",
              "DROP TABLE content_sum", "UPDATE content_sum SET key = x''"}) {
            Watched watched;
            watched.run(attack);
            QVERIFY2(watched.isWrong(), attack);
        }
    }

    void aConnectionWithoutTheFunctionCanNotWrite() {
        Watched watched;
        sqlite3_create_function_v2(watched.database().handle(), "content_sum_step", -1, SQLITE_UTF8, nullptr,
                                   nullptr, nullptr, nullptr, nullptr);
        QVERIFY(!watched.database().execute("DELETE FROM card"));
        watched.open();
        expect(watched.sum().verify());
    }

    void theFunctionRefusesWhatIsNoSum() {
        Watched watched;
        for (const char* call :
             {"content_sum_step(x'00', zeroblob(32), 't')", "content_sum_step(zeroblob(32), NULL, 't')",
              "content_sum_step(zeroblob(32), zeroblob(32))", "content_sum_step()"})
            QVERIFY2(!watched.database().execute(QByteArray("SELECT ").append(call).constData()), call);
    }

    void aMigrationStandsOnVerifiedContentAndWatchesWhatItMade() {
        Watched watched(2);
        const quint64 before = expect(watched.sum().changes());
        expect(migrate(watched.database(), Steps, &watched.sum()));
        expect(watched.sum().verify());
        QCOMPARE(expect(watched.sum().changes()), before); // else an older content could catch up

        Watched attacked(2);
        attacked.run("DROP TRIGGER content_sum_card_delete");
        const Result<> refused = migrate(attacked.database(), Steps, &attacked.sum());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Wrong);
    }

    // Also pages of indexes, which would hide rows or show others.
    void anOldCopyOfAnyPageIsFoundOrChangesNothing() {
        Watched watched;
        for (int i = 0; i < 300; ++i)
            watched.run("INSERT INTO card (id, number, note) SELECT hex(randomblob(16)), 10 + max(number), "
                        "hex(randomblob(40)) FROM card");
        const QByteArray older = watched.file();
        watched.open();
        watched.run(
            "UPDATE card SET note = 'changed' WHERE number % 7 = 0; DELETE FROM card WHERE number % 9 = 0");
        const quint64 counted = expect(watched.sum().changes());
        const QByteArray newer = watched.file();
        const PageReplay replay(older, newer);
        int found = 0;
        for (const qsizetype page : replay.changed()) {
            PageReplay::write(watched.path(), replay.with({page}));
            watched.open();
            const Result<> verified = watched.sum().verify();
            const Result<quint64> changes = watched.sum().changes();
            found += !verified || !changes || *changes < counted ? 1 : 0;
            QVERIFY2(page == 0 || !verified || *changes < counted, qPrintable(QString::number(page)));
            watched.file();
        }
        QVERIFY(found > 10);
        PageReplay::write(watched.path(), newer);
        watched.open();
        expect(watched.sum().verify());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ContentSumTest)
#include "tst_contentsum.moc"
