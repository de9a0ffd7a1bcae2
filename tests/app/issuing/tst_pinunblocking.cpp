// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A blocked card gets a new PIN by two people and its holder, against a whole station with two readers.

#include "tests/support/cutcard.h"
#include "tests/support/swappedcard.h"
#include "tests/support/testcase.h"
#include "tests/support/unblockingcounter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {

class PinUnblockingTest : public TestCase {
    Q_OBJECT

    static QList<CardEventEntry> events(UnblockingCounter& counter, const CounterStation::Card& card) {
        return expect(counter.workstation().cardLife().history(counter.session(), counter.cardOf(card)));
    }
    static AuditRecord lastUnblock(UnblockingCounter& counter) {
        const AuditRecord record = counter.station.lastRecord();
        if (record.action != u"pin.unblock"_s)
            qFatal("the last record is %s", qPrintable(record.action));
        return record;
    }

private Q_SLOTS:
    void twoPeopleAndTheHolderUnblockACard() {
        UnblockingCounter counter;
        useUpTries(*counter.hanako, 0);
        counter.start();
        const QString card = counter.cardOf(counter.hanako);
        for (int i = 0; i < 3; ++i)
            expect(counter.workstation().lockout().beginTry(card, 5));
        QVERIFY(expect(counter.workstation().lockout().state(card)).kind != LockoutState::Kind::Open);
        QVERIFY(counter.isAtNewPin());
        QCOMPARE(counter.view().holderId, u"op1"_s);
        counter.submit();
        QVERIFY(counter.comesTo(UnblockingState::Done));
        QCOMPARE(counter.hanako->pin(), QByteArray(UnblockingCounter::NewPin));
        QVERIFY(counter.hanako->pinTriesLeft() >= 3);
        QCOMPARE(expect(counter.workstation().lockout().state(card)).kind, LockoutState::Kind::Open);
        counter.takeOut();
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.station.enterPin(UnblockingCounter::NewPin);
        QVERIFY(counter.station.reaches(LoginState::InSession));
        QVERIFY(!counter.session().isPinChangeDue()); // she chose it herself
    }

    void theReaderForApplicantsServesTwoPeopleToo() {
        UnblockingCounter counter;
        useUpTries(*counter.hanako, 0);
        counter.start();
        expect(counter.workstation().readers().assign(
            CounterStation::session(Role::SystemAdministrator),
            {CounterStation::firstReader(), CounterStation::secondReader()}));
        QVERIFY(counter.isAtNewPin());
        counter.submit();
        QVERIFY(counter.comesTo(UnblockingState::Done));
        counter.takeOut();
        QTest::qWait(200);
        QVERIFY(counter.session().isActive()); // taken out of the applicants' reader
    }

    void itIsOnRecordWithBothPeopleAndInTheCardsHistory() {
        UnblockingCounter counter;
        counter.start();
        QVERIFY(counter.isAtNewPin());
        counter.submit();
        QVERIFY(counter.comesTo(UnblockingState::Done));
        const AuditRecord done = lastUnblock(counter);
        QCOMPARE(done.outcome, AuditOutcome::Done);
        QCOMPARE(done.operatorId, u"adm1"_s);
        QCOMPARE(done.target, u"card:"_s + counter.cardOf(counter.hanako));
        QCOMPARE(done.details, (QMap<QString, QString>{{u"witness"_s, u"sup1"_s}}));
        QCOMPARE(counter.station.recorded().count(u"pin.unblock"_s), 2); // attempt, outcome
        const CardEventEntry event = events(counter, counter.hanako).constLast();
        QCOMPARE(event.event, CardEvent::PinUnblocked);
        QCOMPARE(event.by, u"adm1"_s);
        QCOMPARE(event.witness, u"sup1"_s);
        QVERIFY(event.witnessByCard);
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void whoIsNoCardAdministratorUnblocksNothing() {
        UnblockingCounter counter;
        counter.start();
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        QVERIFY(counter.station.logIn(counter.supervisor));
        QCOMPARE(counter.begin().error().code, ErrorCode::PermissionDenied);
        QCOMPARE(lastUnblock(counter).outcome, AuditOutcome::Refused);
        QCOMPARE(counter.view().state, UnblockingState::Idle);
    }

    void whoUnblocksHasEnteredHerPinAMomentAgo() {
        UnblockingCounter counter;
        counter.start();
        counter.clock.advance(SessionRun::PinStaysFresh);
        QCOMPARE(counter.begin().error().code, ErrorCode::PinNotFresh);
        QCOMPARE(lastUnblock(counter).outcome, AuditOutcome::Refused);
        QCOMPARE(counter.view().state, UnblockingState::Idle);
    }

    void nobodyUnblocksWithoutASecondPerson() {
        UnblockingCounter counter;
        counter.start();
        expect(counter.begin());
        counter.putIn(counter.hanako);
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingWitness, ErrorCode::WitnessSamePerson));
        counter.submit();
        QCOMPARE(counter.view().state, UnblockingState::AwaitingWitness);
        QCOMPARE(counter.hanako->pin(), QByteArray(CounterStation::Pin));
    }

    void anOperatorIsNoWitness() {
        UnblockingCounter counter;
        const auto jiro = counter.station.employ(u"op2"_s);
        counter.start();
        expect(counter.begin());
        counter.putIn(jiro);
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingWitness, ErrorCode::WitnessUnsuitable));
    }

    void aCardThatLiesInAThirdReaderIsTakenAtItsTurn() {
        UnblockingCounter counter;
        const QString third = u"Reader 3"_s;
        const auto stack = std::make_shared<SimulatedStack>(
            QStringList{CounterStation::firstReader(), CounterStation::secondReader(), third});
        counter.station.openOver(stack, 3);
        stack->insert(CounterStation::firstReader(), counter.administrator);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        counter.station.enterPin();
        QVERIFY(counter.station.reaches(LoginState::InSession));
        counter.noteIssued(counter.hanako, u"op1"_s);
        stack->insert(third, counter.hanako);
        QTRY_VERIFY(counter.workstation().cards().cardIn(third) != 0);
        expect(counter.begin());
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingWitness, ErrorCode::WitnessSamePerson));
        stack->insert(CounterStation::secondReader(), counter.supervisor);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingWitnessPin));
        counter.unblocking().submitWitnessPin(SecretBytes::copyOf(CounterStation::Pin));
        QVERIFY(counter.comesTo(UnblockingState::AwaitingNewPin));
    }

    // Whatever a screen may do: the ledger itself asks for two people.
    void theLedgerTakesNeitherTheFirstPersonNorTheHolderAsWitness() {
        UnblockingCounter counter;
        counter.start();
        UnblockLedger& ledger = counter.workstation().unblockLedger();
        const QString card = counter.cardOf(counter.hanako);
        const auto with = [&](const QString& witness, Role role) {
            return ledger.begin(counter.session(), card, CounterStation::person(witness, role));
        };
        QCOMPARE(with(u"adm1"_s, Role::CardAdministrator).error().code, ErrorCode::WitnessSamePerson);
        QCOMPARE(with(u"op1"_s, Role::Supervisor).error().code, ErrorCode::WitnessSamePerson);
        QCOMPARE(with(u"op2"_s, Role::Operator).error().code, ErrorCode::WitnessUnsuitable);
        QVERIFY(with(u"sup1"_s, Role::Supervisor).has_value());
        const Session supervisor = CounterStation::session(Role::Supervisor);
        QCOMPARE(
            ledger.begin(supervisor, card, CounterStation::person(u"sup1"_s, Role::Supervisor)).error().code,
            ErrorCode::PermissionDenied);
        const Session keyless = CounterStation::session(Role::CardAdministrator);
        QCOMPARE(ledger.check(keyless, card).error().code, ErrorCode::OfficeKeyMissing);
    }

    void nobodyUnblocksACardOfHerOwn() {
        UnblockingCounter counter;
        counter.start();
        counter.noteIssued(counter.administrator, u"adm1"_s);
        QCOMPARE(counter.unblocking().begin(counter.cardOf(counter.administrator)).error().code,
                 ErrorCode::WitnessSamePerson);
    }

    void aCardThatWasNotIssuedHereHasNoPukInEscrow() {
        UnblockingCounter counter;
        counter.start({});
        QCOMPARE(counter.begin().error().code, ErrorCode::IssueUnknown);
        QCOMPARE(lastUnblock(counter).details.value(u"error"_s), u"IssueUnknown"_s);
    }

    void aLostCardStaysBlocked() {
        UnblockingCounter counter;
        counter.start();
        expect(counter.workstation().cardLife().reportLost(counter.session(), counter.cardOf(counter.hanako),
                                                           LossKind::Stolen));
        QCOMPARE(counter.begin().error().code, ErrorCode::CardLost);
    }

    // It is reported by telephone while the card is already on the reader.
    void aCardThatIsReportedLostInTheMeantimeStaysBlocked() {
        UnblockingCounter counter;
        counter.start();
        QVERIFY(counter.isAtNewPin());
        expect(counter.workstation().cardLife().reportLost(counter.session(), counter.cardOf(counter.hanako),
                                                           LossKind::Lost));
        counter.submit();
        QCOMPARE(counter.view().state, UnblockingState::Stopped);
        QCOMPARE(counter.view().error->code, ErrorCode::CardLost);
        QCOMPARE(counter.hanako->pin(), QByteArray(CounterStation::Pin));
    }

    void theHoldersHoursDoNotMatter() {
        UnblockingCounter counter;
        Operator night = CounterStation::person(u"op3"_s);
        const int hour = counter.clock.now().toLocalTime().time().hour();
        night.hours = WorkingHours{.fromMinute = (hour + 2) % 24 * 60, .toMinute = (hour + 3) % 24 * 60};
        night.terminals = {u"elsewhere"_s};
        const auto card = counter.station.make(counter.station.order());
        counter.station.enroll(night, card);
        counter.start({});
        counter.noteIssued(card, night.id);
        QVERIFY(counter.unblocking().begin(counter.cardOf(card)));
    }

    void onlyTheChosenCardGetsThePuk() {
        UnblockingCounter counter;
        const auto jiro = counter.station.employ(u"op2"_s);
        counter.start();
        counter.noteIssued(jiro, u"op2"_s);
        QVERIFY(counter.isWitnessed());
        counter.putIn(jiro);
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingCard, ErrorCode::CardChanged));
        QCOMPARE(lastUnblock(counter).target, u"card:"_s + counter.cardOf(jiro));
        counter.putIn(counter.hanako);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingNewPin));
    }

    void aCopyOfTheCardGetsNoPuk_data() {
        QTest::addColumn<bool>("hides");
        QTest::newRow("with another key 9E") << false;
        QTest::newRow("that hides what it lacks") << true;
    }
    void aCopyOfTheCardGetsNoPuk() {
        QFETCH(bool, hides);
        UnblockingCounter counter;
        const QTemporaryDir place;
        const QString file = place.filePath(u"card.json"_s);
        expect(expect(makeCard(counter.station.order(), counter.station.authority())).save(file));
        CardContent copy = expect(CardContent::load(file));
        copy.keys.insert_or_assign(0x9E, expect(CardKey::generate(CardKeyAlgorithm::P256)));
        if (hides) {
            copy.keys.erase(0x9E);
            copy.objects.erase(CardContent::certificateTag(0x9E));
        }
        const auto genuine = std::make_shared<SimulatedPivCard>(expect(CardContent::load(file)));
        counter.station.enroll(CounterStation::person(u"op4"_s), genuine);
        counter.hanako = genuine;
        counter.start({});
        counter.noteIssued(genuine, u"op4"_s);
        QVERIFY(counter.isWitnessed());
        counter.putIn(std::make_shared<SimulatedPivCard>(std::move(copy)));
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingCard, ErrorCode::CardNotGenuine));
    }

    void aCopyThatTakesThePlaceOfTheCardGetsNoPuk() {
        UnblockingCounter counter;
        const auto reader =
            std::make_shared<SwappedCard>(counter.station.order(), counter.station.authority());
        counter.hanako = reader->original();
        counter.station.enroll(CounterStation::person(u"op4"_s), counter.hanako);
        counter.start({});
        counter.noteIssued(counter.hanako, u"op4"_s);
        QVERIFY(counter.isWitnessed());
        reader->swapAfter(1); // when it was read
        counter.putIn(reader);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingNewPin));
        counter.submit();
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingCard, ErrorCode::CardNotGenuine));
        QCOMPARE(reader->pinsGiven(), 0);
    }

    // Though the policy lets such cards log in.
    void aCardThatCannotProveItselfGetsNoPuk() {
        UnblockingCounter counter;
        CardOrder order = counter.station.order();
        order.withCardAuthentication = false;
        counter.hanako = counter.station.make(order);
        counter.station.enroll(CounterStation::person(u"op4"_s), counter.hanako);
        counter.start({});
        counter.noteIssued(counter.hanako, u"op4"_s);
        StationPolicy policy = expect(counter.workstation().policy());
        policy.allowCardWithoutCardKey = true;
        expect(counter.workstation().policies().changeAtConsole(policy));
        QVERIFY(counter.isWitnessed());
        counter.putIn(counter.hanako);
        QVERIFY(counter.asksAgain(UnblockingState::AwaitingCard, ErrorCode::CardWithoutCardKey));
    }

    void theRulesForAPinHoldHereToo() {
        UnblockingCounter counter;
        counter.start();
        QVERIFY(counter.isAtNewPin());
        counter.submit("345678");
        QCOMPARE(counter.view().error->code, ErrorCode::PinSequence);
        counter.submit(UnblockingCounter::NewPin, "482916");
        QCOMPARE(counter.view().error->code, ErrorCode::PinsDiffer);
        QCOMPARE(counter.view().state, UnblockingState::AwaitingNewPin);
        QCOMPARE(counter.station.recorded().count(u"pin.unblock"_s), 0);
        counter.submit();
        QVERIFY(counter.comesTo(UnblockingState::Done));
    }

    void aWrongPukIsCountedAndThenTheCardIsToBeIssuedAnew() {
        UnblockingCounter counter;
        counter.start("86420975");
        for (int left = counter.hanako->pukTriesLeft() - 1; left > 0; --left) {
            QVERIFY(counter.isAtNewPin());
            counter.submit();
            QVERIFY(counter.comesTo(UnblockingState::Stopped));
            QCOMPARE(counter.view().error->code, ErrorCode::PukWrong);
            QCOMPARE(counter.view().pukTriesLeft, std::optional(left));
        }
        QVERIFY(counter.isAtNewPin());
        counter.submit();
        QVERIFY(counter.comesTo(UnblockingState::Stopped));
        QCOMPARE(counter.view().error->code, ErrorCode::PukBlocked);
        QCOMPARE(counter.hanako->pukTriesLeft(), 0);
        QCOMPARE(counter.hanako->pin(), QByteArray(CounterStation::Pin));
        const AuditRecord last = lastUnblock(counter);
        QCOMPARE(last.outcome, AuditOutcome::Refused);
        QCOMPARE(last.details.value(u"error"_s), u"PukBlocked"_s);
        QVERIFY(events(counter, counter.hanako).constLast().event != CardEvent::PinUnblocked);
    }

    void whenTheSessionEndsNothingIsSent() {
        UnblockingCounter counter;
        counter.start();
        QVERIFY(counter.isAtNewPin());
        const int tries = counter.hanako->pukTriesLeft();
        counter.station.stack().setLatency(200ms);
        counter.submit();
        QCOMPARE(counter.view().state, UnblockingState::SettingPin);
        counter.station.takeOut(); // the administrator's
        QTRY_COMPARE(counter.view().state, UnblockingState::Idle);
        QTRY_COMPARE(counter.station.recorded().count(u"pin.unblock"_s), 2);
        QCOMPARE(counter.hanako->pin(), QByteArray(CounterStation::Pin));
        QCOMPARE(counter.hanako->pukTriesLeft(), tries);
    }

    void cutAnywhereItIsDoneAgain_data() {
        QTest::addColumn<Cut>("cut");
        QTest::newRow("before the command") << Cut::BeforeTheCommand;
        QTest::newRow("before the answer") << Cut::BeforeTheAnswer;
    }
    // The blocked card is pulled at each of its commands, then it is put in again.
    void cutAnywhereItIsDoneAgain() {
        QFETCH(Cut, cut);
        UnblockingCounter counter;
        counter.start();
        const QString reader = CounterStation::secondReader();
        const int tries = counter.hanako->pukTriesLeft();
        for (int at = 0;; ++at) {
            const QByteArray where = "cut at " + QByteArray::number(at);
            const QByteArray pin = at % 2 == 0 ? "482915" : "629174";
            useUpTries(*counter.hanako, 0);
            QVERIFY2(counter.isWitnessed(), where);
            const auto pulled = std::make_shared<CutCard>(counter.hanako, at, cut,
                                                          [&] { counter.station.stack().remove(reader); });
            counter.putIn(pulled);
            const auto isCut = [&] {
                return counter.view().state == UnblockingState::AwaitingCard && counter.view().error;
            };
            QTRY_VERIFY2(counter.view().state == UnblockingState::AwaitingNewPin || isCut(), where);
            if (counter.view().state == UnblockingState::AwaitingNewPin)
                counter.submit(pin);
            QTRY_VERIFY2(counter.view().state == UnblockingState::Done || isCut(), where);
            if (counter.view().state == UnblockingState::Done) {
                QVERIFY2(at > 5, where);
                QCOMPARE(at, pulled->commands());
                return;
            }
            counter.putIn(counter.hanako);
            QVERIFY2(counter.comesTo(UnblockingState::AwaitingNewPin), where);
            counter.submit(pin);
            QVERIFY2(counter.comesTo(UnblockingState::Done), where);
            QCOMPARE(counter.hanako->pin(), pin);
            QVERIFY2(counter.hanako->pinTriesLeft() >= 3, where);
            QCOMPARE(counter.hanako->pukTriesLeft(), tries);
            QCOMPARE(events(counter, counter.hanako).size(), at + 2); // besides its coming into the register
        }
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PinUnblockingTest)
#include "tst_pinunblocking.moc"
