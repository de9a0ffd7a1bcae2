// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/scriptedscreens.h"
#include "tests/ui/stationwithcards.h"
#include "ui/mainwindow.h"
#include "ui/screens/loginscreen.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pinfield.h"
#include "ui/workarea.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class MainWindowTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        screenScript() = {};
        m_station = std::make_unique<StationWithCards>();
        m_station->enroll(u"op01"_s, u"甲野 花子"_s, Role::Operator);
        m_station->enroll(u"op02"_s, u"乙山 次郎"_s, Role::Operator);
        m_window = std::make_unique<MainWindow>(m_station->station(), ScriptedCatalogue);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_station->start();
    }
    void cleanup() {
        m_window.reset();
        m_station.reset();
    }

    void aCardAndItsPinLeadToTheFirstPage() {
        logIn(u"op01"_s);
        QCOMPARE(screenScript().events.last(), u"load desk"_s);
        QVERIFY(!m_window->isCovered());
        save(u"work"_s);
    }

    void theWorkAreaFitsTheSmallestWindowAtTheLargestScale() {
        applyTheme(*qApp, Scale::fromPercent(200));
        logIn(u"op01"_s);
        m_window->workArea()->layout()->activate();
        QVERIFY2(m_window->minimumSizeHint().width() <= 1280,
                 qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY(m_window->minimumSizeHint().height() <= 800);
        QCoreApplication::processEvents();
        save(u"work-200"_s);
    }

    void aLongMessageIsReadToItsEndAtTheLargestScale() {
        applyTheme(*qApp, Scale::fromPercent(200));
        logIn(u"op01"_s);
        WorkArea& work = *m_window->workArea();
        const auto* notice = closeButton()->parentWidget()->findChild<Notice*>();
        const auto* words = qobject_cast<QScrollArea*>(notice->parentWidget()->parentWidget());
        QVERIFY(words != nullptr);
        const QString line = u"One line\n"_s;
        work.say(NoticeKind::Warning, u"Four"_s, line.repeated(3) + u"the fourth"_s);
        QTRY_VERIFY(words->verticalScrollBar()->maximum() == 0 && words->height() >= notice->height());
        work.say(NoticeKind::Warning, u"Forty"_s, line.repeated(40));
        const auto* page = work.findChild<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(page->height() * 3 > words->height());
        QTRY_VERIFY(words->verticalScrollBar()->maximum() > 0);
        closeButton()->setFocus();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(closeButton(), Qt::Key_PageDown);
        QCOMPARE(words->verticalScrollBar()->value(), words->verticalScrollBar()->maximum());
        save(u"long-message-200"_s);
    }

    void theButtonsOfTheHeaderAreAllAsHigh() {
        logIn(u"op01"_s);
        QTRY_COMPARE(m_window->size(), QSize(1280, 800));
        const auto* tab = m_window->workArea()->findChild<ActionButton*>(u"desk"_s);
        for (const ActionButton* button : tab->parentWidget()->findChildren<ActionButton*>()) {
            if (button->isVisible())
                QTRY_COMPARE(button->height(), theme::px(theme::targetHeight));
        }
    }

    void thePulledCardHidesSavesAndDestroysAndThePositionComesBack() {
        logIn(u"op01"_s);
        openDraftAndType();
        bool wasHidden = false;
        screenScript().onSave = [this, &wasHidden] { wasHidden = m_window->isCovered(); };
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        QVERIFY(screenScript().events.contains(u"save draft"_s));
        QVERIFY(wasHidden); // saving may take its time
        screenScript().onSave = {};
        QVERIFY(screenScript().events.contains(u"gone draft"_s));
        QVERIFY(screenScript().events.contains(u"gone desk"_s));
        QVERIFY(m_window->loginScreen().isVisible());

        logIn(u"op01"_s);
        QCOMPARE(screenScript().events.last(), u"load draft"_s);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"second"_s);
    }

    void whoComesBackIsToldOnlyOfWrongPins() {
        logIn(u"op01"_s);
        QVERIFY(noticeIsSeen());
        openDraftAndType();
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        logIn(u"op01"_s);
        QVERIFY(!noticeIsSeen());

        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        m_station->putIn(u"op01"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20000);
        QTest::keyClicks(QApplication::focusWidget(), u"135790"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->loginScreen().view().pinWasWrong, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20000);
        QTest::keyClicks(QApplication::focusWidget(), u"246810"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workArea() != nullptr, 20000);
        QVERIFY(noticeIsSeen());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"second"_s);
        auto* back = closeButton();
        QCOMPARE(back->text(), u"Go on with your work"_s);
        back->setFocus();
        QTest::keyClick(back, Qt::Key_Return);
        QVERIFY(!noticeIsSeen());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"second"_s);
    }

    void escapeClosesAMessageBeforeThePage() {
        logIn(u"op01"_s);
        openDraftAndType();
        m_window->workArea()->say(NoticeKind::Success, u"Saved"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!noticeIsSeen());
        QCOMPARE(m_window->workArea()->positions().last().screen, u"draft"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(m_window->workArea()->positions().last().screen, u"desk"_s);
    }

    void anotherOperatorNeverSeesThePositionOfTheFirst() {
        logIn(u"op01"_s);
        openDraftAndType();
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        logIn(u"op02"_s);
        QCOMPARE(screenScript().events.last(), u"load desk"_s);
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        logIn(u"op01"_s);
        QCOMPARE(screenScript().events.last(), u"load draft"_s);
    }

    void loggingOutForgetsThePosition() {
        logIn(u"op01"_s);
        openDraftAndType();
        Q_EMIT m_window->workArea()->logOutRequested();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        m_station->takeOut();
        QTRY_COMPARE(m_window->loginScreen().view().state, LoginState::WaitingForCard);
        logIn(u"op01"_s);
        QCOMPARE(screenScript().events.last(), u"load desk"_s);
    }

    void whoLogsOutIsWarnedOnceOfWhatIsLost() {
        logIn(u"op01"_s);
        screenScript().unsaved = {u"Order: name"_s};
        press(ActionId::SessionLogout);
        QVERIFY(m_window->workArea() != nullptr);
        QVERIFY(seen().contains(u"What you typed last is not saved."_s));
        QVERIFY(seen().contains(u"Order: name"_s));
        press(ActionId::SessionLogout); // gives it up
        QTRY_VERIFY(m_window->workArea() == nullptr);
        QCOMPARE(m_window->loginScreen().view().state, LoginState::TakeCardOut);
    }

    void whoHasSavedLogsOutAtOnce() {
        logIn(u"op01"_s);
        press(ActionId::SessionLogout);
        QTRY_VERIFY(m_window->workArea() == nullptr);
    }

    void whatALockCouldNotSaveIsToldToItsOwnerAtTheNextLogin() {
        logIn(u"op01"_s);
        screenScript().unsaved = {u"Order: name"_s};
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        screenScript().unsaved.clear();
        logIn(u"op02"_s);
        QVERIFY(!seen().contains(u"Order: name"_s));
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        logIn(u"op01"_s);
        QVERIFY2(seen().contains(u"Order: name"_s), qUtf8Printable(seen()));
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        logIn(u"op01"_s);
        QVERIFY(!seen().contains(u"Order: name"_s)); // told once
    }

    void aPageThatMayNotBeLeftStaysUntilItMay() {
        logIn(u"op01"_s);
        openDraftAndType();
        screenScript().mayLeave = false;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
        QVERIFY(screenScript().events.contains(u"ask draft"_s));
        m_window->workArea()->findChild<ActionButton*>(u"desk"_s)->click();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F10); // a lost card
        QCoreApplication::processEvents();
        QCOMPARE(m_window->workArea()->positions().last().screen, u"draft"_s);
        screenScript().mayLeave = true;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
        QCOMPARE(m_window->workArea()->positions().last().screen, u"desk"_s);
        // A lock asks nobody.
        openDraftAndType();
        screenScript().mayLeave = false;
        screenScript().events.clear();
        m_station->takeOut();
        QTRY_VERIFY(m_window->workArea() == nullptr);
        QVERIFY(!screenScript().events.contains(u"ask draft"_s));
    }

    void f11HidesWhateverHasTheFocusAndAKeyBringsItBack() {
        logIn(u"op01"_s);
        QWidget* field = QApplication::focusWidget();
        QTest::keyClick(field, Qt::Key_F11);
        QVERIFY(m_window->isCovered());
        QVERIFY(!m_window->workArea()->isVisible());
        save(u"covered"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F11);
        QVERIFY(!m_window->isCovered());
        QVERIFY(field->hasFocus());
        // A page that goes on below does not get the keyboard, but has it afterwards.
        auto* second = m_window->workArea()->findChild<QLineEdit*>(u"second"_s);
        QTest::keyClick(field, Qt::Key_F11);
        second->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
        QVERIFY(second->text().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F11);
        QVERIFY(!m_window->isCovered());
        QVERIFY(second->hasFocus());
        field->setFocus();

        QComboBox combo(m_window->workArea());
        combo.addItems({u"1"_s, u"2"_s});
        combo.show();
        combo.showPopup();
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_F11);
        QVERIFY(m_window->isCovered());
        QVERIFY(QApplication::activePopupWidget() == nullptr);
    }

    void anIdleScreenIsCoveredThenLocked() {
        logIn(u"op01"_s);
        openDraftAndType();
        m_station->clock().advance(3min);
        QTRY_VERIFY(m_window->isCovered());
        QVERIFY(m_window->workArea() != nullptr);
        m_station->clock().advance(2min);
        QTRY_VERIFY(m_window->workArea() == nullptr);
        QVERIFY(screenScript().events.contains(u"save draft"_s));
        // The card is still in: its PIN unlocks.
        QTRY_COMPARE(m_window->loginScreen().view().state, LoginState::AwaitingPin);
        QVERIFY(m_window->loginScreen().view().isUnlocking);
        QVERIFY(!m_window->isCovered());
    }

private:
    void logIn(const QString& id) {
        m_station->putIn(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->loginScreen().view().state, LoginState::AwaitingPin, 20000);
        auto* pin = m_window->loginScreen().findChild<PinField*>();
        QVERIFY(pin->hasFocus());
        QTest::keyClicks(pin, u"246810"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workArea() != nullptr, 20000);
    }

    void press(ActionId id) {
        for (ActionButton* button : m_window->workArea()->findChildren<ActionButton*>()) {
            if (button->actionId() != id || !button->isVisible())
                continue;
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            return;
        }
        QFAIL("no such button");
    }
    QString seen() const {
        QStringList texts;
        for (const QLabel* label : m_window->workArea()->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

    void openDraftAndType() {
        auto* desk = m_window->workArea()->findChild<Screen*>();
        Q_EMIT desk->openRequested(u"draft"_s, u"d1"_s);
        QTRY_VERIFY(screenScript().events.contains(u"load draft"_s));
        for (auto* field : m_window->workArea()->findChildren<QLineEdit*>(u"second"_s)) {
            if (field->isVisible())
                field->setFocus();
        }
        QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
    }

    ActionButton* closeButton() const {
        const auto buttons = m_window->workArea()->findChildren<ActionButton*>();
        for (ActionButton* button : buttons) {
            if (button->actionId() == ActionId::DismissMessage && button->isVisible())
                return button;
        }
        return nullptr;
    }
    bool noticeIsSeen() const { return closeButton() != nullptr; }

    void save(const QString& name) {
        QDir().mkpath(u"pictures"_s);
        QVERIFY(m_window->grab().save(u"pictures/window-"_s + name + u".png"_s));
    }

    std::unique_ptr<StationWithCards> m_station;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::MainWindowTest)
#include "tst_mainwindow.moc"
