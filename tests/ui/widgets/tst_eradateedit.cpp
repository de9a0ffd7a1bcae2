// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "tests/ui/typing.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/lineedit.h"

#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class EraDateEditTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void saysAtOnceWhatWasMeantAndKeepsWhatWasTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("note");
        QTest::newRow("letter") << u"R6.4.1"_s << u"2024-04-01"_s << u"令和6年"_s;
        QTest::newRow("groups") << u"0605 0401"_s << u"2024-04-01"_s << u"令和6年"_s;
        QTest::newRow("full width") << u"Ｈ１．１．８"_s << u"1989-01-08"_s << u"平成元年"_s;
        QTest::newRow("beyond the era") << u"S64.1.8"_s << u"S64.1.8"_s << QString();
        QTest::newRow("half typed") << u"R6."_s << u"R6."_s << QString();
    }
    void saysAtOnceWhatWasMeantAndKeepsWhatWasTyped() {
        QFETCH(QString, typed);
        QFETCH(QString, value);
        QFETCH(QString, note);
        EraDateEdit edit(QDate(2026, 11, 21));
        QSignalSpy edited(&edit, &FieldEditor::edited);
        typeText(edit.line(), typed);
        QCOMPARE(edited.count(), typed.size());
        QCOMPARE(edit.line()->text(), typed);
        QCOMPARE(edit.value(), value);
        QVERIFY2(edit.note().startsWith(note) && edit.note().isEmpty() == note.isEmpty(),
                 qUtf8Printable(edit.note()));
    }

    void aStoredDateIsShownInItsEra() {
        EraDateEdit edit(QDate(2026, 11, 21));
        QSignalSpy edited(&edit, &FieldEditor::edited);
        edit.setValue(u"1989-01-08"_s);
        QCOMPARE(edit.line()->text(), u"平成元年1月8日"_s);
        QCOMPARE(edit.value(), u"1989-01-08"_s);
        QCOMPARE(edited.count(), 0);
    }

    void aBirthDateNeedsItsEra() {
        EraDateEdit edit(QDate(2026, 11, 21), EraGuess::Refuse);
        QTest::keyClicks(edit.line(), u"060401"_s);
        QCOMPARE(edit.value(), u"060401"_s);
        QVERIFY(!edit.reading());
    }
};

} // namespace madoguchi

QTEST_MAIN(madoguchi::EraDateEditTest)
#include "tst_eradateedit.moc"
