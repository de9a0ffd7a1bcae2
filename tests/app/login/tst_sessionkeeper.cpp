// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How a session is opened and ended, without cards and states: what is durable together, and what a failure
// leaves behind.

#include "app/audit/auditreader.h"
#include "app/crypto/random.h"
#include "app/login/sessionkeeper.h"
#include "app/storage/statement.h"
#include "tests/app/support/cardkey.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// A station with one enrolled card that has a place at the vault, and a PIN that was counted as a failure.
struct Counter {
    TestStation station;
    FakeClock clock;
    QString card = station.enroll(u"op1"_s);
    OperatorDirectory operators{station.database()};
    LockoutRegister lockout{station.database(), clock, {}};
    VaultKeySlots keySlots = expect(VaultKeySlots::open(station.database(), randomSecret(32)));
    std::unique_ptr<AuditWriter> audit =
        expect(AuditWriter::open(station.database(), clock, u"T1"_s, station.folder() + u"/checkpoint"_s));
    SecretBytes vaultKey = randomSecret(VaultKeySlots::VaultKeyBytes);
    CardKey cardKey;
    bool vaultIsOpen = false;
    bool vaultIsBroken = false;
    Operator person = expect(operators.find(u"op1"_s));
    OperatorCard registered =
        *expect(operators.cardByChuid(expect(operators.cardsForLogin()).constFirst().chuidHash));
    SessionKeeper keeper{{operators, lockout, keySlots, *audit, clock, u"T1"_s,
                          [this](const Session& session) { return openVault(session); },
                          [this] { vaultIsOpen = false; }, [](const Session&) { return 0; }}};

    Counter() {
        expect(keySlots.makeSlot(card, cardKey.publicKey(), vaultKey));
        expect(lockout.beginTry(card, 5));
    }
    Result<> openVault(const Session& session) {
        if (vaultIsBroken)
            return fail(ErrorCode::DatabaseCorrupt);
        vaultIsOpen = session.vaultKey() && *session.vaultKey() == vaultKey;
        return {};
    }
    Result<LoginGreeting> open(std::optional<SecretBytes> secret) {
        AuditRecord accepted;
        accepted.action = u"pin.submit"_s;
        return keeper.open({person, registered, ActionId::SessionStart, accepted, std::move(secret)});
    }
    Result<LoginGreeting> open() { return open(cardKey.agree(expect(keySlots.ephemeralPoint(card)))); }

    void execute(const char* sql) { expect(station.database().execute(sql)); }
    int failures() {
        Result<Statement> query = station.database().prepare("SELECT count(*) FROM card_lockout");
        expect(query->step());
        return static_cast<int>(query->integer(0));
    }
    int checkpoints() {
        Result<Statement> query = station.database().prepare("SELECT count(*) FROM checkpoint");
        expect(query->step());
        return static_cast<int>(query->integer(0));
    }
    QStringList recorded() {
        QStringList actions;
        const AuditPage page = expect(readAuditAsAdministrator(station.database(), {.limit = 100}));
        for (const AuditRecord& record : page.records)
            actions.prepend(record.action);
        return actions.mid(1); // the program's start
    }
};

} // namespace

class SessionKeeperTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void anOpenSessionIsOnRecordAndSigned() {
        Counter counter;
        const int before = counter.checkpoints();
        const Result<LoginGreeting> greeting = counter.open();
        QVERIFY(greeting);
        QVERIFY(!greeting->vaultProblem);
        QCOMPARE(greeting->lastLogin.failuresSince, 0); // the right PIN is none
        QVERIFY(counter.vaultIsOpen);
        QCOMPARE(counter.keeper.session()->facts().card, counter.card);
        QCOMPARE(counter.recorded(), QStringList({u"pin.submit"_s, u"session.start"_s}));
        QCOMPARE(counter.checkpoints(), before + 1);
        QCOMPARE(counter.failures(), 0);
    }

    void whatCannotBeNotedOpensNothingAndLeavesNoTrace() {
        Counter counter;
        counter.execute("CREATE TRIGGER broken BEFORE UPDATE OF last_login_at ON operator_card "
                        "BEGIN SELECT RAISE(ABORT, 'broken'); END");
        const Result<LoginGreeting> greeting = counter.open();
        QVERIFY(!greeting);
        QVERIFY(greeting.error().code != ErrorCode::RecordFailed);
        QVERIFY(!counter.keeper.session());
        QVERIFY(!counter.vaultIsOpen);
        QVERIFY(counter.recorded().isEmpty());
        QCOMPARE(counter.failures(), 1); // still counted
        QVERIFY(!counter.audit->isBroken());
    }

    void withoutTheRecordThereIsNoSessionAndTheTryStaysCounted() {
        Counter counter;
        counter.execute("CREATE TRIGGER broken BEFORE INSERT ON record WHEN NEW.action = 'session.start' "
                        "BEGIN SELECT RAISE(ABORT, 'broken'); END");
        QCOMPARE(counter.open().error().code, ErrorCode::RecordFailed);
        QVERIFY(!counter.keeper.session());
        QVERIFY(!counter.vaultIsOpen);
        QCOMPARE(counter.failures(), 1);
        QVERIFY(counter.recorded().isEmpty());
        QVERIFY(counter.audit->isBroken());
    }

    void aVaultThatDoesNotOpenIsToldButIsNoRefusal() {
        Counter counter;
        counter.vaultIsBroken = true;
        QCOMPARE(expect(counter.open()).vaultProblem, ErrorCode::DatabaseCorrupt);
        QVERIFY(counter.keeper.session());
    }

    void aCardThatGaveNoSecretHasNoDrafts() {
        Counter counter;
        QCOMPARE(expect(counter.open(std::nullopt)).vaultProblem, ErrorCode::VaultKeyMissing);
        QVERIFY(!counter.vaultIsOpen);
        QVERIFY(!counter.keeper.session()->vaultKey());
    }

    void theEndIsOnRecordWithItsReasonAndSigned() {
        Counter counter;
        expect(counter.open());
        const QString session = counter.keeper.session()->facts().id;
        const int before = counter.checkpoints();
        QVERIFY(counter.keeper.end(SessionEnd::Idle));
        QVERIFY(!counter.keeper.session());
        QVERIFY(!counter.vaultIsOpen);
        const AuditRecord last =
            expect(readAuditAsAdministrator(counter.station.database(), {.limit = 1})).records.constFirst();
        QCOMPARE(last.action, u"session.lock"_s);
        QCOMPARE(last.session, session);
        QCOMPARE(last.details.value(u"why"_s), u"Idle"_s);
        QCOMPARE(counter.checkpoints(), before + 1);
    }

    void anEndThatCannotBeRecordedClosesAllTheSame() {
        Counter counter;
        expect(counter.open());
        counter.execute("PRAGMA query_only = ON");
        QCOMPARE(counter.keeper.end(SessionEnd::LoggedOut).error().code, ErrorCode::RecordFailed);
        QVERIFY(!counter.keeper.session());
        QVERIFY(!counter.vaultIsOpen);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::SessionKeeperTest)
#include "tst_sessionkeeper.moc"
