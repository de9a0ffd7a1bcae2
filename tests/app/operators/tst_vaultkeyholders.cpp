// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "app/crypto/hash.h"
#include "app/operators/cardproof.h"
#include "app/storage/statement.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Two people at the counter: Hanako's card opens the vault, Jiro's waits.
struct Counter {
    Counter() { station.open(); }

    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    CounterStation::Card jiro = station.employ(u"op2"_s);
    Session administrator = CounterStation::session(Role::CardAdministrator, u"adm"_s);

    VaultKeyHolders& holders() { return station.workstation().vaultKeyHolders(); }
    VaultKeySlots& keySlots() { return station.workstation().vaultKeySlots(); }
    VaultSlotState slotOf(const CounterStation::Card& card) {
        return expect(keySlots().state(station.idOf(card)));
    }
    bool comesAndGoes(const CounterStation::Card& card) {
        if (!station.logIn(card))
            return false;
        station.takeOut();
        return station.reaches(LoginState::WaitingForCard);
    }
    bool opensDrafts(const CounterStation::Card& card) {
        const bool opens = station.logIn(card) && station.workstation().work();
        station.takeOut();
        return opens && station.reaches(LoginState::WaitingForCard);
    }
    QByteArray managementCertificate(const CounterStation::Card& card) {
        return expect(station.workstation().operators().holderOf(station.idOf(card)))
            .card.keyManagementCertificate;
    }
    // What somebody with the terminal's key can do to the register.
    void putManagementCertificate(const QString& card, const QByteArray& der) {
        Statement change = expect(station.workstation().database().prepare(
            "UPDATE operator_card SET certificate_9d = ?2 WHERE id = ?1"));
        expect(change.bind(1, card).bind(2, der).run());
    }
    void change(const char* sql) { expect(station.workstation().database().execute(sql)); }
    /// The newest record of the action; its outcome.
    AuditRecord last(const QString& action) {
        AuditQuery query;
        query.filter.action = action;
        query.limit = 1;
        return expect(readAuditAsAdministrator(station.workstation().database(), query)).records.value(0);
    }
};

QByteArray keyOf(const QByteArray& der) {
    return Sha256().digest(expect(Certificate::fromDer(der)).spki()).toHex();
}

} // namespace

// Two card administrators: the first one's card opens the office key, the second's waits.
struct Office {
    Office() { station.open(); }

    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card first = station.employ(u"ad1"_s, Role::CardAdministrator);
    CounterStation::Card second = station.employ(u"ad2"_s, Role::CardAdministrator);

    VaultKeyHolders& holders() { return station.workstation().vaultKeyHolders(); }
    VaultSlotState slotOf(const CounterStation::Card& card) {
        return expect(station.workstation().vaultKeySlots().state(station.idOf(card), SlotPurpose::Office));
    }
    /// The office key that a login with this card opens; empty: none.
    QByteArray keyOf(const CounterStation::Card& card) {
        if (!station.logIn(card))
            qFatal("no login");
        const OfficeKey* key = station.login().session()->officeKey();
        const QByteArray bytes = key ? key->bytes().view().toByteArray() : QByteArray();
        station.takeOut();
        if (!station.reaches(LoginState::WaitingForCard))
            qFatal("the card is still there");
        return bytes;
    }
};

class VaultKeyHoldersTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aWaitingCardGetsTheKeyOnRecordWithCardAndFingerprint() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        const AuditRecord grant = counter.last(u"vault.key-grant"_s);
        QVERIFY(grant.phase == AuditPhase::Outcome);
        QVERIFY(grant.outcome == AuditOutcome::Done);
        QCOMPARE(grant.operatorId, u"op1"_s);
        QCOMPARE(grant.target, u"card:"_s + counter.station.idOf(counter.jiro));
        QCOMPARE(grant.details.value(u"key"_s).toLatin1(),
                 keyOf(counter.managementCertificate(counter.jiro)));
        QVERIFY(counter.opensDrafts(counter.jiro));
    }

    void aCertificateOfSomebodyElsesAuthorityGetsNoKey() {
        Counter counter;
        const CertificateAuthority foreign = expect(
            CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}},
                                       {counter.clock.now().addDays(-1), counter.clock.now().addYears(1)}));
        const auto enemy = CounterStation::make(counter.station.order(), foreign);
        SimulatedStack reader({CounterStation::firstReader()});
        reader.insert(CounterStation::firstReader(), enemy);
        const auto connection = expect(reader.connect(CounterStation::firstReader()));
        const CardProof proof =
            expect(proveCard(*expect(connection->begin()), SecretBytes::copyOf(CounterStation::Pin)));
        counter.putManagementCertificate(counter.station.idOf(counter.jiro),
                                         proof.certificates.keyManagement);
        waitsWith(counter, ErrorCode::CertificateNotTrusted);
    }

    void anExpiredCardGetsNoKey() {
        Counter counter;
        counter.station.close();
        CardOrder old = counter.station.order();
        old.validity.notAfter = counter.clock.now().addDays(2);
        const auto saburo = CounterStation::make(old, counter.station.authority());
        counter.station.enroll(CounterStation::person(u"op3"_s), saburo);
        counter.station.open();
        counter.clock.advance(std::chrono::hours(72));
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Ready); // not held up by the other one
        QVERIFY(counter.slotOf(saburo) == VaultSlotState::Waiting);
        const AuditRecord grant = counter.last(u"vault.key-grant"_s);
        QCOMPARE(grant.target, u"card:"_s + counter.station.idOf(saburo));
        QCOMPARE(grant.details.value(u"error"_s), u"CertificateExpired"_s);
    }

    void whoeverMayNotWorkGetsNoKey_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<ErrorCode>("reason");
        QTest::newRow("suspended") << QByteArray("UPDATE operator SET status = 1 WHERE id = 'op2'")
                                   << ErrorCode::OperatorSuspended;
        QTest::newRow("card invalidated")
            << QByteArray("UPDATE operator_card SET state = 1 WHERE operator = 'op2'")
            << ErrorCode::CardUnknown;
        QTest::newRow("role is over")
            << QByteArray("UPDATE operator SET valid_to = '2000-01-01' WHERE id = 'op2'")
            << ErrorCode::OperatorOutsideDates;
        QTest::newRow("another terminal")
            << QByteArray("UPDATE operator SET terminals = 'T9' WHERE id = 'op2'")
            << ErrorCode::OperatorWrongTerminal;
        QTest::newRow("another role") << QByteArray("UPDATE operator SET role = 'Auditor' WHERE id = 'op2'")
                                      << ErrorCode::PermissionDenied;
        QTest::newRow("no 9D") << QByteArray(
                                      "UPDATE operator_card SET certificate_9d = x'' WHERE operator = 'op2'")
                               << ErrorCode::CardObjectMissing;
        QTest::newRow("9D is no certificate")
            << QByteArray("UPDATE operator_card SET certificate_9d = x'00' WHERE operator = 'op2'")
            << ErrorCode::CertificateMalformed;
    }

    void whoeverMayNotWorkGetsNoKey() {
        QFETCH(QByteArray, sql);
        QFETCH(ErrorCode, reason);
        Counter counter;
        counter.change(sql.constData());
        waitsWith(counter, reason);
    }

    void sheWhoComesAtAnotherHourGetsTheKeyAllTheSame() {
        Counter counter;
        counter.change("UPDATE operator SET hours_from = 0, hours_to = 1, weekdays = 127 WHERE id = 'op2'");
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Ready);
    }

    void aSuspendedOperatorLosesTheKeyAtOnceAndWaitsWhenSheMayWorkAgain() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        const Suspension suspension = expect(counter.holders().suspend(counter.administrator, u"op2"_s));
        QCOMPARE(suspension.dropped, QStringList{counter.station.idOf(counter.jiro)});
        QVERIFY(suspension.kept.isEmpty());
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
        expect(counter.holders().resume(counter.administrator, u"op2"_s));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        QVERIFY(!counter.opensDrafts(counter.jiro));
        QVERIFY(counter.opensDrafts(counter.hanako));
        QVERIFY(counter.opensDrafts(counter.jiro));
    }

    void theLastSlotStaysButTheSuspendedCardIsRefused() {
        Counter counter; // Jiro's slot still waits: only Hanako's opens the vault
        const Suspension suspension = expect(counter.holders().suspend(counter.administrator, u"op1"_s));
        QCOMPARE(suspension.kept, QStringList{counter.station.idOf(counter.hanako)});
        QVERIFY(suspension.dropped.isEmpty());
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.refuses(ErrorCode::OperatorSuspended));
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        expect(counter.holders().resume(counter.administrator, u"op1"_s));
        QVERIFY(counter.opensDrafts(counter.hanako));
    }

    // A slot that is ready but whose card can't log in any more does not save the drafts.
    void aReadySlotOfAnExpiredCardDoesNotCountAsAnother() {
        Counter counter;
        counter.station.close();
        CardOrder old = counter.station.order();
        old.validity.notAfter = counter.clock.now().addDays(2);
        const auto saburo = CounterStation::make(old, counter.station.authority());
        counter.station.enroll(CounterStation::person(u"op3"_s), saburo);
        counter.station.open();
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.slotOf(saburo) == VaultSlotState::Ready);
        QVERIFY(expect(counter.holders().suspend(counter.administrator, u"op2"_s)).kept.isEmpty());
        counter.clock.advance(std::chrono::hours(72));
        QCOMPARE(expect(counter.holders().suspend(counter.administrator, u"op1"_s)).kept,
                 QStringList{counter.station.idOf(counter.hanako)});
    }

    void aSuspensionThatIsRefusedChangesNoSlot() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        const Session nobody = CounterStation::session(Role::Auditor);
        QCOMPARE(counter.holders().suspend(nobody, u"op2"_s).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(counter.holders().resume(nobody, u"op2"_s).error().code, ErrorCode::PermissionDenied);
        const Session herself = CounterStation::session(Role::CardAdministrator, u"op2"_s);
        QCOMPARE(counter.holders().suspend(herself, u"op2"_s).error().code, ErrorCode::InputInvalid);
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Ready);
    }

    void roleAndKeyFitTogetherOrTheVaultStaysShut() {
        Counter counter;
        counter.station.close();
        const auto auditor = counter.station.employ(u"aud"_s, Role::Auditor);
        counter.station.open();
        std::optional<ErrorCode> problem;
        QObject::connect(&counter.station.login(), &LoginController::sessionStarted, &counter.station.login(),
                         [&](const LoginGreeting& greeting) { problem = greeting.vaultProblem; });
        QVERIFY(counter.station.logIn(auditor));
        QVERIFY(!counter.station.workstation().work());
        QVERIFY(!counter.station.login().session()->vaultKey());
        QVERIFY(!problem); // nothing is wrong: she has no business with drafts
    }

    void theOfficeKeyOpensAtLoginAndIsGivenToTheNextAdministrator() {
        Office office;
        QVERIFY(office.keyOf(office.second).isEmpty());
        const QByteArray key = office.keyOf(office.first);
        QCOMPARE(key.size(), qsizetype(OfficeKey::Bytes));
        QVERIFY(office.station.recorded().contains(u"office.key-grant"_s));
        QCOMPARE(office.keyOf(office.second), key);
    }

    void aCardWithoutTheOfficeKeyIsToldSo() {
        Office office;
        std::optional<ErrorCode> problem;
        QObject::connect(&office.station.login(), &LoginController::sessionStarted, &office.station.login(),
                         [&](const LoginGreeting& greeting) { problem = greeting.officeProblem; });
        office.keyOf(office.second);
        QCOMPARE(problem, ErrorCode::OfficeKeyMissing);
        office.keyOf(office.first);
        QVERIFY(!problem);
    }

    void aSuspendedAdministratorLosesTheOfficeKeyUnlessNobodyElseHasIt() {
        Office office;
        const Session third = CounterStation::session(Role::CardAdministrator, u"ad3"_s);
        QCOMPARE(expect(office.holders().suspend(third, u"ad1"_s)).officeKept,
                 QStringList{office.station.idOf(office.first)});
        expect(office.holders().resume(third, u"ad1"_s));
        const QByteArray key = office.keyOf(office.first);
        QCOMPARE(expect(office.holders().suspend(third, u"ad1"_s)).officeDropped,
                 QStringList{office.station.idOf(office.first)});
        QVERIFY(office.slotOf(office.first) == VaultSlotState::None);
        expect(office.holders().resume(third, u"ad1"_s));
        QCOMPARE(office.keyOf(office.second), key);
        QCOMPARE(office.keyOf(office.first), key);
    }

    void whereNobodyHasTheOfficeKeyTheNextLoginMakesOne() {
        Office office;
        expect(office.station.workstation().database().execute(
            "UPDATE key_slot SET ephemeral_key = NULL, wrapped_key = NULL"));
        QVERIFY(office.keyOf(office.second).isEmpty());
        QVERIFY(office.slotOf(office.second) == VaultSlotState::Ready);
        const QByteArray key = office.keyOf(office.second);
        QCOMPARE(key.size(), qsizetype(OfficeKey::Bytes));
        QCOMPARE(office.keyOf(office.first), key);
    }

    // Their management keys and PUKs come from the first: another would open none of them.
    void noSecondOfficeKeyIsMadeWhileCardsWereIssuedWithTheFirst() {
        Office office;
        IssueRegister& issues = office.station.workstation().issues();
        CardIssue issue;
        issue.id = expect(issues.nextId());
        issue.operatorId = u"ad1"_s;
        issue.startedBy = u"ad1"_s;
        issue.witness = u"ad2"_s;
        issue.startedAt = office.clock.now();
        issue.guid = QByteArray(16, 'g');
        issue.lastDay = office.clock.now().date().addYears(3);
        expect(issues.add(issue));
        expect(office.station.workstation().database().execute(
            "UPDATE key_slot SET ephemeral_key = NULL, wrapped_key = NULL"));
        QVERIFY(office.keyOf(office.first).isEmpty());
        QVERIFY(office.keyOf(office.second).isEmpty());
        QVERIFY(office.slotOf(office.first) == VaultSlotState::Waiting);
        QVERIFY(!expect(office.station.workstation().vaultKeySlots().anyReady(SlotPurpose::Office)));
        QVERIFY(!office.station.recorded().contains(u"office.key-grant"_s));
    }

private:
    // Hanako logs in, and Jiro's card goes on waiting, for this reason.
    static void waitsWith(Counter& counter, ErrorCode reason) {
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        const AuditRecord grant = counter.last(u"vault.key-grant"_s);
        QVERIFY(grant.phase == AuditPhase::Outcome);
        QVERIFY(grant.outcome != AuditOutcome::Done);
        QCOMPARE(grant.target, u"card:"_s + counter.station.idOf(counter.jiro));
        QCOMPARE(grant.details.value(u"error"_s), errorName(reason));
        QVERIFY(!grant.details.contains(u"key"_s));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::VaultKeyHoldersTest)
#include "tst_vaultkeyholders.moc"
