// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/functionkeybar.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/messagepanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

class MessagePanelTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 600);
        auto* column = new QVBoxLayout(m_window.get());
        m_field = new QLineEdit;
        column->addWidget(m_field);
        m_bar = new FunctionKeyBar;
        column->addWidget(m_bar);
        m_bar->setKeys(
            {{Qt::Key_F12, ActionId::DraftSave, {}, true, [this] { m_chosen.append(u"F12"_s); }},
             {Qt::Key_F11, ActionId::ScreenHide, {}, true, [this] { m_chosen.append(u"F11"_s); }}});
        m_panel = new MessagePanel(m_window.get());
        m_chosen.clear();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

    void theDestructiveButtonIsNeverTheFirst() {
        m_panel->ask(deletion());
        QTRY_VERIFY(m_panel->buttons().at(1)->hasFocus());
        QCOMPARE(m_panel->buttons().at(1)->kind(), ButtonKind::Secondary);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_chosen, QStringList{u"keep"_s});
        QVERIFY(!m_panel->isOpen());
    }

    void aTextThatIsTooLongScrollsAndLeavesItsButtonsInSight() {
        QStringList lines;
        for (int line = 0; line < 40; ++line)
            lines += QString::number(line);
        m_panel->ask({.kind = NoticeKind::Info,
                      .title = u"Keys"_s,
                      .text = lines.join(u'\n'),
                      .choices = {{ActionId::DismissMessage, u"Close"_s, ButtonKind::Primary, {}}}});
        QWidget* button = m_panel->buttons().constFirst();
        QTRY_VERIFY(button->hasFocus());
        const auto* area = m_panel->findChild<QScrollArea*>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        QVERIFY(m_window->rect().contains(QRect(button->mapTo(m_window.get(), QPoint()), button->size())));
        QTest::keyClick(button, Qt::Key_PageDown);
        QVERIFY(area->verticalScrollBar()->value() > 0);
        QTest::keyClick(button, Qt::Key_PageUp);
        QCOMPARE(area->verticalScrollBar()->value(), 0);
        QVERIFY(button->hasFocus());
    }

    void escapeIsTheSafeChoice() {
        m_panel->ask(deletion());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(m_chosen, QStringList{u"keep"_s});
    }

    void theKeyboardStaysInsideAndComesBack() {
        m_panel->ask(deletion());
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
        QCOMPARE(m_field->text(), QString());
        m_panel->dismiss();
        QVERIFY(m_field->hasFocus());
        QVERIFY(m_chosen.isEmpty());
    }

    void thePageBelowGetsTheKeyboardWhenThePanelCloses() {
        auto* other = new QLineEdit(m_window.get());
        other->show();
        m_panel->ask(deletion());
        MessagePanel::giveKeyboard(*other);
        QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(other->hasFocus());
        MessagePanel::giveKeyboard(*m_field);
        QVERIFY(m_field->hasFocus());
    }

    void enterLeadsFromAnyChoiceToTheButtons() {
        auto* choice = new ChoiceField({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, u"C"_s}});
        Message question = deletion();
        question.content = choice;
        m_panel->ask(question);
        QWidget* second = choice->controls().at(1);
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Return);
        QVERIFY(m_panel->isOpen());
        QVERIFY(m_panel->buttons().contains(qobject_cast<ActionButton*>(QApplication::focusWidget())));
    }

    void onlyHidingTheScreenWorksBelow() {
        m_panel->ask(deletion());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F12);
        QVERIFY(m_chosen.isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F11);
        QCOMPARE(m_chosen, QStringList{u"F11"_s});
    }

    void anAnswerMayAskAgain() {
        Message first = deletion();
        first.choices[1].chosen = [this] { m_panel->ask(deletion()); };
        m_panel->ask(first);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_panel->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_chosen, QStringList{u"keep"_s});
        QVERIFY(m_field->hasFocus());
    }

    void theCardIsAsHighAsItNeedsAndSqueezesNoField() {
        m_window->resize(1280, 700);
        m_panel->ask(deletion());
        const auto* bar = m_panel->buttons().constFirst()->parentWidget();
        QTRY_VERIFY(bar->isVisible() && bar->parentWidget()->height() < 320);
        m_panel->dismiss();
        applyTheme(*qApp, Scale::fromPercent(200));
        m_window->resize(1280, 660); // what the smallest window leaves
        auto* field = new LineField(10);
        Message question = deletion();
        question.text =
            u"本人に手渡し、また貸し禁止を伝えてください。過ぎた日は指定できません。"_s.repeated(2);
        question.content =
            new FieldRow({.label = u"返却期限"_s, .hint = u"持ち続ける場合は空欄のまま。"_s}, field);
        m_panel->ask(question);
        const auto* line = field->controls().constFirst();
        QTRY_VERIFY(line->isVisible() && line->height() >= line->sizeHint().height());
        const auto* button = m_panel->buttons().constFirst();
        QVERIFY(m_window->rect().contains(QRect(button->mapTo(m_window.get(), QPoint()), button->size())));
    }

    void itCoversTheWindowAtEverySize() {
        m_panel->ask(deletion());
        m_window->resize(1280, 800);
        QTRY_COMPARE(m_panel->size(), m_window->size());
        QCOMPARE(MessagePanel::openIn(m_window.get()), m_panel);
        m_panel->dismiss();
        QVERIFY(MessagePanel::openIn(m_window.get()) == nullptr);
    }

private:
    Message deletion() {
        return {NoticeKind::Warning,
                u"下書きを削除しますか"_s,
                u"元に戻せません。"_s,
                {{ActionId::DraftDelete, u"削除する"_s, ButtonKind::Danger,
                  [this] { m_chosen.append(u"delete"_s); }},
                 {ActionId::DismissMessage, u"やめる"_s, ButtonKind::Secondary,
                  [this] { m_chosen.append(u"keep"_s); }}}};
    }

    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_field = nullptr;
    FunctionKeyBar* m_bar = nullptr;
    MessagePanel* m_panel = nullptr;
    QStringList m_chosen;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::MessagePanelTest)
#include "tst_messagepanel.moc"
