// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/theme.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/functionkeybar.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

class FunctionKeyBarTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        applyTheme(*qApp, Scale());
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_field = new QLineEdit;
        m_bar = new FunctionKeyBar;
        layout->addWidget(m_field);
        layout->addWidget(m_bar);
        m_pressed.clear();
        m_bar->setKeys(
            {key(Qt::Key_F12), key(Qt::Key_F1), key(Qt::Key_F8), key(Qt::Key_F9), key(Qt::Key_F11)});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void saysWhatTheKeysDoInTheirOrder() {
        QStringList texts;
        for (const FunctionKey& entry : m_bar->keys())
            texts.append(m_bar->button(entry.key)->text());
        QCOMPARE(texts, (QStringList{u"F1 Help"_s, u"F8 Next error"_s, u"F9 Save draft"_s,
                                     u"F11 Hide screen"_s, u"F12 Confirm"_s}));
    }

    void aKeyTypedInAFieldActs() {
        QTest::keyClick(m_field, Qt::Key_F9);
        QCOMPARE(m_pressed, QList{Qt::Key_F9});
        QCOMPARE(m_field->text(), QString());
    }

    void aClickDoesTheSameAndLeavesTheFocus() {
        QTest::mouseClick(m_bar->button(Qt::Key_F12), Qt::LeftButton);
        QCOMPARE(m_pressed, QList{Qt::Key_F12});
        QVERIFY(m_field->hasFocus());
    }

    void whileComposingOnlyHidingTheScreenActs() {
        QInputMethodEvent composing(u"かつらぎ"_s, {});
        QCoreApplication::sendEvent(m_field, &composing);
        for (const Qt::Key pressed : {Qt::Key_F8, Qt::Key_F9, Qt::Key_F12, Qt::Key_F1})
            QTest::keyClick(m_field, pressed);
        QCOMPARE(m_pressed, QList<Qt::Key>());
        QTest::keyClick(m_field, Qt::Key_F11);
        QCOMPARE(m_pressed, QList{Qt::Key_F11});
        QInputMethodEvent done;
        done.setCommitString(u"葛城"_s);
        QCoreApplication::sendEvent(m_field, &done);
        QTest::keyClick(m_field, Qt::Key_F9);
        QCOMPARE(m_pressed, (QList{Qt::Key_F11, Qt::Key_F9}));
    }

    void aDisabledKeyDoesNothing() {
        FunctionKey off = key(Qt::Key_F9);
        off.enabled = false;
        m_bar->setKeys({off});
        QVERIFY(!m_bar->button(Qt::Key_F9)->isEnabled());
        QTest::keyClick(m_field, Qt::Key_F9);
        QVERIFY(m_pressed.isEmpty());
        m_bar->setKeys({key(Qt::Key_F9)});
        QTest::keyClick(m_field, Qt::Key_F9);
        QCOMPARE(m_pressed, QList{Qt::Key_F9});
    }

    void aHeldKeyActsOnce() {
        QTest::keyPress(m_field, Qt::Key_F9);
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_F9, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(m_field, &repeat);
        QCOMPARE(m_pressed.size(), 1);
    }

    void aCallbackMayReplaceTheKeys() {
        FunctionKey replacing = key(Qt::Key_F3);
        replacing.callback = [this] { m_bar->setKeys({key(Qt::Key_F1)}); };
        m_bar->setKeys({replacing});
        QTest::mouseClick(m_bar->button(Qt::Key_F3), Qt::LeftButton);
        QVERIFY(m_bar->button(Qt::Key_F3) == nullptr);
        QTest::keyClick(m_field, Qt::Key_F1);
        QCOMPARE(m_pressed, QList{Qt::Key_F1});
    }

    void everyButtonHasItsAction() {
        for (const FunctionKey& entry : m_bar->keys())
            QCOMPARE(actionOf(m_bar->button(entry.key)), entry.action);
    }

private:
    FunctionKey key(Qt::Key which) {
        return {which, ActionId::ShowHelp, {}, true, [this, which] { m_pressed.append(which); }};
    }

    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_field = nullptr;
    FunctionKeyBar* m_bar = nullptr;
    QList<Qt::Key> m_pressed;
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::FunctionKeyBarTest)
#include "tst_functionkeybar.moc"
