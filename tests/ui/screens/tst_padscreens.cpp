// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The window of a station whose reader has keys of its own: logging in and changing the PIN without typing
// one.

#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepcsc.h"
#include "tests/support/testcase.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/screens/pinscreen.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/pinfield.h"
#include "ui/workarea.h"

#include <QApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Pin = CounterStation::Pin;
const QByteArray Next = "482915";

struct Counter {
    FakeClock clock;
    FakePcsc pcsc;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    std::unique_ptr<MainWindow> window;

    Counter() {
        pcsc.plug(reader(), FakePcsc::Pad());
        station.openOver(std::make_shared<PcscStack>(), 1);
        StationPolicy policy = expect(station.workstation().policy());
        policy.changePinOnPad = true;
        expect(station.workstation().policies().change(CounterStation::session(Role::SystemAdministrator),
                                                       policy));
        window = std::make_unique<MainWindow>(station.workstation());
        window->resize(1280, 800);
        window->show();
    }
    ~Counter() { window.reset(); }
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;

    static QString reader() { return u"Pad 00 00"_s; }
    bool putIn() {
        pcsc.insert(reader(), hanako);
        return station.reaches(LoginState::AwaitingPin) && QTest::qWaitForWindowActive(window.get());
    }
    bool logIn() {
        if (!putIn())
            return false;
        pcsc.visitPad(PadVisit::typing({Pin}));
        press(Qt::Key_Return);
        return QTest::qWaitFor([this] { return window->workArea() != nullptr; }, 10'000);
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    bool says(const QString& text) const {
        const auto labels = window->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    bool asksForTypedPin() const {
        return std::ranges::any_of(window->findChildren<PinField*>(),
                                   [](const PinField* field) { return field->isVisible(); });
    }
    bool openPinPage() {
        window->workArea()->findChild<ActionButton*>(u"pin"_s)->click();
        return QTest::qWaitFor([this] {
            const auto* page = window->workArea()->findChild<PinScreen*>();
            return page && page->isVisible();
        });
    }
};

} // namespace

class PadScreensTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
    }

    void enterHasTheReaderAskAndNothingIsTyped() {
        Counter counter;
        QVERIFY(counter.putIn());
        QVERIFY(!counter.asksForTypedPin());
        Counter::press(Qt::Key_Return);
        QTRY_VERIFY(counter.pcsc.padWaits());
        QVERIFY(counter.says(u"Enter your PIN on the keys of the reader."_s));
        counter.pcsc.visitPad(PadVisit::ending(0x6401));
        QTRY_VERIFY(counter.says(u"The entry was cancelled on the reader."_s));
        counter.pcsc.visitPad(PadVisit::typing({Pin}));
        Counter::press(Qt::Key_Return); // the button has the keyboard again
        QTRY_VERIFY(counter.window->workArea() != nullptr);
    }

    void aReaderThatCanNotDoItLeavesTheField() {
        Counter counter;
        QVERIFY(counter.putIn());
        counter.pcsc.visitPad({.failsWith = 0x80100016});
        Counter::press(Qt::Key_Return);
        QTRY_VERIFY(counter.asksForTypedPin());
        QVERIFY(counter.says(u"The keys of this reader can't be used."_s));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(Pin));
        Counter::press(Qt::Key_Return);
        QTRY_VERIFY(counter.window->workArea() != nullptr);
    }

    void thePinIsChangedOnTheReader() {
        Counter counter;
        QVERIFY(counter.logIn());
        QVERIFY(counter.openPinPage());
        QVERIFY(!counter.asksForTypedPin());
        QVERIFY(counter.says(u"The PINs are entered on the keys of the reader"_s));
        auto* change = qobject_cast<ActionButton*>(QApplication::focusWidget());
        QVERIFY(change && change->actionId() == ActionId::PinChange);
        change->click();
        QTRY_VERIFY(counter.pcsc.padWaits());
        QVERIFY(counter.says(u"Now enter the PINs on the keys of the reader."_s));
        counter.pcsc.visitPad(PadVisit::typing({Pin, Next, Pin}));
        QTRY_VERIFY(counter.says(u"The new PIN was not entered twice alike."_s));
        QCOMPARE(QApplication::focusWidget(), change);
        counter.pcsc.visitPad(PadVisit::typing({Next, Next, Next}));
        change->click();
        QTRY_VERIFY(counter.says(u"This is not the present PIN."_s));
        counter.pcsc.visitPad(PadVisit::typing({Pin, Next, Next}));
        change->click();
        QTRY_VERIFY(counter.says(u"The PIN is changed."_s));
        QVERIFY(!counter.says(u"This is not the present PIN."_s));
        QCOMPARE(counter.hanako->pin(), Next);
    }

    void aReaderThatCanNotChangeItLeavesTheFields() {
        Counter counter;
        QVERIFY(counter.logIn());
        QVERIFY(counter.openPinPage());
        counter.pcsc.visitPad({.failsWith = 0x80100016});
        Counter::press(Qt::Key_Return);
        QTRY_VERIFY(counter.asksForTypedPin());
        QVERIFY(counter.says(u"It is not known whether the card has taken the new PIN."_s));
    }

    void whoLocksMeanwhileIsToldToEndTheEntryThere() {
        Counter counter;
        QVERIFY(counter.logIn());
        QVERIFY(counter.openPinPage());
        Counter::press(Qt::Key_Return);
        QTRY_VERIFY(counter.pcsc.padWaits());
        counter.station.login().lock(SessionEnd::LockKey);
        QTRY_VERIFY(counter.says(u"End the entry on the keys of the reader."_s));
        counter.pcsc.visitPad(PadVisit::ending(0x6401));
        QTRY_COMPARE(counter.station.view().state, LoginState::AwaitingPin);
        QVERIFY(!counter.says(u"End the entry on the keys of the reader."_s));
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PadScreensTest)
#include "tst_padscreens.moc"
