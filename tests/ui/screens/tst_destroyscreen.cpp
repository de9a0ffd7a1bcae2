// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/destructioncounter.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "ui/screens/cardsscreen.h"
#include "ui/screens/destroyscreen.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pinfield.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class DestroyScreenTest : public TestCase {
    Q_OBJECT
    using Page = OpenScreen<DestroyScreen>;

    static void type(Page& page, const QByteArray& pin) {
        QVERIFY(qobject_cast<PinField*>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(pin));
        page.press(Qt::Key_Return);
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void aWitnessConfirmsByCardAndKeyboard() {
        DestructionCounter counter;
        counter.start();
        {
            Page page(counter.station.workstation(), counter.session(), counter.card());
            QVERIFY(page.shown().contains(u"Step 1 of 2"_s));
            QVERIFY(page.shown().contains(u"Cut through the chip of card "_s + counter.card()));
            QVERIFY(page.shown().contains(u"into the other reader"_s));
            QVERIFY(page.save(u"destroy-awaiting"_s));
            counter.putIn(counter.supervisor);
            QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
            QVERIFY(page.button(ActionId::CardDestroy) == nullptr); // her card is here
            QVERIFY(page.save(u"destroy-pin"_s));
            type(page, "11111111");
            QTRY_VERIFY(counter.view().pinWasWrong);
            QVERIFY(page.shown().contains(u"The PIN is wrong."_s));
            type(page, CounterStation::Pin);
            QVERIFY(counter.comesTo(DestructionState::Done));
            QVERIFY(page.shown().contains(u"proven by her card and PIN"_s));
            QVERIFY(page.save(u"destroy-done"_s));
            const QSignalSpy closed(&page.screen, &Screen::closeRequested);
            QVERIFY(page.use(ActionId::GoBack));
            QCOMPARE(closed.size(), 1);
            QCOMPARE(page.records(u"card.destroy"_s).size(), 1);
        }
        OpenScreen<CardsScreen> cards(counter.station.workstation(), counter.session(), counter.card());
        QVERIFY(cards.shown().contains(u"Destroyed"_s));
        const auto* history = cards.screen.findChild<ListTable*>(u"history"_s);
        QCOMPARE(history->item(0, 4)->text(), u"sup1"_s); // not "by name only"
        QVERIFY(cards.save(u"destroy-history"_s));
    }

    void withoutHerCardTheWitnessIsNamedAndTheRegisterSaysSo() {
        DestructionCounter counter;
        counter.start();
        {
            Page page(counter.station.workstation(), counter.session(), counter.card());
            QVERIFY(page.use(ActionId::CardDestroy));
            QVERIFY(page.asks());
            page.press(Qt::Key_Tab);
            page.confirm();
            QVERIFY(page.asks()); // nobody was named
            QVERIFY(page.save(u"destroy-named"_s));
            page.press(Qt::Key_1); // the only one who may
            page.press(Qt::Key_Tab);
            page.press(Qt::Key_Tab);
            QCOMPARE(qobject_cast<ActionButton*>(QApplication::focusWidget())->actionId(),
                     ActionId(ActionId::CardDestroy));
            page.press(Qt::Key_Return);
            QCOMPARE(counter.view().state, DestructionState::Done);
            QVERIFY(page.shown().contains(u"her card was not asked for"_s));
        }
        OpenScreen<CardsScreen> cards(counter.station.workstation(), counter.session(), counter.card());
        const auto* history = cards.screen.findChild<ListTable*>(u"history"_s);
        QVERIFY(history->item(0, 4)->text().contains(u"by name only"_s));
    }

    void withOneReaderThePageAsksForANameAtOnce() {
        DestructionCounter counter;
        counter.start();
        counter.station.stack().unplugReader(CounterStation::secondReader());
        QTRY_COMPARE(counter.station.workstation().cards().readers().size(), 1);
        Page page(counter.station.workstation(), counter.session(), counter.card());
        QVERIFY(page.shown().contains(u"Cut through the chip of card "_s + counter.card()));
        QVERIFY(page.shown().contains(u"There is no other reader here"_s));
        QVERIFY(!page.shown().contains(u"into the other reader"_s));
        QVERIFY(page.button(ActionId::CardDestroy) != nullptr);
    }

    void leavingThePageAtAnyStepStopsWhatIsUnderWay() {
        DestructionCounter counter;
        counter.start();
        for (const bool withCard : {false, true}) {
            const Page page(counter.station.workstation(), counter.session(), counter.card());
            if (withCard) {
                counter.putIn(counter.supervisor);
                QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
            } else
                QCOMPARE(counter.view().state, DestructionState::AwaitingWitness);
        }
        QCOMPARE(counter.view().state, DestructionState::Idle);
        QVERIFY(!counter.station.workstation().approval().isUnderWay());
    }

    void aPulledCardIsSaidAndAwaitedAgain() {
        DestructionCounter counter;
        counter.start();
        Page page(counter.station.workstation(), counter.session(), counter.card());
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(DestructionState::AwaitingPin));
        counter.takeOut();
        QVERIFY(counter.asksAgain(ErrorCode::CardRemoved));
        QVERIFY(page.shown().contains(u"removed"_s) || page.shown().contains(u"taken out"_s));
        QVERIFY(page.button(ActionId::CardDestroy) != nullptr);
    }

    void theRegisterLeadsToItForAnInvalidatedCardOnly() {
        DestructionCounter counter;
        counter.start();
        OpenScreen<CardsScreen> page(counter.station.workstation(), counter.session(), counter.card());
        const QSignalSpy opened(&page.screen, &Screen::openRequested);
        QVERIFY(page.use(ActionId::CardDestroy));
        QCOMPARE(opened.constFirst().at(0).toString(), u"destroy"_s);
        QCOMPARE(opened.constFirst().at(1).toString(), counter.card());
        OpenScreen<CardsScreen> other(counter.station.workstation(), counter.session(),
                                      counter.station.idOf(counter.supervisor));
        QVERIFY(other.button(ActionId::CardDestroy) == nullptr);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::DestroyScreenTest)
#include "tst_destroyscreen.moc"
