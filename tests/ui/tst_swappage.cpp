// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An operator's card goes out for an applicant's, in the real window with one reader, by keys.

#include "smartcard/simulator/foreigncard.h"
#include "tests/support/testcase.h"
#include "tests/ui/screens/operatorwindow.h"
#include "ui/forms/procedureform.h"
#include "ui/screens/draftscreen.h"
#include "ui/swappage.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/notice.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SwapPageTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_desk = std::make_unique<OperatorWindow>();
    }
    void cleanup() {
        m_desk.reset();
        applyTheme(*qApp, Scale());
    }

    void helpNamesItsKeyWhereItIsOffered() {
        openDraft();
        OperatorWindow::press(Qt::Key_F1);
        QVERIFY2(everythingSeen().contains(u"Alt+K: "_s), qPrintable(everythingSeen()));
    }

    void theCardGoesOutAndTheFormIsBackAtTheCursor() {
        openDraft();
        OperatorWindow::type(u"abcdef"_s);
        OperatorWindow::press(Qt::Key_Left);
        QWidget* field = QApplication::focusWidget();
        begin();
        QCOMPARE(m_desk->stored().value(m_first), QString()); // nothing is read meanwhile
        QVERIFY(!m_desk->records(u"draft.save"_s).isEmpty());
        QVERIFY(!m_desk->window->workArea()->isVisible());
        QVERIFY(!everythingSeen().contains(u"abcdef"_s));
        QVERIFY(everythingSeen().contains(u"60 second(s) left"_s));
        m_desk->picture(u"swap-own-card"_s);

        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        m_desk->picture(u"swap-empty"_s);
        m_desk->station.putIn(std::make_shared<ForeignCard>());
        QTRY_COMPARE(reader(), u"A card of another kind (not PIV)."_s);
        m_desk->station.clock().advance(17s);
        QTRY_VERIFY(everythingSeen().contains(u"43 second(s) left"_s));
        m_desk->picture(u"swap-applicant"_s);
        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        m_desk->station.putIn(u"op01"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->window->swapPage() == nullptr, 20000);
        QVERIFY(m_desk->window->workArea()->isVisible());
        QCOMPARE(QApplication::focusWidget(), field);
        OperatorWindow::type(u"X"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored().value(m_first), u"abcdeXf"_s, 3000);
    }

    void whatWasJustTypedIsSavedBefore() {
        openDraft();
        OperatorWindow::type(u"abc"_s);
        begin();
        OperatorWindow::press(Qt::Key_Escape);
        QTRY_VERIFY(m_desk->window->swapPage() == nullptr);
        QCOMPARE(m_desk->stored().value(m_first), u"abc"_s);
    }

    void escGoesBackWhileHerCardIsIn() {
        openDraft();
        QWidget* field = QApplication::focusWidget();
        begin();
        OperatorWindow::press(Qt::Key_Escape);
        QTRY_VERIFY(m_desk->window->swapPage() == nullptr);
        QCOMPARE(QApplication::focusWidget(), field);
        begin();
        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        OperatorWindow::press(Qt::Key_Escape);
        QVERIFY(m_desk->window->swapPage() != nullptr);
    }

    void theTimeIsToldToAReaderOfScreens() {
        openDraft();
        begin();
        auto* time = m_desk->window->findChild<QLabel*>(u"secondsLeft"_s);
        const auto name = [&] {
            return QAccessible::queryAccessibleInterface(time)->text(QAccessible::Name);
        };
        QCOMPARE(name(), u"60 second(s) left"_s);
        m_desk->station.clock().advance(50s);
        QTRY_COMPARE(name(), u"10 second(s) left"_s);
    }

    void whenTheTimeIsOverThePageSaysSoAndThePinBringsTheFormBack() {
        openDraft();
        OperatorWindow::type(u"abc"_s);
        begin();
        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        m_desk->station.clock().advance(61s);
        QTRY_VERIFY(m_desk->window->workArea() == nullptr);
        QVERIFY(m_desk->window->swapPage() == nullptr);
        QVERIFY(m_desk->window->loginScreen().isVisible());
        QVERIFY(everythingSeen().contains(u"The operator card was not put back in time."_s));
        m_desk->picture(u"swap-over"_s);
        QVERIFY(m_desk->logIn());
        QVERIFY(m_desk->reaches<DraftScreen>());
        QCOMPARE(m_desk->stored().value(m_first), u"abc"_s);
    }

    void f11HidesThePageAndTheCardMayComeBackUnderTheCover() {
        openDraft();
        QWidget* field = QApplication::focusWidget();
        begin();
        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        OperatorWindow::press(Qt::Key_F11);
        QVERIFY(m_desk->window->isCovered());
        OperatorWindow::press(Qt::Key_F11);
        QVERIFY(!m_desk->window->isCovered());
        QVERIFY(m_desk->window->findChild<SwapPage*>()->isVisible());
        OperatorWindow::press(Qt::Key_F11);
        m_desk->station.putIn(u"op01"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->window->swapPage() == nullptr, 20000);
        QVERIFY(m_desk->window->isCovered());
        QVERIFY(!m_desk->window->workArea()->isVisible());
        OperatorWindow::press(Qt::Key_F11);
        QVERIFY(m_desk->window->workArea()->isVisible());
        QCOMPARE(QApplication::focusWidget(), field);
    }

    void theLockButtonLocks() {
        openDraft();
        begin();
        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        Q_EMIT m_desk->window->findChild<SwapPage*>()->lockRequested();
        QTRY_VERIFY(m_desk->window->workArea() == nullptr);
        QCOMPARE(m_desk->records(u"session.lock"_s).constFirst().details.value(u"why"_s), u"LockKey"_s);
    }

    void theButtonIsWhereVisitorsAreServedOnly() {
        QVERIFY(m_desk->logIn());
        QTRY_VERIFY(button() != nullptr);
        m_desk->picture(u"swap-button-desk"_s);
        m_desk->window->workArea()->findChild<ActionButton*>(u"pin"_s)->click();
        QTRY_VERIFY(button() == nullptr);
        m_desk->window->workArea()->findChild<ActionButton*>(u"desk"_s)->click();
        QTRY_VERIFY(button() != nullptr);
    }

    void atTwiceTheSizeEverythingIsThere() {
        m_desk.reset();
        applyTheme(*qApp, Scale::fromPercent(200));
        m_desk = std::make_unique<OperatorWindow>();
        openDraft();
        m_desk->picture(u"swap-button-200"_s);
        begin();
        m_desk->station.takeOut();
        QTRY_COMPARE(reader(), u"The reader is empty."_s);
        m_desk->picture(u"swap-empty-200"_s);
    }

private:
    void openDraft() {
        QVERIFY(m_desk->logIn());
        m_desk->startDraft();
        QVERIFY(m_desk->reaches<DraftScreen>());
        m_first = m_desk->screen<ProcedureForm>()->procedure().groups.constFirst().fields.constFirst().id;
    }
    void begin() {
        OperatorWindow::press(Qt::Key_K, Qt::AltModifier);
        QTRY_VERIFY(m_desk->window->swapPage() != nullptr);
    }
    ActionButton* button() const {
        for (ActionButton* each : m_desk->window->workArea()->findChildren<ActionButton*>()) {
            if (each->actionId() == ActionId::CardSwapBegin && each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// What is in the reader, without the word for the kind of message.
    QString reader() const {
        return m_desk->window->findChild<Notice*>(u"inReader"_s)->title().section(u": "_s, 1);
    }
    QString everythingSeen() const {
        QStringList texts;
        for (const QLabel* label : m_desk->window->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts += label->text();
        }
        for (const QLineEdit* line : m_desk->window->findChildren<QLineEdit*>()) {
            if (line->isVisible())
                texts += line->text();
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<OperatorWindow> m_desk;
    QString m_first; ///< id of the form's first field
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::SwapPageTest)
#include "tst_swappage.moc"
