// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"
#include "ui/fieldproblemtext.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class FieldProblemTextTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyFaultHasAText() {
        Procedure procedure;
        Field field;
        field.label = u"氏名"_s;
        for (int fault = 0; fault <= static_cast<int>(FieldFault::CheckWrong); ++fault) {
            const FieldProblem problem{.fault = static_cast<FieldFault>(fault)};
            QVERIFY2(fieldProblemText(procedure, field, problem).size() > 5, QByteArray::number(fault));
        }
        for (int fault = 0; fault <= static_cast<int>(DateFault::TooLongAgo); ++fault) {
            const DateProblem problem{.fault = static_cast<DateFault>(fault)};
            QVERIFY2(dateProblemText(problem).size() > 5, QByteArray::number(fault));
        }
    }

    void anEndedEraSaysItsLastDayAndWhatWasMeant() {
        const DateReading reading = readDate(u"S64.1.8"_s, QDate(2026, 11, 21), EraGuess::Refuse);
        QVERIFY(!reading);
        const QString text = dateProblemText(reading.error());
        QVERIFY2(text.contains(u"昭和64年"_s) && text.contains(u"1/7"_s), qUtf8Printable(text));
        QVERIFY2(text.contains(u"平成元年1月8日"_s), qUtf8Printable(text));
    }

    void anUnprintableCharacterIsNamedByNumber() {
        const FieldProblem problem{.fault = FieldFault::ForbiddenCharacter,
                                   .character = QString(QChar(0x0007))};
        QVERIFY(fieldProblemText({}, {}, problem).contains(u"U+0007"_s));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::FieldProblemTextTest)
#include "tst_fieldproblemtext.moc"
