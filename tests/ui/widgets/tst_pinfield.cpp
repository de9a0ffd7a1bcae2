// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/pinfield.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QScrollArea>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class PinFieldTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_field = std::make_unique<PinField>();
        m_field->show();
        QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
    }

    void takesWhatIsTypedAndHandsItOverOnce() {
        QTest::keyClicks(m_field.get(), u"12a$56"_s);
        QCOMPARE(m_field->size(), std::size_t(6));
        QCOMPARE(m_field->takePin().view(), QByteArrayView("12a$56"));
        QCOMPARE(m_field->size(), std::size_t(0));
        QVERIFY(m_field->takePin().isEmpty());
    }

    void shortcutsWithAltGoOn() {
        QKeyEvent digit(QEvent::ShortcutOverride, Qt::Key_1, Qt::NoModifier, u"1"_s);
        digit.ignore();
        QCoreApplication::sendEvent(m_field.get(), &digit);
        QVERIFY(digit.isAccepted());
        QKeyEvent shortcut(QEvent::ShortcutOverride, Qt::Key_1, Qt::AltModifier, u"1"_s);
        shortcut.ignore();
        QCoreApplication::sendEvent(m_field.get(), &shortcut);
        QVERIFY(!shortcut.isAccepted());
    }

    void scrollingToItBringsAllOfItIntoSight() {
        QScrollArea area;
        auto* page = new QWidget;
        page->resize(400, 1000);
        auto* field = new PinField(page);
        field->setGeometry(QRect(QPoint(0, 800), field->sizeHint()));
        area.setWidget(page);
        area.resize(400, 200);
        area.show();
        area.ensureWidgetVisible(field, 0, 0);
        QVERIFY(area.viewport()->rect().contains(field->geometry().translated(page->pos())));
    }

    void stopsAtEight() {
        QTest::keyClicks(m_field.get(), u"1234567890"_s);
        QCOMPARE(m_field->takePin().view(), QByteArrayView("12345678"));
    }

    void backspaceTakesOneAndControlUAll() {
        QTest::keyClicks(m_field.get(), u"1234"_s);
        QTest::keyClick(m_field.get(), Qt::Key_Backspace);
        QCOMPARE(m_field->size(), std::size_t(3));
        QTest::keyClick(m_field.get(), Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(m_field->size(), std::size_t(0));
        QTest::keyClick(m_field.get(), Qt::Key_Backspace);
        QCOMPARE(m_field->size(), std::size_t(0));
    }

    void enterSubmits() {
        QSignalSpy submitted(m_field.get(), &PinField::submitted);
        QTest::keyClick(m_field.get(), Qt::Key_Return);
        QTest::keyClick(m_field.get(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(submitted.count(), 2);
    }

    void theClipboardAndTheInputMethodHaveNoPartInIt() {
        QGuiApplication::clipboard()->setText(u"123456"_s);
        QTest::keyClick(m_field.get(), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(m_field.get(), Qt::Key_Insert, Qt::ShiftModifier);
        QInputMethodEvent event;
        event.setCommitString(u"1234"_s);
        QCoreApplication::sendEvent(m_field.get(), &event);
        QCOMPARE(m_field->size(), std::size_t(0));
        QVERIFY(!m_field->testAttribute(Qt::WA_InputMethodEnabled));
        QCOMPARE(m_field->inputMethodQuery(Qt::ImEnabled), QVariant(false));
        QTest::keyClicks(m_field.get(), u"123456"_s);
        QTest::keyClick(m_field.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"123456"_s); // still what was there before
    }

    void fullWidthDigitsAreNotTaken() {
        QKeyEvent wide(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, u"１"_s);
        QCoreApplication::sendEvent(m_field.get(), &wide);
        QCOMPARE(m_field->size(), std::size_t(0));
    }

    void aHeldKeyCountsOnce() {
        QTest::keyPress(m_field.get(), Qt::Key_1);
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, u"1"_s, true);
        QCoreApplication::sendEvent(m_field.get(), &repeat);
        QCOMPARE(m_field->size(), std::size_t(1));
    }

    void hidingForgetsIt() {
        QTest::keyClicks(m_field.get(), u"123456"_s);
        m_field->hide();
        QCOMPARE(m_field->size(), std::size_t(0));
    }

    void onlyTheCountCanBeReadOut() {
        QTest::keyClicks(m_field.get(), u"987654"_s);
        QVERIFY(m_field->accessibleDescription().contains(u"6"_s));
        for (const char* property : {"accessibleName", "accessibleDescription", "toolTip", "whatsThis"})
            QVERIFY(!m_field->property(property).toString().contains(u"98"_s));
    }

    void everyPinOfOneLengthLooksTheSame() {
        QTest::keyClicks(m_field.get(), u"111111"_s);
        const QImage first = m_field->grab().toImage();
        m_field->clear();
        QTest::keyClicks(m_field.get(), u"987654"_s);
        QCOMPARE(m_field->grab().toImage(), first);
    }

    void nothingLooksTypedInAnEmptyField() {
        m_field->clearFocus();
        const QImage empty = m_field->grab().toImage();
        const QRect inside = empty.rect().adjusted(16, 12, -16, -12);
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            for (int x = inside.left(); x <= inside.right(); ++x)
                QCOMPARE(empty.pixel(x, y), empty.pixel(inside.topLeft()));
        }
        QTest::keyClicks(m_field.get(), u"1"_s);
        QVERIFY(m_field->grab().toImage() != empty);
    }

private:
    std::unique_ptr<PinField> m_field;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::PinFieldTest)
#include "tst_pinfield.moc"
