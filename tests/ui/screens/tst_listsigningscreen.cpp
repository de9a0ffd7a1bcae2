// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "tests/support/issuingoffice.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/openscreen.h"
#include "ui/mainwindow.h"
#include "ui/screens/listsigningscreen.h"
#include "ui/screens/remindersscreen.h"
#include "ui/widgets/pinfield.h"
#include "ui/workarea.h"

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ListSigningScreenTest : public TestCase {
    Q_OBJECT
    using Page = OpenScreen<ListSigningScreen>;

    struct Office {
        FakeClock clock;
        IssuingOffice issuing{clock};
    };
    std::unique_ptr<Office> m_office;

    Workstation& station() { return m_office->issuing.station().workstation(); }
    const Session& session() { return *station().login().session(); }
    const ListSigningView& view() { return station().listSigning().view(); }
    static void type(Page& page, const QByteArray& pin) {
        QVERIFY(qobject_cast<PinField*>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(pin));
        page.press(Qt::Key_Return);
    }

    /// In a session that the window has seen beginning.
    void openIn(MainWindow& window) {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        m_office->issuing.station().takeOut();
        QVERIFY(m_office->issuing.station().reaches(LoginState::WaitingForCard));
        QVERIFY(m_office->issuing.station().logIn(m_office->issuing.administrator()));
        QTRY_VERIFY(window.workArea() != nullptr);
        window.workArea()->start({{u"reminders"_s}});
        const auto buttons = window.findChildren<ActionButton*>();
        const auto sign = std::ranges::find(buttons, ActionId::RevocationListSign, &ActionButton::actionId);
        QVERIFY(sign != buttons.end());
        (*sign)->click();
        QTRY_COMPARE(view().state, ListSigningState::AwaitingPin);
    }

private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_office = std::make_unique<Office>();
        m_office->issuing.station().open();
        QVERIFY(m_office->issuing.station().logIn(m_office->issuing.administrator()));
    }

    void theRemindersLeadToIt() {
        OpenScreen<RemindersScreen> page(station(), session());
        const QSignalSpy opened(&page.screen, &Screen::openRequested);
        QVERIFY(page.use(ActionId::RevocationListSign));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().at(0).toString(), u"list-signing"_s);
    }

    void aListIsSignedByKeyboard() {
        Page page(station(), session());
        QTRY_COMPARE(view().state, ListSigningState::AwaitingPin);
        QVERIFY(page.shown().contains(u"List of issuing"_s));
        QVERIFY(page.shown().contains(u"List 1 names 0 revoked certificate"_s));
        type(page, "111111");
        QTRY_VERIFY(view().pinWasWrong);
        QVERIFY(page.shown().contains(u"The PIN is wrong."_s));
        QVERIFY(page.save(u"list-signing-wrong"_s));
        type(page, CounterStation::Pin);
        QTRY_COMPARE(view().state, ListSigningState::Done);
        QVERIFY(page.shown().contains(u"The list is signed"_s));
        QVERIFY(page.save(u"list-signing-done"_s));
        const QSignalSpy closed(&page.screen, &Screen::closeRequested);
        QVERIFY(page.use(ActionId::GoBack));
        QCOMPARE(closed.size(), 1);
    }

    void whatStopsItIsSaid() {
        Page page(station(), session());
        QTRY_COMPARE(view().state, ListSigningState::AwaitingPin);
        for (int wrong = 0; wrong < 3; ++wrong) {
            QTRY_COMPARE(view().state, ListSigningState::AwaitingPin);
            type(page, "111111");
            const QSignalSpy said(&page.screen, &Screen::informed);
            QVERIFY(!page.screen.mayLeave());
            QCOMPARE(said.value(0).value(0).toString(),
                     u"The card is at work. In a moment you can leave the page."_s);
        }
        QTRY_COMPARE(view().state, ListSigningState::Stopped);
        QVERIFY(page.shown().contains(u"The list could not be signed"_s));
        QVERIFY(page.shown().contains(u"After wrong PINs this card has to wait"_s));
        QVERIFY(page.save(u"list-signing-stopped"_s));
        QVERIFY(page.screen.mayLeave());
    }

    void nobodyLogsOutWhileTheCardSigns() {
        MainWindow window(station());
        openIn(window);
        m_office->issuing.station().stack().setLatency(std::chrono::milliseconds(500)); // time to try
        station().listSigning().submitPin(SecretBytes::copyOf(CounterStation::Pin));
        QVERIFY(!window.workArea()->mayEnd());
        QTRY_COMPARE_WITH_TIMEOUT(view().state, ListSigningState::Done, 20'000);
        QVERIFY(window.workArea()->mayEnd());
    }

    void afterALockTheRemindersSayHowThingsStand() {
        MainWindow window(station());
        openIn(window);
        station().listSigning().submitPin(SecretBytes::copyOf(CounterStation::Pin));
        QTRY_COMPARE(view().state, ListSigningState::Done);
        QCOMPARE(window.workArea()->positions().last().screen, u"list-signing"_s);
        m_office->issuing.station().takeOut();
        QTRY_VERIFY(window.workArea() == nullptr);
        QVERIFY(m_office->issuing.station().logIn(m_office->issuing.administrator()));
        QTRY_VERIFY(window.workArea() != nullptr);
        QCOMPARE(window.workArea()->positions().size(), 1);
        QCOMPARE(window.workArea()->positions().last().screen, u"reminders"_s);
        QCOMPARE(view().state, ListSigningState::Idle);
    }

    void leavingThePageStopsIt() {
        {
            const Page page(station(), session());
            QTRY_COMPARE(view().state, ListSigningState::AwaitingPin);
        }
        QCOMPARE(view().state, ListSigningState::Idle);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ListSigningScreenTest)
#include "tst_listsigningscreen.moc"
