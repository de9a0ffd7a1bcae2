// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "ui/clocktext.h"
#include "ui/errortext.h"
#include "ui/screens/loginmessage.h"
#include "ui/screens/loginscreen.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMetaEnum>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class LoginScreenTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        begin(100);
    }

    void thePinFieldHasTheKeyboardAtOnce() {
        m_screen->showView(awaiting());
        QVERIFY(pin()->hasFocus());
        QTest::keyClicks(pin(), u"12345678"_s);
        QSignalSpy entered(m_screen.get(), &LoginScreen::pinEntered);
        QTest::keyClick(pin(), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QVERIFY(m_screen->takePin() == SecretBytes::copyOf("12345678"));
        QCOMPARE(pin()->size(), std::size_t(0));
    }

    void theTriesAreSaidBeforeThePinIsTyped() {
        m_screen->showView(awaiting());
        QVERIFY(shown().contains(u"5"_s));
        QVERIFY(shown().contains(u"After 5 more wrong PINs this card can't be used."_s));
        QVERIFY(shown().contains(u"After 3 more wrong PINs the card has to wait on this terminal."_s));
    }

    // A card of three tries waits before its third, whatever the policy allows.
    void theWaitComesBeforeTheCardsLastTry() {
        LoginView view = awaiting();
        view.triesLeft = 2;
        view.triesBeforeDelay = 2;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"After one more wrong PIN the card has to wait on this terminal."_s));
    }

    void aWrongPinSaysWhatIsLeft() {
        LoginView view = awaiting();
        view.pinWasWrong = true;
        view.triesLeft = 2;
        view.triesBeforeDelay = 1;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"The PIN is wrong."_s));
        QVERIFY(shown().contains(u"After 2 more wrong PINs this card can't be used."_s));
        QVERIFY(pin()->hasFocus());
    }

    void afterAChangeThatWasCutOffItSaysWhichPinsMayHold() {
        LoginView view = awaiting();
        view.pinMayBeNew = true;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"Enter the new one first; if it is wrong, the old one holds."_s));
        view.pinWasWrong = true;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"The PIN is wrong."_s));
        QVERIFY(shown().contains(u"try the other one"_s));
    }

    void aMalformedPinSaysThatNoTryWasUsedAndAsksAgain() {
        m_screen->showView(awaiting());
        button(ActionId::PinSubmit)->setFocus();
        QTest::keyClick(button(ActionId::PinSubmit), Qt::Key_Return);
        LoginView view = awaiting();
        view.pinWasMalformed = true;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"No try was used."_s));
        QVERIFY(pin()->hasFocus());
    }

    void anAssignedReaderThatIsNotConnectedIsNamed() {
        LoginView view;
        view.condition = CardServiceCondition::Running;
        view.missing.operators = u"ACS ACR39U 00 00"_s;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"The reader for operators' cards is not connected: ACS ACR39U 00 00"_s));
        QVERIFY(shown().contains(u"put your card into another reader"_s));
        view.condition = CardServiceCondition::NoReader;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"This one belongs here: ACS ACR39U 00 00"_s));
        view.condition = CardServiceCondition::Running;
        view.missing = {{}, u"Applicants 01 00"_s};
        m_screen->showView(view);
        QVERIFY(shown().contains(u"The reader for applicants' cards is not connected: Applicants 01 00"_s));
        view.missing = {};
        m_screen->showView(view);
        QVERIFY(!shown().contains(u"not connected"_s));
    }

    void withAPadNothingIsTypedHere() {
        m_screen->setKeypadShown(true);
        LoginView view = awaiting();
        view.pinOnPad = true;
        m_screen->showView(view);
        QVERIFY(!pin()->isVisible());
        QVERIFY(!m_screen->findChild<ShuffledKeypad*>()->isVisible());
        QVERIFY(shown().contains(u"entered on the keys of the reader"_s));
        QCOMPARE(QApplication::focusWidget(), button(ActionId::PinSubmit));
        QSignalSpy entered(m_screen.get(), &LoginScreen::pinEntered);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        view.state = LoginState::CheckingPin;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"Enter your PIN on the keys of the reader."_s));
        QVERIFY(shown().contains(u"press its cancel key"_s));
        m_screen->showView(awaiting()); // another card, in a reader without keys
        QVERIFY(pin()->hasFocus());
        QVERIFY(m_screen->findChild<ShuffledKeypad*>()->isVisible());
    }

    void whatAPadDidNotTakeIsSaid_data() {
        QTest::addColumn<PadProblem>("problem");
        QTest::addColumn<bool>("onPad");
        const QMetaEnum problems = QMetaEnum::fromType<PadProblem>();
        for (int i = 0; i < problems.keyCount(); ++i) {
            const auto problem = static_cast<PadProblem>(problems.value(i));
            QTest::newRow(problems.key(i)) << problem << (problem != PadProblem::Unusable);
        }
    }
    void whatAPadDidNotTakeIsSaid() {
        QFETCH(PadProblem, problem);
        QFETCH(bool, onPad);
        LoginView view = awaiting();
        view.pinOnPad = onPad;
        view.padProblem = problem;
        m_screen->showView(view);
        QVERIFY(shown().contains(padMessage(problem).title));
        QVERIFY(shown().contains(u"No try was used."_s));
        QCOMPARE(pin()->isVisible(), !onPad);
    }

    void aChangeOfTheReadersLeavesWhatIsTyped() {
        m_screen->showView(awaiting());
        QTest::keyClicks(pin(), u"1234"_s);
        LoginView view = awaiting();
        view.condition = CardServiceCondition::NoReader;
        m_screen->showView(view);
        QCOMPARE(pin()->size(), std::size_t(4));
    }

    void noPinStaysWhenTheStateEnds() {
        m_screen->showView(awaiting());
        QTest::keyClicks(pin(), u"1234"_s);
        m_screen->showView({});
        QCOMPARE(pin()->size(), std::size_t(0));
    }

    void goingOnWithTheLastTryIsNeverTheDefault() {
        LoginView view = awaiting();
        view.state = LoginState::ConfirmingLastTry;
        view.triesLeft = 1;
        m_screen->showView(view);
        QSignalSpy confirmed(m_screen.get(), &LoginScreen::lastTryConfirmed);
        QSignalSpy cancelled(m_screen.get(), &LoginScreen::cancelled);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(confirmed.size(), 0);
        QCOMPARE(cancelled.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(confirmed.size(), 1);
    }

    void escapeCancelsWhereThereIsSomethingToCancel_data() {
        QTest::addColumn<LoginState>("state");
        const QMetaEnum states = QMetaEnum::fromType<LoginState>();
        for (int i = 0; i < states.keyCount(); ++i)
            QTest::newRow(states.key(i)) << static_cast<LoginState>(states.value(i));
    }
    void escapeCancelsWhereThereIsSomethingToCancel() {
        QFETCH(LoginState, state);
        LoginView view = awaiting();
        view.state = state;
        m_screen->showView(view);
        QSignalSpy cancelled(m_screen.get(), &LoginScreen::cancelled);
        QVERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        const bool can = nextLoginState(state, LoginEvent::LoginCancelled).has_value();
        QCOMPARE(cancelled.size(), can ? 1 : 0);
        QCOMPARE(cancelButtonIsShown(), can);
    }

    void everyRefusalSaysWhatHappenedAndWhatToDo_data() {
        QTest::addColumn<ErrorCode>("code");
        const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
        for (int i = 0; i < codes.keyCount(); ++i)
            QTest::newRow(codes.key(i)) << static_cast<ErrorCode>(codes.value(i));
    }
    void everyRefusalSaysWhatHappenedAndWhatToDo() {
        QFETCH(ErrorCode, code);
        LoginView view;
        view.state = LoginState::TakeCardOut;
        view.refusal = code;
        m_screen->showView(view);
        QVERIFY(shown().contains(errorText(code).happened));
        QVERIFY(shown().contains(errorText(code).safe));
        QVERIFY(shown().contains(errorText(code).next));
        QVERIFY(shown().contains(u"Take the card out"_s));
    }

    void whoProbablyHasTheCardIsNamed() {
        LoginView view;
        view.state = LoginState::TakeCardOut;
        view.refusal = ErrorCode::CardBusy;
        m_screen->showView(view);
        m_screen->setOtherPrograms({u"gsd-smartcard"_s, u"scdaemon"_s});
        QVERIFY(shown().contains(u"Probably: gsd-smartcard, scdaemon"_s));
        view.refusal = ErrorCode::CardMute;
        m_screen->showView(view);
        QVERIFY(!shown().contains(u"scdaemon"_s));
    }

    void whoIsRefusedAfterALockIsToldThatTheSessionIsLocked() {
        LoginView view;
        view.state = LoginState::TakeCardOut;
        view.refusal = ErrorCode::OperatorOutsideHours;
        m_screen->showView(view);
        QVERIFY(!shown().contains(u"The session with this card is locked."_s));
        view.isUnlocking = true;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"The session with this card is locked."_s));
        QVERIFY(shown().contains(errorText(ErrorCode::OperatorOutsideHours).happened));
    }

    void theCountdownNeverShowsNothingWhileThereIsSomethingToWaitFor() {
        LoginView view;
        view.state = LoginState::PinDelayed;
        view.delay = std::chrono::milliseconds(271'001);
        m_screen->showView(view);
        QVERIFY(shown().contains(u"4:32"_s));
        view.delay = std::chrono::milliseconds(1);
        m_screen->showView(view);
        QVERIFY(shown().contains(u"0:01"_s));
    }

    void aWaitAfterAWrongPinSaysWhatTheCardHasLeft() {
        LoginView view;
        view.state = LoginState::PinDelayed;
        view.delay = std::chrono::minutes(1);
        m_screen->showView(view);
        QVERIFY(shown().contains(errorText(ErrorCode::PinDelayed).safe)); // nothing was tried now
        view.pinWasWrong = true;
        view.triesLeft = 2;
        m_screen->showView(view);
        QVERIFY(shown().contains(u"After 2 more wrong PINs this card can't be used."_s));
        QVERIFY(!shown().contains(errorText(ErrorCode::PinDelayed).safe));
    }

    void whoTypesOnWhileAPinHasToWaitDoesNotCancel() {
        QSignalSpy cancelled(m_screen.get(), &LoginScreen::cancelled);
        LoginView view;
        view.state = LoginState::PinDelayed;
        view.delay = std::chrono::minutes(1);
        m_screen->showView(view);
        QTest::keyClicks(QApplication::focusWidget(), u"246810"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(cancelled.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(cancelled.size(), 2);
    }

    void whatIsWrongWithTheReadersIsSaidWhileWaiting_data() {
        QTest::addColumn<CardServiceCondition>("condition");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("service") << CardServiceCondition::ServiceMissing << ErrorCode::CardServiceMissing;
        QTest::newRow("permission") << CardServiceCondition::AccessDenied << ErrorCode::CardServiceDenied;
        QTest::newRow("reader") << CardServiceCondition::NoReader << ErrorCode::ReaderMissing;
    }
    void whatIsWrongWithTheReadersIsSaidWhileWaiting() {
        QFETCH(const CardServiceCondition, condition);
        QFETCH(const ErrorCode, code);
        LoginView view;
        view.condition = condition;
        m_screen->showView(view);
        for (const QString& part : {errorText(code).happened, errorText(code).safe, errorText(code).next})
            QVERIFY2(shown().contains(part), qPrintable(shown()));
        view.condition = CardServiceCondition::Running;
        m_screen->showView(view);
        QVERIFY(!shown().contains(errorText(code).next));
        QVERIFY(shown().contains(u"Put your card on the reader."_s));
    }

    void theTimeGoesOn() {
        m_screen->showView({});
        QVERIFY(shown().contains(clocktext::time(m_clock.now())));
        m_clock.advance(std::chrono::minutes(61));
        QTRY_VERIFY(shown().contains(clocktext::time(m_clock.now())));
        m_screen->showView(awaiting());
        m_clock.advance(std::chrono::minutes(1));
        QTRY_VERIFY(shown().contains(clocktext::dateAndTime(m_clock.now())));
    }

    // Last: it installs the translation. Pictures of every state for people to look at.
    void inJapaneseEveryStateFitsTheSmallestWindow_data() {
        QTest::addColumn<int>("scale");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }
    void inJapaneseEveryStateFitsTheSmallestWindow() {
        QFETCH(int, scale);
        QVERIFY(installJapanese(*qApp));
        begin(scale);
        int number = 0;
        for (const LoginView& view : pictureViews()) {
            m_screen->showView(view);
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents(); // the new texts find their places
            QCOMPARE(m_screen->size(), QSize(1280, 800));
            QVERIFY(m_screen->minimumSizeHint().width() <= 1280);
            QVERIFY(m_screen->minimumSizeHint().height() <= 800);
            save(u"login-%1-%2"_s.arg(scale).arg(++number, 2, 10, QChar(u'0')));
        }
    }

private:
    void begin(int scale) {
        applyTheme(*qApp, Scale::fromPercent(scale));
        m_screen = std::make_unique<LoginScreen>(
            Place{u"みどり野市役所 市民課 東部サービスコーナー分室"_s, u"窓口3番"_s}, m_clock);
        m_screen->resize(1280, 800);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    }

    static LoginView awaiting() {
        LoginView view;
        view.state = LoginState::AwaitingPin;
        view.condition = CardServiceCondition::Running;
        view.operatorName = u"葛󠄀城 髙子"_s;
        view.triesLeft = 5;
        view.triesBeforeDelay = 3;
        return view;
    }

    static QList<LoginView> pictureViews() {
        LoginView running;
        running.condition = CardServiceCondition::Running;
        LoginView missing;
        missing.condition = CardServiceCondition::ServiceMissing;
        LoginView reading = awaiting();
        reading.state = LoginState::ReadingCard;
        LoginView wrong = awaiting();
        wrong.pinWasWrong = true;
        wrong.triesLeft = 2;
        wrong.triesBeforeDelay = 1;
        LoginView malformed = awaiting();
        malformed.pinWasMalformed = true;
        malformed.isUnlocking = true;
        LoginView cutOff = awaiting();
        cutOff.pinMayBeNew = true;
        LoginView onPad = awaiting();
        onPad.pinOnPad = true;
        LoginView asking = onPad;
        asking.state = LoginState::CheckingPin;
        LoginView late = onPad;
        late.padProblem = PadProblem::TimedOut;
        LoginView last = awaiting();
        last.state = LoginState::ConfirmingLastTry;
        last.triesLeft = 1;
        LoginView delayed = wrong;
        delayed.state = LoginState::PinDelayed;
        delayed.delay = std::chrono::seconds(272);
        LoginView refused;
        refused.state = LoginState::TakeCardOut;
        refused.refusal = ErrorCode::CardUnknown;
        LoginView out;
        out.state = LoginState::TakeCardOut;
        LoginView halted;
        halted.state = LoginState::Halted;
        return {running, missing, reading, awaiting(), wrong,  malformed, last,  delayed,
                refused, out,     halted,  onPad,      asking, late,      cutOff};
    }

    void save(const QString& name) {
        QDir().mkpath(u"pictures"_s);
        QVERIFY(m_screen->grab().save(u"pictures/"_s + name + u".png"_s));
    }

    PinField* pin() { return m_screen->findChild<PinField*>(); }

    ActionButton* button(ActionId id) {
        const auto buttons = m_screen->findChildren<ActionButton*>();
        for (ActionButton* button : buttons) {
            if (button->isVisible() && button->actionId() == id)
                return button;
        }
        return nullptr;
    }
    bool cancelButtonIsShown() { return button(ActionId::LoginCancel) != nullptr; }

    QString shown() {
        QStringList texts;
        const auto labels = m_screen->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

    FakeClock m_clock;
    std::unique_ptr<LoginScreen> m_screen;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::LoginScreenTest)
#include "tst_loginscreen.moc"
