// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/destructioncounter.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class CardDestructionTest : public TestCase {
    Q_OBJECT

    static CardEventEntry lastEvent(DestructionCounter& counter) {
        return expect(counter.station.workstation().cardLife().history(counter.session(), counter.card()))
            .constLast();
    }
    static void submit(DestructionCounter& counter, const QByteArray& pin = CounterStation::Pin) {
        counter.destruction().submitPin(SecretBytes::copyOf(pin));
    }

private Q_SLOTS:
    void theWitnessIsProvenByHerCardAndFreshPin() {
        DestructionCounter counter;
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        QCOMPARE(counter.view().state, DestructionState::AwaitingWitness);
        QCOMPARE(counter.view().holderId, u"op1"_s);
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        QCOMPARE(lastEvent(counter).event, CardEvent::Invalidated);
        submit(counter);
        QVERIFY(counter.comesTo(DestructionState::Done));
        QVERIFY(counter.view().byCard);
        const CardEventEntry event = lastEvent(counter);
        QCOMPARE(event.event, CardEvent::Destroyed);
        QCOMPARE(event.by, u"adm1"_s);
        QCOMPARE(event.witness, u"sup1"_s);
        QVERIFY(event.witnessByCard);
        const QStringList recorded = counter.station.recorded();
        QCOMPARE(recorded.last(5), (QStringList{u"approval.begin"_s, u"approval.pin"_s, u"approval.given"_s,
                                                u"card.destroy"_s, u"card.destroy"_s}));
        const AuditRecord record = counter.station.lastRecord();
        QCOMPARE(record.operatorId, u"adm1"_s);
        QCOMPARE(record.target, u"card:"_s + counter.card());
        QCOMPARE(record.details.value(u"witness"_s), u"sup1"_s);
        QCOMPARE(record.details.value(u"witness-proof"_s), u"card"_s);
    }

    void aCardThatIsInTheOtherReaderAlreadyIsAskedAtOnce() {
        DestructionCounter counter;
        counter.start();
        counter.putIn(counter.supervisor);
        QVERIFY(counter.isThere());
        expect(counter.destruction().begin(counter.card()));
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
    }

    void whoMayNotWitnessIsRefusedAndTheNextCardIsAwaited() {
        DestructionCounter counter;
        counter.allowSeveralCards();
        const auto operators = counter.station.employ(u"op2"_s);
        const auto own = counter.station.employ(u"adm1"_s, Role::CardAdministrator);
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        counter.putIn(operators);
        QVERIFY(counter.asksAgain(ErrorCode::WitnessUnsuitable));
        counter.putIn(own); // a second card of the administrator herself
        QVERIFY(counter.asksAgain(ErrorCode::WitnessSamePerson));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        QCOMPARE(counter.view().error, std::nullopt);
        QCOMPARE(lastEvent(counter).event, CardEvent::Invalidated);
    }

    void nobodyWitnessesTheEndOfHerOwnCard() {
        DestructionCounter counter;
        counter.allowSeveralCards();
        const auto spoiled = counter.station.employ(u"sup1"_s, Role::Supervisor);
        counter.start();
        const QString card = counter.station.idOf(spoiled);
        expect(counter.station.workstation().cardLife().invalidate(counter.session(), card, u"broken"_s));
        expect(counter.destruction().begin(card));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.asksAgain(ErrorCode::WitnessSamePerson));
    }

    void aWrongPinIsAskedForAgain() {
        DestructionCounter counter;
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        submit(counter, "123");
        QVERIFY(counter.view().pinWasMalformed);
        submit(counter, "11111111");
        QTRY_VERIFY(counter.view().pinWasWrong);
        QCOMPARE(counter.view().state, DestructionState::AwaitingPin);
        QVERIFY(!counter.view().pinWasMalformed);
        QCOMPARE(lastEvent(counter).event, CardEvent::Invalidated);
        submit(counter);
        QVERIFY(counter.comesTo(DestructionState::Done));
    }

    void theWitnessMayTakeHerCardAwayAtAnyStep() {
        DestructionCounter counter;
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        counter.takeOut();
        QVERIFY(counter.asksAgain(ErrorCode::CardRemoved));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        submit(counter);
        counter.takeOut(); // while the PIN is on its way: either it was in time or it was not
        QTRY_VERIFY(counter.view().state == DestructionState::Done ||
                    counter.view().state == DestructionState::AwaitingWitness);
        const bool done = counter.view().state == DestructionState::Done;
        QCOMPARE(lastEvent(counter).event == CardEvent::Destroyed, done);
    }

    void withTheSessionTheDestructionEnds() {
        DestructionCounter counter;
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        counter.station.takeOut(); // the administrator's own
        QVERIFY(counter.comesTo(DestructionState::Idle));
        QVERIFY(!counter.station.workstation().approval().isUnderWay());
        submit(counter);
        QCOMPARE(counter.view().state, DestructionState::Idle);
    }

    void theWitnessCanBeNamedAndIsNotCalledProven() {
        DestructionCounter counter;
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        counter.destruction().name(u"op1"_s); // whose card it is
        QCOMPARE(counter.view().state, DestructionState::Stopped);
        QCOMPARE(counter.view().error->code, ErrorCode::WitnessSamePerson);
        expect(counter.destruction().begin(counter.card()));
        counter.destruction().name(u"sup1"_s);
        QCOMPARE(counter.view().state, DestructionState::Done);
        QVERIFY(!counter.view().byCard);
        QCOMPARE(lastEvent(counter).witness, u"sup1"_s);
        QVERIFY(!lastEvent(counter).witnessByCard);
        QCOMPARE(counter.station.lastRecord().details.value(u"witness-proof"_s), u"named"_s);
    }

    void onlyAnInvalidatedCardIsDestroyed() {
        DestructionCounter counter;
        counter.start();
        QCOMPARE(counter.destruction().begin(counter.station.idOf(counter.supervisor)).error().code,
                 ErrorCode::CardEventImpossible);
        QCOMPARE(counter.view().state, DestructionState::Idle);
    }

    void anApprovalForSomethingElseDestroysNothing() {
        DestructionCounter counter;
        counter.start();
        expect(counter.destruction().begin(counter.card()));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        counter.destruction().cancel();
        CardApproval& approval = counter.station.workstation().approval();
        const QSignalSpy asked(&approval, &CardApproval::recognised);
        const QSignalSpy approved(&approval, &CardApproval::approved);
        approval.begin(counter.station.workstation().cards().cardIn(CounterStation::secondReader()), {});
        QTRY_COMPARE(asked.size(), 1);
        approval.submitPin(SecretBytes::copyOf(CounterStation::Pin));
        QTRY_COMPARE(approved.size(), 1);
        QCOMPARE(counter.view().state, DestructionState::Idle);
        QCOMPARE(lastEvent(counter).event, CardEvent::Invalidated);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardDestructionTest)
#include "tst_carddestruction.moc"
