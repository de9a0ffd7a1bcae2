// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/typing.h"
#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/checkfield.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/numberedit.h"
#include "ui/widgets/postaledit.h"

#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QList<FieldOption> options(int count) {
    QList<FieldOption> result;
    for (int i = 1; i <= count; ++i)
        result.append({u"value%1"_s.arg(i), u"選択肢%1"_s.arg(i)});
    return result;
}

} // namespace

class FieldEditorTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_editors = {m_text = new LineField(20), m_radio = new ChoiceField(options(3)),
                     m_list = new ChoiceField(options(7)), m_check = new CheckField(u"同意する"_s),
                     m_kana = new KanaEdit};
        for (FieldEditor* editor : m_editors)
            column->addWidget(editor);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_text->setFocus();
    }

    void enterGoesOnAndShiftEnterGoesBack() {
        for (qsizetype i = 0; i + 1 < m_editors.size(); ++i) {
            QVERIFY2(inside(m_editors.at(i)), QByteArray::number(i));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
        QVERIFY(inside(m_kana));
        for (qsizetype i = m_editors.size() - 1; i > 0; --i) {
            QVERIFY2(inside(m_editors.at(i)), QByteArray::number(i));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
        }
        QVERIFY(inside(m_text));
    }

    void enterWhileComposingStays() {
        QInputMethodEvent composing(u"あ"_s, {});
        QCoreApplication::sendEvent(m_text->line(), &composing);
        QTest::keyClick(m_text->line(), Qt::Key_Return);
        QVERIFY(m_text->line()->hasFocus());
    }

    void leavingIsToldOncePerField() {
        QSignalSpy textLeft(m_text, &FieldEditor::left);
        QSignalSpy radioLeft(m_radio, &FieldEditor::left);
        QTest::keyClick(m_text->line(), Qt::Key_Tab);
        QCOMPARE(textLeft.count(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right); // to the next radio button, same field
        QCOMPARE(radioLeft.count(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(radioLeft.count(), 1);
    }

    void anotherWindowIsNotLeaving() {
        QSignalSpy textLeft(m_text, &FieldEditor::left);
        QFocusEvent away(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
        QCoreApplication::sendEvent(m_text->line(), &away);
        QCOMPARE(textLeft.count(), 0);
    }

    void digitsChoose() {
        QSignalSpy edited(m_radio, &FieldEditor::edited);
        m_radio->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
        QCOMPARE(m_radio->value(), u"value2"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::KeypadModifier);
        QCOMPARE(m_radio->value(), u"value3"_s);
        QCOMPARE(edited.count(), 2);
        m_list->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_7);
        QCOMPARE(m_list->value(), u"value7"_s);
    }

    void aChoiceCanBeSetAndTakenAway() {
        for (ChoiceField* field : {m_radio, m_list}) {
            QSignalSpy edited(field, &FieldEditor::edited);
            field->setValue(u"value2"_s);
            QCOMPARE(field->value(), u"value2"_s);
            field->setValue({});
            QCOMPARE(field->value(), QString());
            field->setValue(u"of another version"_s);
            QCOMPARE(field->value(), u"of another version"_s);
            QCOMPARE(edited.count(), 0);
        }
    }

    void rollingTheWheelOverAListChangesNothing() {
        m_list->setValue(u"value2"_s);
        auto* list = m_list->findChild<QComboBox*>();
        QWheelEvent wheel(list->rect().center(), list->mapToGlobal(list->rect().center()), {}, {0, -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(list, &wheel);
        QCOMPARE(m_list->value(), u"value2"_s);
    }

    void spaceTicksTheBox() {
        m_check->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_check->value(), u"yes"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_check->value(), QString());
    }

    void kanaBecomesKatakanaOnLeavingNotPerKey() {
        m_kana->setFocus();
        typeText(m_kana->line(), u"かﾂﾗｷﾞ"_s);
        QCOMPARE(m_kana->line()->text(), u"かﾂﾗｷﾞ"_s);
        QTest::keyClick(m_kana->line(), Qt::Key_Tab);
        QCOMPARE(m_kana->line()->text(), u"カツラギ"_s);
    }

    void aPostalCodeIsSevenDigitsHoweverTyped() {
        PostalEdit postal;
        typeText(postal.line(), u"１００－０００１"_s);
        QCOMPARE(postal.value(), u"1000001"_s);
        postal.setValue(u"1000001"_s);
        QCOMPARE(postal.line()->text(), u"100-0001"_s);
        QSignalSpy asked(&postal, &PostalEdit::lookUpRequested);
        QTest::keyClick(postal.line(), Qt::Key_F5);
        QCOMPARE(asked.count(), 1);
        postal.setValue(u"100"_s);
        QCOMPARE(postal.value(), u"100"_s);
    }

    void aNumberIsHalfWidthHoweverTyped() {
        NumberEdit number;
        typeText(number.line(), u"１２"_s);
        QCOMPARE(number.value(), u"12"_s);
        number.setValue(u"二"_s);
        QCOMPARE(number.value(), u"二"_s);
    }

    void everyControlHasItsActionAndItsName() {
        for (FieldEditor* editor : m_editors) {
            editor->setAccessibleTexts(u"名前"_s, u"説明"_s);
            QVERIFY(!editor->controls().isEmpty());
            for (QWidget* control : editor->controls()) {
                QCOMPARE(actionOf(control), ActionId::FieldEdit);
                QVERIFY(control->accessibleName().startsWith(u"名前"_s));
                QCOMPARE(control->accessibleDescription(), u"説明"_s);
            }
        }
    }

    void theCursorIsPutBack() {
        m_text->setValue(u"東京都千代田区"_s);
        m_text->setCursorPosition(3);
        QCOMPARE(m_text->cursorPosition(), 3);
        m_text->setCursorPosition(900);
        QCOMPARE(m_text->cursorPosition(), 7);
    }

    void aRowSaysTheErrorInWordsAndToScreenReaders() {
        auto* field = new LineField(20);
        FieldRow row({u"住所"_s, u"番地まで"_s, true}, field);
        QCOMPARE(field->line()->accessibleDescription(), u"番地まで"_s);
        row.setProblem(u"書いてください。"_s);
        QStringList shown;
        for (const QLabel* label : row.findChildren<QLabel*>()) {
            if (!label->isHidden())
                shown.append(label->text());
        }
        QVERIFY(shown.join(u'|').contains(u"書いてください。"_s));
        QVERIFY(field->line()->accessibleDescription().contains(u"書いてください。"_s));
        row.setProblem({});
        QCOMPARE(field->line()->accessibleDescription(), u"番地まで"_s);
    }

private:
    static bool inside(const QWidget* editor) { return editor->isAncestorOf(QApplication::focusWidget()); }

    std::unique_ptr<QWidget> m_window;
    QList<FieldEditor*> m_editors;
    LineField* m_text = nullptr;
    ChoiceField* m_radio = nullptr;
    ChoiceField* m_list = nullptr;
    CheckField* m_check = nullptr;
    KanaEdit* m_kana = nullptr;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::FieldEditorTest)
#include "tst_fieldeditor.moc"
