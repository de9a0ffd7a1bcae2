// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The whole window with a system administrator at it who changes a rule a while after her login.

#include "app/audit/auditreader.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"
#include "tests/ui/stationwithcards.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/screens/stationscreen.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pinrow.h"
#include "ui/widgets/shuffledkeypad.h"
#include "ui/workarea.h"

#include <QApplication>
#include <QDir>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FreshPinPanelTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_station = std::make_unique<StationWithCards>();
        m_station->enroll(u"sa01"_s, u"甲野 花子"_s, Role::SystemAdministrator);
        StationPolicy patient = expect(station().policy());
        patient.coverAfter = 50min;
        patient.lockAfter = 60min;
        expect(station().policies().changeAtConsole(patient));
    }
    void cleanup() {
        m_window.reset();
        m_station.reset();
    }

    void whoEntersThePinDoesItOnceMoreByKeyboard() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        QCOMPARE(QApplication::focusWidget(), pinRow()->field());
        save(u"fresh-pin"_s);
        QCOMPARE(records(u"policy.change"_s).constFirst().details.value(u"error"_s), u"PinNotFresh"_s);
        QCOMPARE(records(u"policy.change"_s).constFirst().outcome, AuditOutcome::Refused);
        type(u"135790"_s);
        QTRY_VERIFY(pinRow() != nullptr && pinRow()->problem() == u"The PIN is wrong."_s);
        QVERIFY(says(u"4 more wrong one(s) block the card."_s));
        type(u"1"_s);
        QTRY_VERIFY(pinRow() != nullptr && pinRow()->problem().contains(u"Nothing was sent"_s));
        type(u"246810"_s);
        QTRY_VERIFY(says(u"Now do once more what you wanted to do."_s));
        QCOMPARE(expect(station().policy()).lockAfter, 60min);
        askForAChange();
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(says(u"The rules were changed."_s));
        QCOMPARE(expect(station().policy()).lockAfter, 59min);
    }

    void theButtonTakesThePinAsEnterDoes() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        QTest::keyClicks(QApplication::focusWidget(), u"246810"_s);
        QTest::mouseClick(button(ActionId::PinSubmit), Qt::LeftButton);
        QTRY_VERIFY(says(u"Now do once more what you wanted to do."_s));
    }

    void thePinThatBringsAWaitIsCalledWrong() {
        StationPolicy policy = expect(station().policy());
        policy.lockout.failuresBeforeDelay = 1;
        station().lockout().setPolicy(policy.lockout);
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        type(u"135790"_s);
        QTRY_VERIFY(says(u"The PIN is wrong."_s));
        QVERIFY(MessagePanel::openIn(m_window.get()) == nullptr);
        QVERIFY(says(u"this card has to wait"_s));
        QVERIFY(!says(u"have not changed"_s));
    }

    void underTheCoverItWaitsForItsPin() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(m_window->isCovered());
        QTRY_VERIFY(m_window->findChild<PinRow*>() != nullptr); // asked for, below
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F11);
        QVERIFY(!m_window->isCovered());
        QTRY_VERIFY(pinRow() != nullptr);
        QCOMPARE(QApplication::focusWidget(), pinRow()->field());
    }

    void whileThePinIsCheckedThePageIsCovered() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QVERIFY(
            QTest::qWaitFor([this] { return says(u"Your card is being read"_s) || pinRow() != nullptr; }));
        QTRY_VERIFY(pinRow() != nullptr);
        type(u"246810"_s);
        QVERIFY(says(u"Your PIN is being checked"_s));
        QTRY_VERIFY(says(u"Now do once more what you wanted to do."_s));
        QVERIFY(MessagePanel::openIn(m_window.get()) == nullptr);
    }

    void aLogThatBreaksMeanwhileEndsTheSession() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        expect(station().database().execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'full'); END"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(m_window->loginScreen().view().state, LoginState::Halted);
    }

    void whoGivesUpChangesNothing() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!station().freshPin().isUnderWay());
        QVERIFY(MessagePanel::openIn(m_window.get()) == nullptr);
        QCOMPARE(expect(station().policy()).lockAfter, 60min);
        QCOMPARE(records(u"approval.cancel"_s).size(), 1);
        // What was typed is still there.
        QCOMPARE(m_window->findChild<FieldEditor*>(u"lockAfterMinutes"_s)->value(), u"59"_s);
    }

    void aPulledCardTakesTheQuestionAway() {
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        QVERIFY(MessagePanel::openIn(m_window.get()) == nullptr);
    }

    void theKeypadComesWithItWhenThePolicySaysSo() {
        StationPolicy policy = expect(station().policy());
        policy.shuffledKeypad = true;
        expect(station().policies().changeAtConsole(policy));
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        auto* keypad = MessagePanel::openIn(m_window.get())->findChild<ShuffledKeypad*>();
        QVERIFY(keypad != nullptr && keypad->isVisible());
        save(u"fresh-pin-keypad"_s);
        for (const int digit : {2, 4, 6, 8, 1, 0})
            QTest::mouseClick(keypad, Qt::LeftButton, {}, keypad->keyOf(digit).center());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(says(u"Now do once more what you wanted to do."_s));
    }

    // Last: it installs the translation.
    void inJapaneseItFitsTheSmallestWindowAtTheLargestScale() {
        QVERIFY(installJapanese(*qApp));
        applyTheme(*qApp, Scale::fromPercent(200));
        StationPolicy policy = expect(station().policy());
        policy.shuffledKeypad = true;
        expect(station().policies().changeAtConsole(policy));
        logIn();
        askForAChange();
        m_station->clock().advance(6min);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(pinRow() != nullptr);
        QTRY_COMPARE(m_window->size(), QSize(1280, 800));
        const MessagePanel* panel = MessagePanel::openIn(m_window.get());
        const auto* keypad = panel->findChild<ShuffledKeypad*>();
        QVERIFY(keypad->visibleRegion().boundingRect() == keypad->rect());
        for (const ActionButton* shown : panel->buttons())
            QVERIFY(shown->visibleRegion().boundingRect() == shown->rect());
        save(u"fresh-pin-keypad-200"_s);
    }

private:
    Workstation& station() { return m_station->station(); }

    void logIn() {
        m_window = std::make_unique<MainWindow>(station());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_station->start();
        m_station->putIn(u"sa01"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20'000);
        type(u"246810"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workArea() != nullptr, 20'000);
    }
    /// Up to the question whether the rule is to be changed, with its button ready.
    void askForAChange() {
        if (m_window->findChild<StationScreen*>() == nullptr)
            m_window->workArea()->findChild<ActionButton*>(u"station"_s)->click();
        QTRY_VERIFY(m_window->findChild<StationScreen*>() != nullptr);
        m_window->findChild<FieldEditor*>(u"lockAfterMinutes"_s)->setValue(u"59"_s);
        QTest::keyClick(button(ActionId::PolicyChange), Qt::Key_Return);
        QTRY_VERIFY(MessagePanel::openIn(m_window.get()) != nullptr);
    }
    /// The topmost one of those that do this.
    ActionButton* button(ActionId id) {
        const MessagePanel* panel = MessagePanel::openIn(m_window.get());
        const QWidget* within = panel == nullptr ? static_cast<const QWidget*>(m_window.get()) : panel;
        for (ActionButton* each : within->findChildren<ActionButton*>()) {
            if (each->isVisible() && each->actionId() == id)
                return each;
        }
        return nullptr;
    }
    PinRow* pinRow() {
        const MessagePanel* panel = MessagePanel::openIn(m_window.get());
        for (PinRow* row : panel == nullptr ? QList<PinRow*>() : panel->findChildren<PinRow*>()) {
            if (row->isVisible())
                return row;
        }
        return nullptr;
    }
    static void type(const QString& pin) {
        QTest::keyClicks(QApplication::focusWidget(), pin);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    bool says(const QString& text) {
        const auto labels = m_window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    QList<AuditRecord> records(const QString& action) {
        return expect(readAuditAsAdministrator(station().database(), {.filter = {.action = action}})).records;
    }
    void save(const QString& name) {
        QDir().mkpath(u"pictures"_s);
        QVERIFY(m_window->grab().save(u"pictures/"_s + name + u".png"_s));
    }

    std::unique_ptr<StationWithCards> m_station;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::FreshPinPanelTest)
#include "tst_freshpinpanel.moc"
