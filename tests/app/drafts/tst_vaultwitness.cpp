// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What happens when the vault, the log or both are put back to an older state, against a whole station.

#include "app/audit/auditreader.h"
#include "app/drafts/vaultwitness.h"
#include "app/station/logretirement.h"
#include "app/storage/statement.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pagereplay.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Kept = 7;

// A station with one operator, whose folder can be copied, mixed from copies, and gone on with.
class Counter {
public:
    Counter() { station.open(); }

    const Session& session() { return *station.login().session(); }
    bool logIn() {
        QSignalSpy started(&station.login(), &LoginController::sessionStarted);
        if (!station.logIn(hanako))
            return false;
        problem = started.first().first().value<LoginGreeting>().vaultProblem;
        return true;
    }
    void logOut() {
        station.login().logOut();
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
    }
    template <class Action>
    auto run(const ActionCall& call, Action&& action) {
        return expect(station.workstation().actions().run(call, &session(), std::forward<Action>(action)));
    }
    Draft make() {
        const QString reception =
            run({ActionId::ReceptionOpen}, [&] {
                return station.workstation().work()->receptions.open(session(), u"moving-in"_s);
            }).number;
        return run({ActionId::DraftCreate}, [&] {
            return station.workstation().work()->drafts.create(session(), reception, procedure());
        });
    }
    Draft save(const Draft& draft) {
        return run({ActionId::DraftSave, u"draft:"_s + draft.id},
                   [&] { return station.workstation().work()->drafts.save(session(), procedure(), draft); });
    }
    /// Gives the draft's id.
    QString workADay() {
        if (!logIn() || problem)
            qFatal("no work");
        Draft draft = make();
        for (int i = 0; i < 3; ++i)
            draft = save(draft);
        logOut();
        return draft.id;
    }
    void remove(const QString& draft) {
        QVERIFY(logIn());
        run({ActionId::DraftDelete, u"draft:"_s + draft},
            [&] { return station.workstation().work()->drafts.remove(session(), draft, u"mistake"_s); });
        logOut();
    }
    /// The session's; for what an older program would have left.
    Database openVault() {
        if (!logIn())
            qFatal("no session");
        const SecretBytes key = session().vaultKey()->clone();
        logOut();
        station.close();
        return expect(Database::open(vaultFile(), key, Database::Access::ReadWrite));
    }
    bool has(const QString& draft) {
        return station.workstation().work()->drafts.load(session(), draft).has_value();
    }
    QString vaultFile() const { return station.folder() + u"/vault.db"_s; }
    /// Goes on with a copy of the folder that has this vault; whether the drafts open then.
    bool opens(const QByteArray& vault) {
        const QString attacked = copy();
        PageReplay::write(attacked + u"/vault.db"_s, vault);
        goOnWith(attacked);
        return logIn() && !problem;
    }
    /// The folder as a power failure would leave it now.
    QString copy() {
        const QString path = m_copies.filePath(QString::number(++m_number));
        CounterStation::copyTo(station.folder(), path);
        return path;
    }
    void goOnWith(const QString& folder) {
        station.continueWith(folder);
        station.open();
    }
    /// Files whose names begin with `name` come from `from`; those of `to` go.
    static void replace(const QString& name, const QString& from, const QString& to) {
        for (const QString& file : QDir(to).entryList({name + u'*'}, QDir::Files))
            QVERIFY(QFile::remove(to + u'/' + file));
        for (const QString& file : QDir(from).entryList({name + u'*'}, QDir::Files))
            QVERIFY(QFile::copy(from + u'/' + file, to + u'/' + file));
    }
    static void replaceLog(const QString& from, const QString& to) {
        replace(u"station.db"_s, from, to);
        replace(u"audit.checkpoint"_s, from, to);
    }
    QList<AuditRecord> records() {
        return expect(readAuditAsAdministrator(station.workstation().database(), {.limit = 1000})).records;
    }
    void checkRefused(ErrorCode code) {
        QVERIFY(logIn());
        QCOMPARE(problem, code);
        QVERIFY(!station.workstation().work());
        const AuditRecord record = station.lastRecord();
        QCOMPARE(record.action, u"vault.refused"_s);
        QCOMPARE(record.outcome, AuditOutcome::Failed);
        QCOMPARE(record.operatorId, u"op1"_s);
        QCOMPARE(record.details.value(u"error"_s), errorName(code));
        logOut();
    }

    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    std::optional<ErrorCode> problem;

private:
    const Procedure& procedure() { return *station.workstation().procedures().procedure(u"moving-in"_s); }
    QTemporaryDir m_copies;
    int m_number = 0;
};

} // namespace

class VaultWitnessTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theLogSaysHowOftenTheVaultWasChanged() {
        Counter counter;
        counter.workADay();
        quint64 before = 0;
        int told = 0;
        const QList<AuditRecord> records = counter.records();
        for (auto record = records.rbegin(); record != records.rend(); ++record) {
            const bool isWork = record->action == u"draft.save"_s && record->phase == AuditPhase::Outcome;
            QVERIFY(!isWork || record->vaultChanges == before + 1);
            QVERIFY(record->vaultChanges == 0 || record->vaultChanges >= before);
            told += record->vaultChanges > before ? 1 : 0;
            before = std::max(before, record->vaultChanges);
        }
        QCOMPARE(told, 6); // at the login, then one reception and one draft made, three saves
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void anOlderVaultIsRefused() {
        Counter counter;
        counter.workADay();
        counter.station.close();
        const QString older = counter.copy();
        counter.station.open();
        counter.workADay();
        counter.station.close();
        const QString mixed = counter.copy();
        Counter::replace(u"vault.db"_s, older, mixed);
        counter.goOnWith(mixed);
        counter.checkRefused(ErrorCode::VaultRolledBack);
        counter.station.reopen();
        counter.checkRefused(ErrorCode::VaultRolledBack); // and stays refused
    }

    void aVaultWithoutItsWriteAheadLogIsRefused() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.save(counter.make());
        const QString copy = counter.copy();
        QVERIFY(QFile::remove(copy + u"/vault.db-wal"_s));
        counter.goOnWith(copy);
        counter.checkRefused(ErrorCode::VaultRolledBack);
    }

    // The count is found again though many records since say nothing of it.
    void anOlderVaultIsRefusedAlsoLongAfterwards() {
        Counter counter;
        counter.workADay();
        counter.station.close();
        const QString older = counter.copy();
        counter.station.open();
        counter.workADay();
        for (int i = 0; i < 2500; ++i)
            QVERIFY(counter.station.workstation().actions().note({ActionId::ScreenShow}, nullptr));
        counter.station.close();
        const QString mixed = counter.copy();
        Counter::replace(u"vault.db"_s, older, mixed);
        counter.goOnWith(mixed);
        counter.checkRefused(ErrorCode::VaultRolledBack);
    }

    void anOlderLogIsRefused() {
        Counter counter;
        counter.workADay();
        counter.station.close();
        const QString older = counter.copy();
        counter.station.open();
        counter.workADay();
        counter.station.close();
        const QString mixed = counter.copy();
        Counter::replaceLog(older, mixed);
        counter.goOnWith(mixed);
        counter.checkRefused(ErrorCode::RecordRolledBack);
    }

    // The log went on after it had been put back, and is longer than what the vault has seen.
    void anOlderLogThatGrewAgainIsRefused() {
        Counter counter;
        counter.workADay();
        counter.station.close();
        const QString older = counter.copy();
        counter.station.open();
        counter.workADay();
        counter.station.close();
        const QString mixed = counter.copy();
        Counter::replaceLog(older, mixed);
        counter.goOnWith(mixed);
        for (int i = 0; i < 100; ++i)
            QVERIFY(counter.station.workstation().actions().note({ActionId::ScreenShow}, nullptr));
        counter.checkRefused(ErrorCode::RecordRolledBack);
    }

    // A kill between the commit in the vault and the record of the outcome, at each moment of a day.
    void aVaultAheadOfTheLogOpens() {
        Counter counter;
        counter.workADay();
        for (int i = 0; i < Kept; ++i) {
            QVERIFY(counter.logIn());
            QVERIFY(!counter.problem);
            const Draft draft = counter.make();
            const QString before = counter.copy();
            counter.save(draft);
            const QString after = counter.copy();
            Counter::replaceLog(before, after);
            counter.goOnWith(after);
            QVERIFY(counter.logIn());
            QVERIFY(!counter.problem);
            counter.logOut();
        }
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    // SQLCipher takes each of them for right.
    void anyPageOfBeforeADeletionIsRefused() {
        Counter counter;
        const QString draft = counter.workADay();
        counter.station.close();
        const QByteArray older = PageReplay::read(counter.vaultFile());
        counter.station.open();
        counter.remove(draft);
        counter.station.close();
        const QString whole = counter.copy();
        const PageReplay replay(older, PageReplay::read(counter.vaultFile()));
        int refused = 0;
        for (const qsizetype page : replay.changed()) {
            counter.station.continueWith(whole);
            if (counter.opens(replay.with({page}))) {
                const auto found =
                    counter.station.workstation().work()->drafts.load(counter.session(), draft);
                QVERIFY2(!found, qPrintable(QString::number(page)));
                continue;
            }
            ++refused;
            QVERIFY(counter.problem == ErrorCode::VaultRolledBack ||
                    counter.problem == ErrorCode::DatabaseCorrupt);
            QVERIFY(!counter.station.workstation().work());
        }
        QVERIFY(refused >= 3); // the draft's page, the witness's and the sum's
        counter.station.continueWith(whole);
        QVERIFY(!counter.opens(replay.with(replay.changed())));
        QCOMPARE(counter.problem, ErrorCode::VaultRolledBack);
    }

    void aVaultFromBeforeTheSumGoesOnWithItsCount() {
        for (const int less : {0, 1}) {
            Counter counter;
            const QString draft = counter.workADay();
            {
                Database vault = counter.openVault();
                expect(VaultWitness::contentOf(vault).release());
                Statement count = expect(vault.prepare("SELECT changes FROM content_sum"));
                expect(count.step());
                const qint64 changes =
                    count.integer(0) - 1 - less; // the last logout's was not told to the log
                count.reset();
                expect(vault.execute("DROP TABLE witness; DROP TABLE content_sum; PRAGMA user_version = 2"));
                expect(vault.execute(VaultWitness::Schema));
                expect(vault.execute(
                    ("UPDATE witness SET changes = " + QByteArray::number(changes)).constData()));
            }
            counter.station.open();
            QVERIFY(counter.logIn());
            if (less > 0) {
                QCOMPARE(counter.problem, ErrorCode::VaultRolledBack);
                continue;
            }
            QVERIFY(!counter.problem);
            QVERIFY(counter.station.workstation().work()->drafts.load(counter.session(), draft));
            counter.logOut();
            counter.workADay(); // and counts on
        }
    }

    // Once: what was put back later is found again, also with a page that names the log of before.
    void aRetiredLogHasTheVaultAcceptedAsItIs() {
        Counter counter;
        const QString draft = counter.workADay();
        counter.station.close();
        const QByteArray older = PageReplay::read(counter.vaultFile());
        counter.station.open();
        counter.remove(draft);
        counter.station.close();
        const PageReplay replay(older, PageReplay::read(counter.vaultFile()));
        const QString whole = counter.copy();
        int accepted = 0;
        for (const qsizetype page : replay.changed()) {
            counter.station.continueWith(whole);
            if (counter.opens(replay.with({page})) || counter.problem != ErrorCode::VaultRolledBack)
                continue;
            counter.station.close();
            expect(retireLog(StationFolder(counter.station.folder()), u"looked into"_s, counter.clock));
            counter.station.open();
            QVERIFY(counter.logIn());
            QVERIFY(!counter.problem);
            const bool isThere = counter.has(draft);
            counter.logOut();
            if (accepted++ > 0)
                continue;
            counter.station.close();
            const PageReplay again(older, PageReplay::read(counter.vaultFile()));
            const QString accepting = counter.copy();
            int refused = 0;
            for (const qsizetype other : again.changed()) {
                counter.station.continueWith(accepting);
                const bool opens = counter.opens(again.with({other}));
                refused += opens ? 0 : 1;
                QVERIFY2(!opens || counter.has(draft) == isThere, qPrintable(QString::number(other)));
            }
            QVERIFY(refused >= 2); // the witness's, which names the retired log, and the sum's
        }
        QVERIFY(accepted >= 2);
    }

    // Without the row that counts, nothing says what was right: only a new log takes the vault as it is.
    void aVaultWithoutItsSumIsAcceptedByANewLogOnRecord() {
        Counter counter;
        const QString draft = counter.workADay();
        {
            Database vault = counter.openVault();
            expect(vault.execute("DELETE FROM content_sum"));
        }
        counter.station.open();
        counter.checkRefused(ErrorCode::VaultRolledBack);
        counter.station.close();
        expect(retireLog(StationFolder(counter.station.folder()), u"looked into"_s, counter.clock));
        counter.station.open();
        QVERIFY(counter.logIn());
        QVERIFY(!counter.problem);
        QVERIFY(counter.has(draft));
        QVERIFY(counter.station.recorded().contains(u"log.retired"_s));
        counter.logOut();
        counter.workADay(); // and it counts again
        {
            Database vault = counter.openVault();
            expect(vault.execute("DELETE FROM content_sum"));
        }
        counter.station.open();
        counter.checkRefused(ErrorCode::VaultRolledBack); // once only
    }

    // The last card that opened the vault is lost; the next one begins another, which the log knows as one.
    void aVaultBegunAfterTheLastCardWasLostOpensAtOnce() {
        Counter counter;
        counter.workADay();
        const QString old = counter.copy();
        const Session administrator = CounterStation::session(Role::CardAdministrator);
        const QString lost = counter.station.idOf(counter.hanako);
        QVERIFY(
            expect(counter.station.workstation().cardLife().reportLost(administrator, lost, LossKind::Lost))
                .vaultKey.fates.drafts == KeyFate::Lost);
        counter.station.close();
        counter.hanako = counter.station.employ(u"op1"_s);
        counter.station.open();
        const auto history = expect(counter.station.workstation().cardLife().history(
            administrator, counter.station.idOf(counter.hanako)));
        QCOMPARE(history.constFirst().reason, u"vault-anew"_s);
        counter.workADay();
        const QString newer = counter.copy();
        counter.workADay();
        counter.station.close();
        const QString newest = counter.copy();
        // What somebody might put in its place is noticed: nothing, the one before, its own older state.
        Counter::replace(u"vault.db"_s, newer, newest);
        counter.goOnWith(newest);
        counter.checkRefused(ErrorCode::VaultRolledBack);
        counter.station.close();
        Counter::replace(u"vault.db"_s, old, newest);
        counter.goOnWith(newest);
        QVERIFY(counter.logIn());
        QVERIFY(counter.problem && counter.problem != ErrorCode::VaultKeyMissing);
        counter.logOut();
        counter.station.close();
        for (const QString& file : QDir(newest).entryList({u"vault.db*"_s}, QDir::Files))
            QVERIFY(QFile::remove(newest + u'/' + file));
        counter.goOnWith(newest);
        counter.checkRefused(ErrorCode::FileMissing);
    }

    // Nothing inside the folder can tell; SECURITY.md says so.
    void aWholeFolderPutBackOpens() {
        Counter counter;
        counter.workADay();
        counter.station.close();
        const QString older = counter.copy();
        counter.station.open();
        counter.workADay();
        counter.goOnWith(older);
        QVERIFY(counter.logIn());
        QVERIFY(!counter.problem);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::VaultWitnessTest)
#include "tst_vaultwitness.moc"
