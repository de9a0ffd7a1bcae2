// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/widgets/lineedit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class LineEditTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void backspaceRemovesAWholeCharacter_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        QTest::newRow("a variation sequence") << u"山葛\U000E0100"_s << u"山"_s;
        QTest::newRow("outside the BMP") << u"山\U00020BB7"_s << u"山"_s;
        QTest::newRow("a combining mark") << u"山か\u309A"_s << u"山"_s;
        QTest::newRow("a plain one") << u"山田"_s << u"山"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void backspaceRemovesAWholeCharacter() {
        QFETCH(QString, text);
        QFETCH(QString, left);
        LineEdit line;
        line.setText(text);
        QTest::keyClick(&line, Qt::Key_Backspace);
        QCOMPARE(line.text(), left);
    }

    void deleteRemovesAWholeCharacter() {
        LineEdit line;
        line.setText(u"葛\U000E0100\U00020BB7城"_s);
        line.setCursorPosition(0);
        QTest::keyClick(&line, Qt::Key_Delete);
        QCOMPARE(line.text(), u"\U00020BB7城"_s);
        QTest::keyClick(&line, Qt::Key_Delete);
        QCOMPARE(line.text(), u"城"_s);
    }

    void aSelectionGoesAsAWhole() {
        LineEdit line;
        line.setText(u"葛城髙子"_s);
        line.setSelection(1, 2);
        QTest::keyClick(&line, Qt::Key_Backspace);
        QCOMPARE(line.text(), u"葛子"_s);
    }

    void removalCanBeUndone() {
        LineEdit line;
        line.setText(u"山葛\U000E0100"_s);
        QTest::keyClick(&line, Qt::Key_Backspace);
        line.undo();
        QCOMPARE(line.text(), u"山葛\U000E0100"_s);
    }

    void whileComposingEnterAndBackspaceBelongToTheInputMethod() {
        LineEdit line;
        line.setText(u"山"_s);
        QSignalSpy entered(&line, &QLineEdit::returnPressed);
        compose(line, u"かつらぎ"_s);
        QVERIFY(line.isComposing());
        QTest::keyClick(&line, Qt::Key_Return);
        QTest::keyClick(&line, Qt::Key_Backspace);
        QCOMPARE(entered.count(), 0);
        QCOMPARE(line.text(), u"山"_s);
        commit(line, u"葛城"_s);
        QVERIFY(!line.isComposing());
        QCOMPARE(line.text(), u"山葛城"_s);
    }

    void pastingKeepsEveryCharacterAndDropsLineBreaks() {
        const QString name = u"\uF91D葛\U000E0100\U00020BB7か\u309A㈱①"_s;
        QGuiApplication::clipboard()->setText(name + u"\n子"_s);
        LineEdit line;
        QTest::keyClick(&line, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(line.text(), name + u" 子"_s);
    }

    void aPasteOfABookIsCutBetweenCharacters() {
        QGuiApplication::clipboard()->setText(u"葛\U000E0100"_s.repeated(LineEdit::hardLimit + 50));
        LineEdit line;
        QTest::keyClick(&line, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(line.text(), u"葛\U000E0100"_s.repeated(LineEdit::hardLimit));
    }

    void nothingActsBesideTheKeyboard() {
        const LineEdit line;
        QCOMPARE(line.contextMenuPolicy(), Qt::NoContextMenu);
        QVERIFY(!line.acceptDrops());
        QVERIFY(!line.dragEnabled());
    }

private:
    static void compose(QWidget& widget, const QString& preedit) {
        QInputMethodEvent event(preedit, {});
        QCoreApplication::sendEvent(&widget, &event);
    }
    static void commit(QWidget& widget, const QString& text) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(&widget, &event);
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::LineEditTest)
#include "tst_lineedit.moc"
