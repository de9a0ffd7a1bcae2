// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"

#include <QApplication>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ActionButtonTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scale()); }

    void carriesItsActionAndItsName() {
        const ActionButton button(ActionId::DraftSave);
        QCOMPARE(actionOf(&button), ActionId::DraftSave);
        QCOMPARE(button.text(), actionText(ActionId::DraftSave));
        QCOMPARE(button.accessibleName(), button.text());
        QVERIFY(!button.text().isEmpty());
    }

    void anObjectWithoutAnActionHasNone() {
        const QObject bare;
        QCOMPARE(actionOf(&bare), std::nullopt);
    }

    void isNeverADefaultButton() {
        const ActionButton button(ActionId::DraftDelete, ButtonKind::Danger);
        QVERIFY(!button.autoDefault());
        QVERIFY(!button.isDefault());
    }

    void enterAndSpacePressItAndShiftEnterDoesNot() {
        ActionButton button(ActionId::DraftSave);
        button.show();
        QSignalSpy clicked(&button, &ActionButton::clicked);
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        QTest::keyClick(&button, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(clicked.count(), 2);
    }

    void shiftEnterGoesBack() {
        QWidget page;
        ActionButton first(ActionId::DraftSave, ButtonKind::Secondary, &page);
        ActionButton second(ActionId::DraftSave, ButtonKind::Secondary, &page);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        second.setFocus();
        QTest::keyClick(&second, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(first.hasFocus());
    }

    void theThreeKindsLookDifferent() {
        const auto colourOf = [](ButtonKind kind) {
            ActionButton button(ActionId::DraftSave, u" "_s, kind);
            button.resize(button.sizeHint());
            return button.grab().toImage().pixel(button.width() / 4, button.height() / 4);
        };
        QCOMPARE(colourOf(ButtonKind::Primary), theme::colour::primary);
        QCOMPARE(colourOf(ButtonKind::Secondary), theme::colour::paper);
        QCOMPARE(colourOf(ButtonKind::Danger), theme::colour::errorText);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ActionButtonTest)
#include "tst_actionbutton.moc"
