// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/themestyle.h"

#include <QApplication>
#include <QFocusFrame>
#include <QFontInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

class ThemeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everySizeFollowsTheScale() {
        applyTheme(*qApp, Scale());
        QCOMPARE(theme::px(40), 40);
        QCOMPARE(QApplication::font().pixelSize(), 16);
        applyTheme(*qApp, Scale::fromPercent(200));
        QCOMPARE(theme::px(40), 80);
        QCOMPARE(theme::font(theme::TextRole::Title).pixelSize(), 48);
        QLineEdit field;
        QVERIFY(field.sizeHint().height() >= 80);
        applyTheme(*qApp, Scale());
    }

    void aScaleOutsideTheRangeIsTheNearerEnd() {
        QCOMPARE(Scale::fromPercent(20).percent(), 100);
        QCOMPARE(Scale::fromPercent(900).percent(), 200);
        QCOMPARE(Scale::fromPercent(150).percent(), 150);
    }

    void theFontsAreTheOnesThatAreInstalled() {
        applyTheme(*qApp, Scale());
        QCOMPARE(QFontInfo(theme::font(theme::TextRole::Body)).family(), u"Noto Sans CJK JP"_s);
        QCOMPARE(QFontInfo(theme::font(theme::TextRole::Name)).family(), u"IPAmjMincho"_s);
    }

    void targetsAreLargeEnough() {
        applyTheme(*qApp, Scale());
        QPushButton button(u"x"_s);
        QVERIFY(button.sizeHint().height() >= 40);
        QVERIFY(QLineEdit().sizeHint().height() >= 40);
    }

    void theFocusRingIsBlackOutsideAndYellowInside() {
        applyTheme(*qApp, Scale());
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* first = new QLineEdit;
        auto* second = new QPushButton(u"x"_s);
        layout->addWidget(first);
        layout->addWidget(second);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QWidget* control : {static_cast<QWidget*>(first), static_cast<QWidget*>(second)}) {
            control->setFocus();
            auto* frame = window.findChild<QFocusFrame*>();
            QVERIFY(frame != nullptr);
            QTRY_VERIFY(frame->isVisible());
            QTRY_COMPARE(frame->geometry(), control->geometry().adjusted(-6, -6, 6, 6));
            const QImage image = window.grab().toImage();
            const int middle = control->geometry().center().y();
            QCOMPARE(image.pixel(control->x() - 4, middle), theme::colour::focusOuter);
            QCOMPARE(image.pixel(control->x() - 1, middle), theme::colour::focusInner);
        }
    }

    void theFocusRingShowsAroundWhatIsScrolledIntoSight() {
        applyTheme(*qApp, Scale());
        QScrollArea area;
        auto* page = new QWidget;
        auto* layout = new QVBoxLayout(page);
        auto* near = new QLineEdit;
        auto* far = new QLineEdit;
        layout->addWidget(near);
        layout->addSpacing(1000);
        layout->addWidget(far);
        area.setWidget(page);
        area.resize(300, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        far->setFocus();
        auto* frame = area.findChild<QFocusFrame*>();
        QVERIFY(frame != nullptr);
        QVERIFY(frame->isHidden()); // out of sight as yet
        area.ensureWidgetVisible(far);
        QVERIFY(frame->isVisible());
        QVERIFY(area.viewport()->rect().intersects(frame->geometry()));
    }

    void theFocusRingOutlivesItsWindow() {
        applyTheme(*qApp, Scale());
        {
            QLineEdit lonely;
            QWidget gone;
            auto* field = new QLineEdit(&gone);
            gone.show();
            QVERIFY(QTest::qWaitForWindowActive(&gone));
            field->setFocus();
        }
        QWidget next;
        auto* field = new QLineEdit(&next);
        next.show();
        QVERIFY(QTest::qWaitForWindowActive(&next));
        field->setFocus();
        QTRY_VERIFY(next.findChild<QFocusFrame*>() != nullptr);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::ThemeTest)
#include "tst_theme.moc"
