// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/support/unblockingcounter.h"
#include "tests/ui/screens/openscreen.h"
#include "ui/screens/cardsscreen.h"
#include "ui/screens/unblockscreen.h"
#include "ui/translation.h"
#include "ui/widgets/pinfield.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class UnblockScreenTest : public TestCase {
    Q_OBJECT
    using Page = OpenScreen<UnblockScreen>;

    static void type(Page& page, const QByteArray& pin) {
        QVERIFY(qobject_cast<PinField*>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(pin));
        page.press(Qt::Key_Return);
    }
    static void confirmAsWitness(UnblockingCounter& counter, Page& page) {
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingWitnessPin));
        type(page, CounterStation::Pin);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingCard));
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void aCardIsUnblockedByKeyboard() {
        UnblockingCounter counter;
        useUpTries(*counter.hanako, 0);
        counter.start();
        Page page(counter.workstation(), counter.session(), counter.cardOf(counter.hanako));
        QVERIFY(page.shown().contains(u"Step 1 of 3"_s));
        QVERIFY(page.shown().contains(counter.cardOf(counter.hanako)));
        counter.putIn(counter.supervisor);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingWitnessPin));
        type(page, "111111");
        QTRY_VERIFY(counter.view().pinWasWrong);
        QVERIFY(page.shown().contains(u"The PIN is wrong."_s));
        type(page, CounterStation::Pin);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingCard));
        QVERIFY(page.shown().contains(u"Step 2 of 3"_s));
        counter.putIn(counter.hanako);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingNewPin));
        QVERIFY(page.shown().contains(counter.view().holderName));
        type(page, "345678");
        type(page, "345678");
        QVERIFY(page.shown().contains(u"counts up or down"_s));
        type(page, UnblockingCounter::NewPin);
        type(page, "482916");
        QVERIFY(page.shown().contains(u"not the same"_s));
        type(page, UnblockingCounter::NewPin);
        type(page, UnblockingCounter::NewPin);
        QVERIFY(counter.comesTo(UnblockingState::Done));
        QVERIFY(page.shown().contains(u"The card is unblocked"_s));
        QCOMPARE(counter.hanako->pin(), QByteArray(UnblockingCounter::NewPin));
        const QSignalSpy closed(&page.screen, &Screen::closeRequested);
        QVERIFY(page.use(ActionId::GoBack));
        QCOMPARE(closed.size(), 1);
        QCOMPARE(page.records(u"pin.unblock"_s).size(), 1);
    }
    void anotherCardIsSaidToBeAnotherCard() {
        UnblockingCounter counter;
        const auto jiro = counter.station.employ(u"op2"_s);
        counter.start();
        Page page(counter.workstation(), counter.session(), counter.cardOf(counter.hanako));
        confirmAsWitness(counter, page);
        counter.putIn(jiro);
        QTRY_VERIFY(page.shown().contains(u"This is another card than "_s + counter.cardOf(counter.hanako)));
    }
    void whatIsLeftOfAWrongPukIsSaid() {
        UnblockingCounter counter;
        counter.start("86420975");
        Page page(counter.workstation(), counter.session(), counter.cardOf(counter.hanako));
        confirmAsWitness(counter, page);
        counter.putIn(counter.hanako);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingNewPin));
        type(page, UnblockingCounter::NewPin);
        type(page, UnblockingCounter::NewPin);
        QVERIFY(counter.comesTo(UnblockingState::Stopped));
        QVERIFY(page.shown().contains(u"Issue a new card for this person."_s));
        QVERIFY(page.shown().contains(QString::number(counter.hanako->pukTriesLeft()) + u" more"_s));
    }
    void leavingThePageStopsWhatIsUnderWay() {
        UnblockingCounter counter;
        counter.start();
        {
            const Page page(counter.workstation(), counter.session(), counter.cardOf(counter.hanako));
            QCOMPARE(counter.view().state, UnblockingState::AwaitingWitness);
        }
        QCOMPARE(counter.view().state, UnblockingState::Idle);
    }
    void onlyWhileThePinIsBeingSetThePageStays() {
        UnblockingCounter counter;
        counter.start();
        Page page(counter.workstation(), counter.session(), counter.cardOf(counter.hanako));
        const QSignalSpy closed(&page.screen, &Screen::closeRequested);
        QVERIFY(page.screen.mayLeave());
        confirmAsWitness(counter, page);
        counter.putIn(counter.hanako);
        QVERIFY(counter.comesTo(UnblockingState::AwaitingNewPin));
        QVERIFY(page.screen.mayLeave());
        type(page, UnblockingCounter::NewPin);
        type(page, UnblockingCounter::NewPin);
        QCOMPARE(counter.view().state, UnblockingState::SettingPin);
        QVERIFY(!page.screen.mayLeave());
        if (auto* stop = page.button(ActionId::GoBack))
            stop->click();
        QCOMPARE(closed.size(), 0);
        QVERIFY(counter.comesTo(UnblockingState::Done));
        QVERIFY(page.screen.mayLeave());
        QCOMPARE(counter.hanako->pin(), QByteArray(UnblockingCounter::NewPin));
    }
    void theRegisterLeadsToItExceptForTheCardInUse() {
        UnblockingCounter counter;
        counter.start();
        {
            OpenScreen<CardsScreen> page(counter.workstation(), counter.session(),
                                         counter.cardOf(counter.hanako));
            const QSignalSpy opened(&page.screen, &Screen::openRequested);
            QVERIFY(page.use(ActionId::PinUnblock));
            QCOMPARE(opened.size(), 1);
            QCOMPARE(opened.constFirst().at(0).toString(), u"unblock"_s);
            QCOMPARE(opened.constFirst().at(1).toString(), counter.cardOf(counter.hanako));
        }
        OpenScreen<CardsScreen> own(counter.workstation(), counter.session(),
                                    counter.cardOf(counter.administrator));
        QVERIFY(own.button(ActionId::PinUnblock) == nullptr);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::UnblockScreenTest)
#include "tst_unblockscreen.moc"
