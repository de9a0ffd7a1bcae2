// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What happens when the register of a station, or single pages of it, are put back to an older state: a
// suspension, a lock or a dropped key slot would be undone.

#include "app/audit/auditlog.h"
#include "app/audit/registersum.h"
#include "app/login/lockoutregister.h"
#include "app/station/logretirement.h"
#include "app/station/station.h"
#include "app/station/stationschema.h"
#include "app/storage/migrations.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pagereplay.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Verdict = AuditVerification::Verdict;

QStringList texts(Database& database, const QString& sql) {
    Statement rows = expect(database.prepare(sql.toUtf8().constData()));
    QStringList found;
    while (expect(rows.step()))
        found.append(rows.text(0));
    return found;
}

// Written apart from the program's own list.
QStringList watchedTables(Database& database) {
    QStringList tables = texts(database, u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s);
    for (const char* other : {"record", "checkpoint", "log_key", "log_beginning", "part_version",
                              "content_sum", "sqlite_sequence"})
        tables.removeAll(QString::fromLatin1(other));
    return tables;
}

/// All of the register, as text.
QStringList contentOf(Database& database) {
    QStringList rows;
    for (const QString& table : watchedTables(database)) {
        QStringList columns =
            texts(database, u"SELECT 'quote(' || name || ')' FROM pragma_table_info('%1')"_s.arg(table));
        QStringList found =
            texts(database, u"SELECT %1 FROM %2 NOT INDEXED"_s.arg(columns.join(u" || ',' || "_s), table));
        found.sort();
        rows += table;
        rows += found;
    }
    return rows;
}

// A station with two operators that was closed, as a folder to attack.
class Office {
public:
    Office() {
        hanako = station.idOf(station.employ(u"op1"_s));
        jiro = station.idOf(station.employ(u"op2"_s));
    }
    /// Something done in the running program, and on record.
    template <class Work>
    void work(Work&& done) {
        const auto open = expect(Station::open(folder(), clock));
        done(*open);
        expect(open->actions().note({ActionId::ScreenShow}, nullptr));
    }
    void suspend() {
        work([](Station& open) {
            expect(OperatorDirectory(open.database())
                       .suspend(CounterStation::session(Role::CardAdministrator), u"op2"_s));
        });
    }
    void countFailure() {
        work([this](Station& open) {
            expect(LockoutRegister(open.database(), clock, {}).beginTry(hanako, 3));
        });
    }
    void dropSlot() {
        work([this](Station& open) { expect(open.slots().drop(jiro)); });
    }

    StationFolder folder() const { return StationFolder(station.folder()); }
    QByteArray database() const { return PageReplay::read(folder().stationDatabase()); }
    /// The present station with other content of station.db, as a folder of its own.
    StationFolder with(const QByteArray& database) {
        const QString path = m_copies.filePath(QString::number(++m_number));
        CounterStation::copyTo(station.folder(), path);
        const StationFolder copy(path);
        PageReplay::write(copy.stationDatabase(), database);
        return copy;
    }
    /// Nothing in place of what can't be opened at all.
    static std::optional<Verdict> verdict(const StationFolder& folder) {
        auto database = folder.openToRead();
        if (!database)
            return std::nullopt;
        return expect(verifyAuditAsAdministrator(*database, {.checkpointFile = folder.checkpointFile()}))
            .verdict;
    }
    std::optional<ErrorCode> refusal(const StationFolder& folder) {
        const auto open = Station::open(folder, clock);
        return open ? std::nullopt : std::optional(open.error().code);
    }
    static QStringList content(const StationFolder& folder) {
        Database database = expect(folder.openToRead());
        return contentOf(database);
    }

    FakeClock clock;
    CounterStation station{clock};
    QString hanako;
    QString jiro;

private:
    QTemporaryDir m_copies;
    int m_number = 0;
};

// A station as an older program left it, without a sum.
void makeOlderStation(const StationFolder& folder, const Clock& clock) {
    QVERIFY(QDir().mkpath(folder.path()));
    PageReplay::write(folder.terminalKeyFile(), QByteArray(32, 'k'));
    QVERIFY(QFile::setPermissions(folder.terminalKeyFile(), QFile::ReadOwner | QFile::WriteOwner));
    Database database = expect(
        Database::open(folder.stationDatabase(), expect(folder.terminalKey()), Database::Access::ReadWrite));
    expect(migrate(database, stationMigrations().first(8)));
    const auto audit = expect(AuditWriter::open(database, clock, u"T1"_s, folder.checkpointFile()));
    expect(storeStationFacts(database, {u"id"_s, u"131000"_s, u"T1"_s, clock.now(), "pem"}));
    OperatorDirectory directory(database);
    expect(directory.add(CounterStation::person(u"op1"_s)));
    expect(audit->stop());
}

} // namespace

class RegisterSumTest : public TestCase {
    Q_OBJECT

    // Each changed page alone; then all those together that aren't the log's, beside the log of today.
    static void replayAll(Office& office, const QByteArray& older) {
        const PageReplay replay(older, office.database());
        const QStringList content = Office::content(office.folder());
        QList<qsizetype> notTheLogs;
        int rolledBack = 0;
        for (const qsizetype page : replay.changed()) {
            const StationFolder attacked = office.with(replay.with({page}));
            const std::optional<Verdict> verdict = Office::verdict(attacked);
            const std::optional<ErrorCode> refusal = office.refusal(attacked);
            const QByteArray number = QByteArray::number(page);
            // A page of the log's indexes is found by verifying alone.
            QVERIFY2(verdict == Verdict::Wrong || (verdict == Verdict::Intact) == !refusal,
                     number.constData());
            QVERIFY2(refusal || Office::content(attacked) == content, number.constData());
            if (verdict != Verdict::Wrong)
                notTheLogs.append(page);
            rolledBack += refusal == ErrorCode::RegisterRolledBack ? 1 : 0;
        }
        QVERIFY(rolledBack >= 2); // what was changed, and the sum
        const StationFolder attacked = office.with(replay.with(notTheLogs));
        QCOMPARE(Office::verdict(attacked), Verdict::RegisterWrong);
        QCOMPARE(office.refusal(attacked), ErrorCode::RegisterRolledBack);
    }

private Q_SLOTS:
    void everyTableAndEveryColumnIsWatched() {
        Office office;
        office.station.open(); // makes all that a running program has
        Database& database = office.station.workstation().database();
        const QStringList tables = watchedTables(database);
        QVERIFY(tables.size() >= 12);
        for (const QString& table : tables) {
            const QStringList triggers = texts(
                database,
                u"SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%1'"_s.arg(table));
            QCOMPARE(triggers.size(), 3);
            for (const QString& column :
                 texts(database, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table))) {
                for (const QString& trigger : triggers) {
                    QVERIFY(trigger.contains(u" AFTER INSERT "_s) ||
                            trigger.contains(u"OLD.\"%1\""_s.arg(column)));
                    QVERIFY(trigger.contains(u" AFTER DELETE "_s) ||
                            trigger.contains(u"NEW.\"%1\""_s.arg(column)));
                }
            }
        }
    }

    void theLogSaysHowOftenTheRegisterWasChanged() {
        Office office;
        office.suspend();
        Database database = expect(office.folder().openToRead());
        const quint64 changes = expect(registerSum(database).changes());
        QVERIFY(changes > 3);
        QCOMPARE(expect(saidChanges(database)).registered, changes);
    }

    void aSuspensionThatIsUndoneIsFound() {
        Office office;
        const QByteArray older = office.database();
        office.suspend();
        replayAll(office, older);
    }

    void aFailureThatIsUncountedIsFound() {
        Office office;
        office.countFailure(); // a row and its page are there already
        const QByteArray older = office.database();
        office.countFailure();
        replayAll(office, older);
    }

    void aFirstFailureThatIsUncountedIsFound() {
        Office office;
        const QByteArray older = office.database();
        office.countFailure();
        replayAll(office, older);
    }

    void aSlotThatIsPutBackIsFound() {
        Office office;
        const QByteArray older = office.database();
        office.dropSlot();
        replayAll(office, older);
    }

    void everyOlderCopyIsFound() {
        Office office;
        QList<QByteArray> copies{office.database()};
        office.suspend();
        copies.append(office.database());
        office.countFailure();
        copies.append(office.database());
        office.dropSlot();
        for (const QByteArray& copy : copies) {
            const StationFolder attacked = office.with(copy);
            QCOMPARE(Office::verdict(attacked), Verdict::Wrong); // the log of that time misses its end
            QCOMPARE(office.refusal(attacked), ErrorCode::RecordCorrupt);
        }
        QCOMPARE(Office::verdict(office.folder()), Verdict::Intact);
        QCOMPARE(office.refusal(office.folder()), std::nullopt);
    }

    // A schema from before the sum, or a version, would have the next start make or accept a sum.
    void aStepOfTheMigrationThatRunsAgainHidesNothing() {
        for (const char* attack : {"DROP TABLE content_sum; PRAGMA user_version = 8",
                                   "UPDATE content_sum SET changes = changes - 1; PRAGMA user_version = 8",
                                   "DROP TABLE content_sum"}) {
            Office office;
            office.suspend();
            {
                Database database = expect(Database::open(office.folder().stationDatabase(),
                                                          expect(office.folder().terminalKey()),
                                                          Database::Access::ReadWrite));
                if (QByteArrayView(attack).startsWith("DROP"))
                    expect(registerSum(database).release());
                expect(database.execute(attack));
            }
            for (int start = 0; start < 3; ++start) {
                QCOMPARE(Office::verdict(office.folder()), Verdict::RegisterWrong);
                QCOMPARE(office.refusal(office.folder()), ErrorCode::RegisterRolledBack);
            }
            expect(retireLog(office.folder(), u"looked at every operator"_s, office.clock));
            // Later steps can't run again over what they made: then only a copy of the station helps.
            if (QByteArrayView(attack).contains("user_version")) {
                QCOMPARE(office.refusal(office.folder()), ErrorCode::DatabaseFailed);
            } else {
                QCOMPARE(office.refusal(office.folder()), std::nullopt);
                QCOMPARE(Office::verdict(office.folder()), Verdict::Intact);
            }
        }
    }

    void aChangeWithoutItsRecordIsNoFault() {
        Office office;
        const auto open = expect(Station::open(office.folder(), office.clock));
        expect(OperatorDirectory(open->database())
                   .suspend(CounterStation::session(Role::CardAdministrator), u"op2"_s));
        QTemporaryDir copies;
        const StationFolder killed(copies.filePath(u"killed"_s));
        CounterStation::copyTo(office.folder().path(), killed.path());
        QCOMPARE(Office::verdict(killed), Verdict::Intact);
        QCOMPARE(office.refusal(killed), std::nullopt);
        QCOMPARE(Office::verdict(killed), Verdict::Intact);
    }

    void anOlderStationGetsItsSum() {
        FakeClock clock;
        QTemporaryDir parent;
        const StationFolder folder(parent.filePath(u"station"_s));
        makeOlderStation(folder, clock);
        QCOMPARE(Office::verdict(folder), Verdict::Intact);
        expect(Station::open(folder, clock));
        QCOMPARE(Office::verdict(folder), Verdict::Intact);
        Database database = expect(folder.openToRead());
        QVERIFY(expect(saidChanges(database)).registered > 0);
        expect(registerSum(database).verify());
    }

    void retiringTheLogAcceptsTheRegisterAndWatchesOn() {
        Office office;
        const QByteArray older = office.database();
        office.suspend();
        const PageReplay replay(older, office.database());
        int retired = 0;
        for (const qsizetype page : replay.changed()) {
            const StationFolder attacked = office.with(replay.with({page}));
            if (office.refusal(attacked) != ErrorCode::RegisterRolledBack)
                continue;
            if (!retireLog(attacked, u"looked at every operator"_s, office.clock))
                continue; // the tree of a table or of the file itself is broken
            QCOMPARE(office.refusal(attacked), std::nullopt);
            QCOMPARE(Office::verdict(attacked), Verdict::Intact);
            const PageReplay again(older, PageReplay::read(attacked.stationDatabase()));
            PageReplay::write(attacked.stationDatabase(), again.with({page}));
            const bool isThere =
                again.changed().contains(page); // accepted as it was, unless it was the sum's
            QCOMPARE(office.refusal(attacked),
                     isThere ? std::optional(ErrorCode::RegisterRolledBack) : std::nullopt);
            ++retired;
        }
        QVERIFY(retired >= 2);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::RegisterSumTest)
#include "tst_registersum.moc"
