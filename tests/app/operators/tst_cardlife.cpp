// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issueregister.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Two people at the counter and an administrator: Hanako's card opens the vault, Jiro's waits.
struct Counter {
    Counter() { station.open(); }

    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    CounterStation::Card jiro = station.employ(u"op2"_s);
    CounterStation::Card administratorsCard = station.employ(u"adm"_s, Role::CardAdministrator);
    CounterStation::Card supervisorsCard = station.employ(u"sup"_s, Role::Supervisor);
    Session administrator = CounterStation::session(Role::CardAdministrator, u"adm"_s);
    Session supervisor = CounterStation::session(Role::Supervisor, u"sup"_s);

    CardLife& life() { return station.workstation().cardLife(); }
    QString idOf(const CounterStation::Card& card) { return station.idOf(card); }
    OperatorCardState stateOf(const CounterStation::Card& card) {
        return expect(station.workstation().operators().holderOf(idOf(card))).card.state;
    }
    VaultSlotState slotOf(const CounterStation::Card& card) {
        return expect(station.workstation().vaultKeySlots().state(idOf(card)));
    }
    QList<CardEvent> eventsOf(const CounterStation::Card& card) {
        QList<CardEvent> events;
        for (const CardEventEntry& entry : expect(life().history(administrator, idOf(card))))
            events.append(entry.event);
        return events;
    }
    bool comesAndGoes(const CounterStation::Card& card) {
        if (!station.logIn(card))
            return false;
        station.takeOut();
        return station.reaches(LoginState::WaitingForCard);
    }
    bool isRefused(const CounterStation::Card& card, ErrorCode code) {
        station.insert(card);
        const bool refused = station.refuses(code);
        station.takeOut();
        return refused && station.reaches(LoginState::WaitingForCard);
    }
};

} // namespace

class CardLifeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatGivesACardBackOrEndsItNeedsAFreshPin() {
        Counter counter;
        const QString card = counter.idOf(counter.jiro);
        counter.administrator.pinProven([] { return false; });
        QCOMPARE(counter.life().lend(counter.administrator, card, {}).error().code, ErrorCode::PinNotFresh);
        QCOMPARE(counter.life().invalidate(counter.administrator, card, u"broken"_s).error().code,
                 ErrorCode::PinNotFresh);
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Active);
        expect(counter.life().suspendCard(counter.administrator, card, u"mislaid"_s)); // urgent
        QCOMPARE(counter.life().resumeCard(counter.administrator, card).error().code, ErrorCode::PinNotFresh);
        expect(counter.life().suspend(counter.administrator, u"op1"_s, u"left"_s));
        QCOMPARE(counter.life().resume(counter.administrator, u"op1"_s).error().code, ErrorCode::PinNotFresh);
        expect(counter.life().reportLost(counter.administrator, card, LossKind::Lost));
    }

    void enrolmentBeginsTheHistory() {
        Counter counter;
        const auto history =
            expect(counter.life().history(counter.administrator, counter.idOf(counter.jiro)));
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.constFirst().event, CardEvent::Enrolled);
        QCOMPARE(history.constFirst().at, counter.clock.now());
        QVERIFY(history.constFirst().by.isEmpty());
    }

    void aLostCardIsRefusedAtTheNextInsertionAndHasNoKeyToTheDrafts() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.comesAndGoes(counter.jiro)); // has the vault key now
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Ready);
        const Session hanako = CounterStation::session(Role::Operator, u"op1"_s);
        const LossReport report =
            expect(counter.life().reportLost(hanako, counter.idOf(counter.jiro), LossKind::Stolen));
        QCOMPARE(report.incident, u"2026-0001"_s);
        QCOMPARE(report.holder.person.id, u"op2"_s);
        QCOMPARE(report.vaultKey.dropped, QStringList{counter.idOf(counter.jiro)});
        QVERIFY(!report.revoked); // enrolled, not issued here
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Lost);
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardLost));
        QVERIFY(counter.comesAndGoes(counter.hanako)); // nobody else is touched
        const CardEventEntry lost =
            expect(counter.life().history(counter.administrator, counter.idOf(counter.jiro))).constLast();
        QCOMPARE(lost.event, CardEvent::Lost);
        QCOMPARE(lost.by, u"op1"_s);
        QCOMPARE(lost.reason, u"stolen"_s);
        QCOMPARE(lost.incident, u"2026-0001"_s);
    }

    void withTheOnlyCardThatOpensThemTheDraftsAreLostAndTheNextCardBeginsAnew() {
        Counter counter;
        QCOMPARE(expect(counter.life().fatesWithout(counter.supervisor, {counter.idOf(counter.hanako)},
                                                    CardLeaves::ForEver))
                     .drafts,
                 KeyFate::Lost);
        const LossReport report = expect(
            counter.life().reportLost(counter.supervisor, counter.idOf(counter.hanako), LossKind::Lost));
        QCOMPARE(report.vaultKey.fates, (KeyFates{KeyFate::Lost, KeyFate::WithOthers}));
        QVERIFY(report.vaultKey.kept.isEmpty());
        QCOMPARE(detailsOf(report).value(u"drafts-key"_s), u"lost"_s);
        QVERIFY(counter.slotOf(counter.hanako) == VaultSlotState::None);
        QVERIFY(counter.isRefused(counter.hanako, ErrorCode::CardLost));
        QVERIFY(!expect(counter.station.workstation().vaultKeySlots().vaultExists()));
    }

    void aCardThatWasTakenBackKeepsTheOnlyKeyUntilItIsInvalidated() {
        Counter counter;
        const QString card = counter.idOf(counter.hanako);
        const Withdrawal back = expect(counter.life().takeBack(counter.administrator, card));
        QCOMPARE(back.vaultKey.kept, QStringList{card});
        QCOMPARE(back.vaultKey.fates.drafts, KeyFate::Kept);
        const Withdrawal end = expect(counter.life().invalidate(counter.administrator, card, u"broken"_s));
        QCOMPARE(end.vaultKey.dropped, QStringList{card});
        QCOMPARE(end.vaultKey.fates.drafts, KeyFate::Lost);
    }

    // What is said before is what happens, for both keys and every way.
    void whileASuspendedHoldersCardKeepsTheKeyNothingIsLost() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.comesAndGoes(counter.jiro)); // both have it
        // Hanako is away until further notice, by her dates: her card is refused, and keeps its key.
        RoleTerms away = termsOf(expect(counter.station.workstation().operators().find(u"op1"_s)));
        away.validFrom = counter.clock.now().toLocalTime().date().addDays(30);
        expect(counter.station.workstation().roleChanges().change(counter.administrator, u"op1"_s, away));
        const QStringList jiro{counter.idOf(counter.jiro)};
        QCOMPARE(expect(counter.life().fatesWithout(counter.supervisor, jiro, CardLeaves::ForEver)),
                 (KeyFates{KeyFate::Kept, KeyFate::WithOthers}));
        const LossReport lost =
            expect(counter.life().reportLost(counter.supervisor, jiro.constFirst(), LossKind::Lost));
        QCOMPARE(lost.vaultKey.fates.drafts, KeyFate::Kept);
        QCOMPARE(lost.vaultKey.dropped, jiro);
        QVERIFY(counter.slotOf(counter.hanako) == VaultSlotState::Ready);
        // hers is the last one that is left
        QCOMPARE(expect(counter.life().fatesWithoutOperator(counter.administrator, u"op1"_s)).drafts,
                 KeyFate::Kept);
        QCOMPARE(expect(counter.life().suspend(counter.administrator, u"op1"_s, u"away"_s)).fates.drafts,
                 KeyFate::Kept);
        QCOMPARE(expect(counter.life().reportLost(counter.supervisor, counter.idOf(counter.hanako),
                                                  LossKind::Lost))
                     .vaultKey.fates.drafts,
                 KeyFate::Lost);
    }

    void theOfficeKeyIsSpokenOfToo() {
        Counter counter;
        const QStringList only{counter.idOf(counter.administratorsCard)};
        QCOMPARE(expect(counter.life().fatesWithout(counter.supervisor, only, CardLeaves::ForEver)).office,
                 KeyFate::Lost);
        QCOMPARE(expect(counter.life().fatesWithout(counter.supervisor, only, CardLeaves::ForATime)).office,
                 KeyFate::Kept);
        const LossReport lost =
            expect(counter.life().reportLost(counter.supervisor, only.constFirst(), LossKind::Lost));
        QCOMPARE(lost.vaultKey.fates, (KeyFates{KeyFate::WithOthers, KeyFate::Lost}));
        QCOMPARE(detailsOf(lost).value(u"office-key"_s), u"lost"_s);
    }

    void nobodyIsLentASecondCardUnlessThePolicySaysSo() {
        Counter counter;
        const QString first = counter.idOf(counter.jiro);
        expect(counter.life().takeBack(counter.administrator, first));
        OperatorCard another;
        another.operatorId = u"op2"_s;
        another.authenticationCertificate = "made elsewhere";
        another.enrolledAt = counter.clock.now();
        const QString second = expect(counter.station.workstation().operators().add(another));
        const auto refused = counter.life().lend(counter.administrator, first, {});
        QCOMPARE(refused.error().code, ErrorCode::OperatorHasCard);
        QCOMPARE(refused.error().detail, second);
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Returned);
        StationPolicy policy = expect(counter.station.workstation().policy());
        policy.severalCards = true;
        expect(counter.station.workstation().policies().changeAtConsole(policy));
        QVERIFY(counter.life().lend(counter.administrator, first, {}));
        expect(counter.life().lend(counter.administrator, first, {})); // noted once more, its own is no other
    }

    void aRunningSessionOfTheCardEndsAtOnce() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.hanako));
        QSignalSpy ended(&counter.station.login(), &LoginController::sessionEnded);
        ActionRunner& actions = counter.station.workstation().actions();
        const Session& session = *counter.station.login().session();
        expect(actions.run({ActionId::CardReportLost}, &session, [&] {
            return counter.life().reportLost(session, session.facts().card, LossKind::Lost);
        }));
        QVERIFY(counter.station.login().session() != nullptr); // the action that asked for it is whole
        QVERIFY(counter.station.refuses(ErrorCode::CardLost));
        QVERIFY(counter.station.login().session() == nullptr);
        QCOMPARE(ended.size(), 1);
        QVERIFY(ended.constFirst().constFirst().value<SessionEnd>() == SessionEnd::CardWithdrawn);
        QVERIFY(counter.station.workstation().work() == nullptr);
        const QStringList recorded = counter.station.recorded();
        QVERIFY(recorded.lastIndexOf(u"card.lost"_s) < recorded.lastIndexOf(u"session.lock"_s));
    }

    void nobodyElsesSessionEnds() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.hanako));
        expect(counter.life().reportLost(*counter.station.login().session(), counter.idOf(counter.jiro),
                                         LossKind::Lost));
        QCoreApplication::processEvents();
        QVERIFY(counter.station.login().session() != nullptr);
    }

    void itIsStillLostAfterAnotherStartOfTheProgram() {
        Counter counter;
        expect(counter.life().reportLost(counter.supervisor, counter.idOf(counter.jiro), LossKind::Lost));
        counter.station.reopen();
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardLost));
    }

    void certificatesOfACardThatWasIssuedHereAreRevoked() {
        Counter counter;
        IssueRegister issues(counter.station.workstation().database());
        const QDateTime now = counter.clock.now();
        expect(issues.add({.id = u"I-0001"_s,
                           .operatorId = u"op2"_s,
                           .startedBy = u"adm"_s,
                           .witness = u"sup"_s,
                           .startedAt = now,
                           .endedAt = {},
                           .guid = "guid of 16 bytes",
                           .lastDay = now.date().addYears(1),
                           .sealedPuk = "sealed",
                           .card = {}}));
        expect(issues.addCertificate(u"I-0001"_s, CertificateKind::Login, "\x01\x02", now.addYears(1)));
        expect(issues.finish(u"I-0001"_s, counter.idOf(counter.jiro), now));
        const LossReport report =
            expect(counter.life().reportLost(counter.supervisor, counter.idOf(counter.jiro), LossKind::Lost));
        QVERIFY(report.revoked);
        const auto revoked = expect(issues.revoked(now));
        QCOMPARE(revoked.size(), 1);
        QVERIFY(revoked.constFirst().reason == RevocationReason::KeyCompromise);
        expect(counter.life().found(counter.administrator, counter.idOf(counter.jiro)));
        expect(counter.life().invalidate(counter.administrator, counter.idOf(counter.jiro), u"replaced"_s));
        QVERIFY(expect(issues.revoked(now)).constFirst().reason == RevocationReason::KeyCompromise);
    }

    void aLossThatCanNotRevokeChangesNothing() {
        Counter counter;
        expect(counter.station.workstation().database().execute("DROP TABLE issued_certificate"));
        expect(counter.station.workstation().database().execute(
            "INSERT INTO card_issue (id, operator, started_by, witness, started_at, ended_at, step, guid, "
            "last_day, "
            "sealed_puk, card) VALUES ('I-0001', 'op2', '', '', 0, 0, 1, x'01', '', x'', '" +
            counter.idOf(counter.jiro).toLatin1() + "')"));
        QVERIFY(!counter.life().reportLost(counter.supervisor, counter.idOf(counter.jiro), LossKind::Lost));
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Active);
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        QCOMPARE(counter.eventsOf(counter.jiro), QList{CardEvent::Enrolled});
    }

    void aFoundCardStaysUnusableUntilItIsInvalidatedAndDestroyedBeforeAWitness() {
        Counter counter;
        const QString card = counter.idOf(counter.jiro);
        expect(counter.life().reportLost(counter.supervisor, card, LossKind::Lost));
        expect(counter.life().found(counter.administrator, card));
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardLost));
        QCOMPARE(counter.life().lend(counter.administrator, card, {}).error().code,
                 ErrorCode::CardEventImpossible);
        QCOMPARE(counter.life().destroy(counter.administrator, card, {u"sup"_s}).error().code,
                 ErrorCode::CardEventImpossible);
        expect(counter.life().invalidate(counter.administrator, card, u"replaced"_s));
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardUnknown));
        expect(counter.life().destroy(counter.administrator, card, {u"sup"_s}));
        const auto history = expect(counter.life().history(counter.administrator, card));
        QCOMPARE(history.at(2).incident, u"2026-0001"_s); // found: of that loss
        QCOMPARE(history.constLast().event, CardEvent::Destroyed);
        QCOMPARE(history.constLast().witness, u"sup"_s);
        QVERIFY(!history.constLast().witnessByCard);
    }

    void theWitnessIsAnAdministratorOrSupervisorWhoWorksHereAndSomebodyElse() {
        Counter counter;
        const QString card = counter.idOf(counter.jiro);
        expect(counter.life().invalidate(counter.administrator, card, u"broken"_s));
        expect(counter.life().invalidate(counter.administrator, counter.idOf(counter.supervisorsCard),
                                         u"broken"_s));
        QCOMPARE(counter.life()
                     .destroy(counter.administrator, counter.idOf(counter.supervisorsCard), {u"sup"_s})
                     .error()
                     .code,
                 ErrorCode::WitnessSamePerson); // her own card
        expect(counter.life().suspend(counter.administrator, u"sup"_s, u"away"_s));
        QCOMPARE(counter.life().destroy(counter.administrator, card, {u"adm"_s}).error().code,
                 ErrorCode::WitnessSamePerson);
        for (const QString& witness : {u""_s, u"nobody"_s, u"sup"_s, u"op1"_s})
            QCOMPARE(counter.life().destroy(counter.administrator, card, {witness}).error().code,
                     ErrorCode::WitnessUnsuitable);
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Invalidated);
    }

    void aCardTakenBackIsRefusedUntilItIsLentAgain() {
        Counter counter;
        const QString card = counter.idOf(counter.jiro);
        expect(counter.life().takeBack(counter.administrator, card));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardReturned));
        const QDate today = counter.clock.now().toLocalTime().date();
        QCOMPARE(counter.life().lend(counter.administrator, card, today.addDays(-1)).error().code,
                 ErrorCode::InputInvalid);
        expect(counter.life().lend(counter.administrator, card, today.addDays(7)));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        QVERIFY(counter.comesAndGoes(counter.jiro));
        for (const RegisteredCard& registered : expect(counter.life().registered(counter.administrator)))
            QCOMPARE(registered.dueBack, registered.card.id == card ? today.addDays(7) : QDate());
    }

    void nobodyTakesBackOrInvalidatesTheCardThatSheWorksWith() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.administratorsCard));
        const Session& session = *counter.station.login().session();
        const QString own = session.facts().card;
        QCOMPARE(counter.life().takeBack(session, own).error().code, ErrorCode::InputInvalid);
        QCOMPARE(counter.life().invalidate(session, own, u"other"_s).error().code, ErrorCode::InputInvalid);
        QVERIFY(counter.stateOf(counter.administratorsCard) == OperatorCardState::Active);
    }

    void cardsAreSuspendedAndResumedWithTheirOperator() {
        Counter counter;
        expect(counter.life().suspend(counter.administrator, u"op2"_s, u"away"_s));
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Suspended);
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::OperatorSuspended));
        expect(counter.life().resume(counter.administrator, u"op2"_s));
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Active);
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        QCOMPARE(counter.eventsOf(counter.jiro),
                 (QList{CardEvent::Enrolled, CardEvent::Suspended, CardEvent::Resumed}));
        QVERIFY(counter.comesAndGoes(counter.jiro));
    }

    void oneCardIsSuspendedAtOnceAndItsHolderIsNot() {
        Counter counter;
        QVERIFY(counter.comesAndGoes(counter.hanako));
        QVERIFY(counter.comesAndGoes(counter.jiro)); // has the vault key now
        const QString card = counter.idOf(counter.jiro);
        const Withdrawal gone = expect(counter.life().suspendCard(counter.administrator, card, u"mislaid"_s));
        QCOMPARE(gone.vaultKey.dropped, QStringList{card});
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::SuspendedAlone);
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardSuspended));
        QVERIFY(expect(counter.station.workstation().operators().find(u"op2"_s)).status ==
                OperatorStatus::Active);
        QCOMPARE(expect(counter.life().suspensionOf(counter.administrator, u"op2"_s)), std::nullopt);
        const CardEventEntry event = expect(counter.life().history(counter.administrator, card)).constLast();
        QCOMPARE(event.event, CardEvent::SuspendedAlone);
        QCOMPARE(event.by, u"adm"_s);
        QCOMPARE(event.reason, u"mislaid"_s);
        counter.station.reopen();
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardSuspended));
        expect(counter.life().resumeCard(counter.administrator, card));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        QVERIFY(counter.comesAndGoes(counter.jiro));
    }

    void itsHoldersSuspensionAndResumptionDoNotTouchACardSuspendedAlone() {
        Counter counter;
        const QString card = counter.idOf(counter.jiro);
        expect(counter.life().suspendCard(counter.administrator, card, u"misuse"_s));
        expect(counter.life().suspend(counter.administrator, u"op2"_s, u"away"_s));
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardSuspended));
        expect(counter.life().resume(counter.administrator, u"op2"_s));
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardSuspended));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
        expect(counter.life().suspend(counter.administrator, u"op2"_s, u"away"_s));
        expect(counter.life().resumeCard(counter.administrator, card));
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::OperatorSuspended));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None); // nothing waits for somebody suspended
        expect(counter.life().resume(counter.administrator, u"op2"_s));
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::Waiting);
        QVERIFY(counter.comesAndGoes(counter.jiro));
    }

    void theOnlyKeyIsKeptWhileItsCardIsSuspendedAlone() {
        Counter counter;
        const QString card = counter.idOf(counter.hanako);
        const Withdrawal kept = expect(counter.life().suspendCard(counter.administrator, card, u"other"_s));
        QCOMPARE(kept.vaultKey.kept, QStringList{card});
        QVERIFY(kept.vaultKey.fates.drafts == KeyFate::Kept);
        QVERIFY(counter.isRefused(counter.hanako, ErrorCode::CardSuspended));
        expect(counter.life().resumeCard(counter.administrator, card));
        QVERIFY(counter.comesAndGoes(counter.hanako));
    }

    void aCardSuspendedAloneCanStillBeLostTakenBackAndInvalidated() {
        Counter counter;
        CardLife& life = counter.life();
        const QString card = counter.idOf(counter.jiro);
        expect(life.suspendCard(counter.administrator, card, u"mislaid"_s));
        expect(life.takeBack(counter.administrator, card));
        expect(life.lend(counter.administrator, card, {}));
        expect(life.suspendCard(counter.administrator, card, u"mislaid"_s));
        QCOMPARE(expect(life.inPeoplesHands(counter.supervisor)).size(), 4);
        expect(life.reportLost(counter.supervisor, card, LossKind::Lost));
        QVERIFY(counter.isRefused(counter.jiro, ErrorCode::CardLost));
        const QString other = counter.idOf(counter.supervisorsCard);
        expect(life.suspendCard(counter.administrator, other, u"examined"_s));
        expect(life.invalidate(counter.administrator, other, u"broken"_s));
        QVERIFY(counter.isRefused(counter.supervisorsCard, ErrorCode::CardUnknown));
    }

    void aRunningSessionOfACardSuspendedAloneEndsAtOnce() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.hanako));
        QSignalSpy ended(&counter.station.login(), &LoginController::sessionEnded);
        expect(counter.life().suspendCard(counter.administrator, counter.idOf(counter.hanako), u"misuse"_s));
        QVERIFY(counter.station.refuses(ErrorCode::CardSuspended));
        QCOMPARE(ended.size(), 1);
        QVERIFY(ended.constFirst().constFirst().value<SessionEnd>() == SessionEnd::CardWithdrawn);
    }

    void suspendingOneCardTakesAKnownReasonAndSomebodyElsesCard() {
        Counter counter;
        QVERIFY(counter.station.logIn(counter.administratorsCard));
        const Session& session = *counter.station.login().session();
        QCOMPARE(counter.life().suspendCard(session, session.facts().card, u"other"_s).error().code,
                 ErrorCode::InputInvalid);
        const QString card = counter.idOf(counter.jiro);
        for (const QString& reason : {QString(), u"stolen"_s})
            QCOMPARE(counter.life().suspendCard(session, card, reason).error().code, ErrorCode::InputInvalid);
        QCOMPARE(counter.eventsOf(counter.jiro), QList{CardEvent::Enrolled});
        QCOMPARE(counter.life().resumeCard(session, card).error().code, ErrorCode::CardEventImpossible);
    }

    void resumingSomebodyDoesNotBringBackTheCardThatSheLost() {
        Counter counter;
        expect(counter.life().suspend(counter.administrator, u"op2"_s, u"away"_s));
        expect(counter.life().reportLost(counter.supervisor, counter.idOf(counter.jiro), LossKind::Lost));
        expect(counter.life().resume(counter.administrator, u"op2"_s));
        QVERIFY(counter.stateOf(counter.jiro) == OperatorCardState::Lost);
        QVERIFY(counter.slotOf(counter.jiro) == VaultSlotState::None);
    }

    void whoMayNotGetsNothing() {
        Counter counter;
        const QString card = counter.idOf(counter.jiro);
        const QDate none;
        for (const Role role : {Role::Auditor, Role::SystemAdministrator}) {
            const Session session = CounterStation::session(role, u"x1"_s);
            QCOMPARE(counter.life().inPeoplesHands(session).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(counter.life().reportLost(session, card, LossKind::Lost).error().code,
                     ErrorCode::PermissionDenied);
        }
        for (const Role role : {Role::Operator, Role::Supervisor, Role::Auditor, Role::SystemAdministrator}) {
            const Session session = CounterStation::session(role, u"x1"_s);
            for (const ErrorCode code : {counter.life().registered(session).error().code,
                                         counter.life().history(session, card).error().code,
                                         counter.life().found(session, card).error().code,
                                         counter.life().lend(session, card, none).error().code,
                                         counter.life().takeBack(session, card).error().code,
                                         counter.life().invalidate(session, card, u"other"_s).error().code,
                                         counter.life().destroy(session, card, {u"op1"_s}).error().code,
                                         counter.life().mayDestroy(session, card).error().code,
                                         counter.life().suspendCard(session, card, u"other"_s).error().code,
                                         counter.life().resumeCard(session, card).error().code,
                                         counter.life().suspend(session, u"op2"_s, u"away"_s).error().code,
                                         counter.life().resume(session, u"op2"_s).error().code})
                QCOMPARE(code, ErrorCode::PermissionDenied);
        }
        QCOMPARE(counter.eventsOf(counter.jiro), QList{CardEvent::Enrolled});
    }

    void onlyCardsInPeoplesHandsCanBeReportedByChoosing() {
        Counter counter;
        expect(counter.life().takeBack(counter.administrator, counter.idOf(counter.jiro)));
        QStringList people;
        for (const CardHolder& holder : expect(counter.life().inPeoplesHands(counter.supervisor)))
            people += holder.person.id;
        people.sort();
        QCOMPARE(people, (QStringList{u"adm"_s, u"op1"_s, u"sup"_s}));
    }

    void aSuspensionTellsSinceWhenByWhomAndWhyUntilItIsOver() {
        Counter counter;
        CardLife& life = counter.life();
        QCOMPARE(expect(life.suspensionOf(counter.administrator, u"op2"_s)), std::nullopt);
        std::ignore = expect(life.suspend(counter.administrator, u"op2"_s, u"away"_s));
        const auto suspension = expect(life.suspensionOf(counter.administrator, u"op2"_s));
        QVERIFY(suspension);
        QCOMPARE(suspension->at, counter.clock.now());
        QCOMPARE(suspension->by, u"adm"_s);
        QCOMPARE(suspension->reason, u"away"_s);
        QCOMPARE(expect(life.suspensionOf(counter.administrator, u"op1"_s)), std::nullopt);
        QCOMPARE(life.suspensionOf(counter.supervisor, u"op2"_s).error().code, ErrorCode::PermissionDenied);
        counter.clock.advance(std::chrono::hours(1));
        expect(life.resume(counter.administrator, u"op2"_s));
        QCOMPARE(expect(life.suspensionOf(counter.administrator, u"op2"_s)), std::nullopt);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardLifeTest)
#include "tst_cardlife.moc"
