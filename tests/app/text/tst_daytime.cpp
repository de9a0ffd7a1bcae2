// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/daytime.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class DayTimeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void timesAreReadAsPeopleTypeThem() {
        for (const QString& typed :
             {u"8:30"_s, u"08:30"_s, u"0830"_s, u"８：３０"_s, u"8時30分"_s, u" 830 "_s})
            QCOMPARE(minuteOfDay(typed), std::optional(510));
        QCOMPARE(minuteOfDay(u"24:00"_s), std::optional(1440));
        for (const QString& typed : {u""_s, u"24:01"_s, u"8:60"_s, u"830a"_s, u"8"_s, u"25:00"_s, u"-8:30"_s})
            QCOMPARE(minuteOfDay(typed), std::optional<int>());
    }
    void spansTooAlsoOverMidnight() {
        for (const QString& typed :
             {u"8:30-17:15"_s, u"８：３０～１７：１５"_s, u"0830〜1715"_s, u"8:30 ー 17:15"_s})
            QCOMPARE(spanOfDay(typed), std::optional(std::pair(510, 1035)));
        QCOMPARE(spanOfDay(u"22:00-6:00"_s), std::optional(std::pair(1320, 360)));
        for (const QString& typed : {u"8:30"_s, u"8:30-"_s, u"8:30-12:00-17:15"_s})
            QVERIFY(!spanOfDay(typed));
    }
    void theyAreShownWithTwoDigits() {
        QCOMPARE(spanText(510, 1440), u"08:30-24:00"_s);
        QCOMPARE(spanOfDay(spanText(510, 1440)), std::optional(std::pair(510, 1440)));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::DayTimeTest)
#include "tst_daytime.moc"
