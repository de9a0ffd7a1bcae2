// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/frameparts.h"
#include "ui/errorpage.h"
#include "ui/screenstack.h"
#include "ui/theme.h"

#include <QApplication>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ScreenStackTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_parts = std::make_unique<FrameParts>();
        m_stack = std::make_unique<ScreenStack>(m_parts->context(), ScriptedCatalogue);
        m_stack->show();
        QVERIFY(QTest::qWaitForWindowActive(m_stack.get()));
    }
    void cleanup() {
        m_stack.reset();
        m_parts.reset();
    }

    void showingIsRecordedAndBackIsAShowingOfItsOwn() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        QVERIFY(m_stack->openOnTop(u"draft"_s, u"d1"_s));
        QCOMPARE(m_stack->top()->target(), u"d1"_s);
        QVERIFY(m_stack->close());
        QCOMPARE(m_parts->recorded(),
                 (QStringList{u"screen.show screen:desk"_s, u"screen.show screen:draft"_s,
                              u"screen.show screen:desk"_s}));
        QCOMPARE(screenScript().events, (QStringList{u"load desk"_s, u"save desk"_s, u"load draft"_s,
                                                     u"save draft"_s, u"refresh desk"_s}));
    }

    void withoutARecordNothingIsShown() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        m_parts->breakLog();
        QCOMPARE(m_stack->openOnTop(u"draft"_s, u"d1"_s).error().code, ErrorCode::RecordFailed);
        QCOMPARE(m_stack->top()->name(), u"desk"_s);
        QVERIFY(!screenScript().events.contains(u"load draft"_s));
    }

    void aScreenThatTheSessionMayNotSeeIsRefusedOnRecord() {
        QCOMPARE(m_stack->openAlone(u"audit"_s).error().code, ErrorCode::PermissionDenied);
        QVERIFY(m_stack->top() == nullptr);
        QCOMPARE(screenScript().events, QStringList());
        QCOMPARE(m_parts->recorded().size(), 2); // attempt and outcome
    }

    void anEndedSessionOpensNothing() {
        m_parts->session().end();
        QCOMPARE(m_stack->openAlone(u"desk"_s).error().code, ErrorCode::SessionEnded);
    }

    void anErrorOfLoadingStandsInThePlaceOfTheScreen() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        screenScript().loadError = ErrorCode::DraftMissing;
        QVERIFY(m_stack->openOnTop(u"draft"_s, u"d1"_s));
        QVERIFY(m_stack->top() == nullptr);
        QVERIFY(m_stack->findChild<ErrorPage*>()->isVisible());
        QVERIFY(m_stack->close());
        QCOMPARE(m_stack->top()->name(), u"desk"_s);
    }

    void aScreenThatCannotSaveIsLeftOnlyOnTheSecondAttempt() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        QVERIFY(m_stack->openOnTop(u"draft"_s, u"d1"_s));
        screenScript().saveError = ErrorCode::DiskFull;
        QCOMPARE(m_stack->close().error().code, ErrorCode::DiskFull);
        QVERIFY(m_stack->wouldLoseInput());
        QCOMPARE(m_stack->top()->name(), u"draft"_s);
        QVERIFY(m_stack->close());
        QCOMPARE(m_stack->top()->name(), u"desk"_s);
        QVERIFY(!m_stack->wouldLoseInput());
    }

    void whoGoesOnWorkingIsWarnedAnew() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        screenScript().saveError = ErrorCode::DiskFull;
        QVERIFY(!m_stack->openAlone(u"draft"_s));
        screenScript().saveError.reset();
        auto* field = m_stack->findChild<QLineEdit*>(u"first"_s);
        QTest::keyClicks(field, u"x"_s);
        QVERIFY(!m_stack->wouldLoseInput());
        screenScript().saveError = ErrorCode::DiskFull;
        QVERIFY(!m_stack->openAlone(u"draft"_s));
        QTest::keyClick(field, Qt::Key_F3); // leads away, and is no work
        QVERIFY(m_stack->openAlone(u"draft"_s));
    }

    void theFocusComesBackToWhereItWas() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        auto* second = m_stack->top()->findChild<QLineEdit*>(u"second"_s);
        second->setFocus();
        QVERIFY(m_stack->openOnTop(u"draft"_s, u"d1"_s));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"first"_s);
        QVERIFY(m_stack->close());
        QVERIFY(second->hasFocus());
    }

    void positionsLeadBackToTheCursor() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        QVERIFY(m_stack->openOnTop(u"draft"_s, u"d1"_s));
        auto* second = m_stack->top()->findChild<QLineEdit*>(u"second"_s);
        second->setText(u"葛城 髙子"_s);
        second->setFocus();
        second->setCursorPosition(3);
        const QList<ScreenPosition> positions = m_stack->positions();
        QCOMPARE(positions.last(), (ScreenPosition{u"draft"_s, u"d1"_s, u"second"_s, 3}));

        m_stack = std::make_unique<ScreenStack>(m_parts->context(), ScriptedCatalogue);
        m_stack->show();
        QVERIFY(QTest::qWaitForWindowActive(m_stack.get()));
        QVERIFY(m_stack->reopen(positions));
        QCOMPARE(m_stack->depth(), 2);
        QCOMPARE(m_stack->top()->target(), u"d1"_s);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"second"_s);
        QVERIFY(m_stack->close()); // made only now
        QCOMPARE(m_stack->top()->name(), u"desk"_s);
    }

    void aScreenAsksBySignals() {
        QVERIFY(m_stack->openAlone(u"desk"_s));
        Q_EMIT m_stack->top()->openRequested(u"draft"_s, u"d2"_s);
        QTRY_COMPARE(m_stack->depth(), 2);
        QCOMPARE(m_stack->top()->target(), u"d2"_s);
        Q_EMIT m_stack->top()->closeRequested();
        QTRY_COMPARE(m_stack->depth(), 1);
        QSignalSpy failed(m_stack.get(), &ScreenStack::failed);
        Q_EMIT m_stack->top()->openRequested(u"audit"_s, {});
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    std::unique_ptr<FrameParts> m_parts;
    std::unique_ptr<ScreenStack> m_stack;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ScreenStackTest)
#include "tst_screenstack.moc"
