// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/eras.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>

Q_DECLARE_METATYPE(madoguchi::DateFault)

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 11, 21);
} // namespace

class ErasTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatCountersType_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        const QDate april(2024, 4, 1);
        for (const QString& typed : {u"R6.4.1"_s,           u"r6-4-1"_s,        u"R6/4/1"_s,
                                     u"R 6 4 1"_s,          u"令和6年4月1日"_s, u"令和６年４月１日"_s,
                                     u"令6.4.1"_s,          u"Ｒ６．４．１"_s,  u"㋿6年4月1日"_s,
                                     u"R060401"_s,          u"令和060401"_s,    u"5060401"_s,
                                     u"0605 0401"_s,        u"06050401"_s,      u"０６０５　０４０１"_s,
                                     u"060401"_s,           u"6.4.1"_s,         u"2024-04-01"_s,
                                     u"2024/4/1"_s,         u"20240401"_s,      u"２０２４年４月１日"_s,
                                     u"西暦2024年4月1日"_s, u" R6・4・1 "_s,    u"R6ー4ー1"_s,
                                     u"R06.04.01"_s})
            QTest::newRow(qPrintable(typed)) << typed << april;
        QTest::newRow("first year, character") << u"H元.1.8"_s << QDate(1989, 1, 8);
        QTest::newRow("first year, name") << u"令和元年5月1日"_s << QDate(2019, 5, 1);
        QTest::newRow("last of Heisei") << u"平成31年4月30日"_s << QDate(2019, 4, 30);
        QTest::newRow("last of Showa") << u"S64.1.7"_s << QDate(1989, 1, 7);
        QTest::newRow("first of Showa") << u"昭和元年12月25日"_s << QDate(1926, 12, 25);
        QTest::newRow("last of Taisho") << u"T15.12.24"_s << QDate(1926, 12, 24);
        QTest::newRow("first of Taisho") << u"大正元年7月30日"_s << QDate(1912, 7, 30);
        QTest::newRow("last of Meiji") << u"M45.7.29"_s << QDate(1912, 7, 29);
        QTest::newRow("first solar day") << u"明治6年1月1日"_s << QDate(1873, 1, 1);
        QTest::newRow("leap day") << u"R6.2.29"_s << QDate(2024, 2, 29);
        QTest::newRow("western when both in one run") << u"20040401"_s << QDate(2004, 4, 1);
    }

    void readsWhatCountersType() {
        QFETCH(QString, typed);
        QFETCH(QDate, date);
        const DateReading reading = readDate(typed, today, EraGuess::Current);
        QVERIFY(reading.has_value());
        QCOMPARE(*reading, date);
    }

    void refusesDaysOutsideTheEra_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<DateFault>("fault");
        QTest::addColumn<QDate>("limit");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("Showa 64") << u"昭和64年1月8日"_s << DateFault::EraEnded << QDate(1989, 1, 7)
                                  << u"平成元年1月8日"_s;
        QTest::newRow("Heisei 31") << u"平成31年5月1日"_s << DateFault::EraEnded << QDate(2019, 4, 30)
                                   << u"令和元年5月1日"_s;
        QTest::newRow("Heisei 36") << u"H36.4.1"_s << DateFault::EraEnded << QDate(2019, 4, 30)
                                   << u"令和6年4月1日"_s;
        QTest::newRow("Reiwa 1") << u"令和1年4月30日"_s << DateFault::EraNotBegun << QDate(2019, 5, 1)
                                 << u"平成31年4月30日"_s;
        QTest::newRow("Heisei 1") << u"H1.1.7"_s << DateFault::EraNotBegun << QDate(1989, 1, 8)
                                  << u"昭和64年1月7日"_s;
        QTest::newRow("Showa 1") << u"S1.12.24"_s << DateFault::EraNotBegun << QDate(1926, 12, 25)
                                 << u"大正15年12月24日"_s;
        QTest::newRow("Taisho 15") << u"T15.12.25"_s << DateFault::EraEnded << QDate(1926, 12, 24)
                                   << u"昭和元年12月25日"_s;
        QTest::newRow("Taisho 1") << u"T1.7.29"_s << DateFault::EraNotBegun << QDate(1912, 7, 30)
                                  << u"明治45年7月29日"_s;
        QTest::newRow("Meiji 45") << u"M45.7.30"_s << DateFault::EraEnded << QDate(1912, 7, 29)
                                  << u"大正元年7月30日"_s;
    }

    void refusesDaysOutsideTheEra() {
        QFETCH(QString, typed);
        QFETCH(DateFault, fault);
        QFETCH(QDate, limit);
        QFETCH(QString, suggestion);
        const DateReading reading = readDate(typed, today, EraGuess::Current);
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().fault, fault);
        QCOMPARE(reading.error().limit, limit);
        QCOMPARE(reading.error().suggestions.size(), 1);
        QCOMPARE(formatEraDate(reading.error().suggestions.front()), suggestion);
    }

    void refusesWhatIsNoDay_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<DateFault>("fault");
        for (const QString& typed :
             {u""_s, u"あした"_s, u"R6"_s, u"R6.4"_s, u"R6.4.1.2"_s, u"X6.4.1"_s, u"12345"_s, u"123456789"_s,
              u"6060401"_s, u"R6.4.1x"_s, u"-1-4-1"_s, u"R6.4.111"_s, u"٢٠٢٤-٠٤-٠١"_s, u"R6.4.1\nR6.4.2"_s})
            QTest::newRow(qPrintable(u"unreadable "_s + typed)) << typed << DateFault::Unreadable;
        for (const QString& typed :
             {u"R6.2.30"_s, u"R5.2.29"_s, u"R6.13.1"_s, u"R6.4.31"_s, u"R0.4.1"_s, u"H0.1.1"_s,
              u"2024-00-10"_s, u"20241301"_s, u"R061301"_s, u"0605 1301"_s, u"061301"_s})
            QTest::newRow(qPrintable(u"no such day "_s + typed)) << typed << DateFault::NoSuchDay;
        for (const QString& typed :
             {u"明治5年12月2日"_s, u"M1.1.25"_s, u"1872-12-31"_s, u"18680125"_s, u"西暦800年1月1日"_s})
            QTest::newRow(qPrintable(u"lunar "_s + typed)) << typed << DateFault::LunarCalendar;
    }

    void refusesWhatIsNoDay() {
        QFETCH(QString, typed);
        QFETCH(DateFault, fault);
        const DateReading reading = readDate(typed, today, EraGuess::Current);
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().fault, fault);
    }

    void aYearWithoutItsEraIsNotGuessedForBirthDates() {
        const DateReading reading = readDate(u"060401"_s, today, EraGuess::Refuse);
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().fault, DateFault::EraMissing);
        const QList<QDate> expected = {QDate(2024, 4, 1), QDate(1994, 4, 1), QDate(1931, 4, 1),
                                       QDate(1917, 4, 1), QDate(1873, 4, 1)};
        QCOMPARE(reading.error().suggestions, expected);
    }

    void aYearTooFarAheadIsNotTakenForTheCurrentEra() {
        const DateReading next = readDate(u"9.11.21"_s, today, EraGuess::Current);
        QCOMPARE(next.value(), QDate(2027, 11, 21));
        const DateReading later = readDate(u"9.11.22"_s, today, EraGuess::Current);
        QVERIFY(!later.has_value());
        QCOMPARE(later.error().fault, DateFault::EraMissing);
        QCOMPARE(later.error().suggestions.front(), QDate(1997, 11, 22));
    }

    void twoReadingsAreBothOffered() {
        const DateReading reading = readDate(u"2004 0401"_s, today, EraGuess::Current);
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().fault, DateFault::Ambiguous);
        QCOMPARE(reading.error().suggestions, QList<QDate>({QDate(2004, 4, 1), QDate(2008, 4, 1)}));
    }

    void writesErasWithTheirFirstYear_data() {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("era");
        QTest::addColumn<QString>("both");
        QTest::newRow("2024") << QDate(2024, 4, 1) << u"令和6年4月1日"_s << u"令和6年（2024年）4月1日"_s;
        QTest::newRow("first") << QDate(2019, 5, 1) << u"令和元年5月1日"_s << u"令和元年（2019年）5月1日"_s;
        QTest::newRow("Showa 64") << QDate(1989, 1, 7) << u"昭和64年1月7日"_s
                                  << u"昭和64年（1989年）1月7日"_s;
        QTest::newRow("lunar") << QDate(1870, 4, 1) << u"1870年4月1日"_s << u"1870年4月1日"_s;
        QTest::newRow("none") << QDate() << QString() << QString();
    }

    void writesErasWithTheirFirstYear() {
        QFETCH(QDate, date);
        QFETCH(QString, era);
        QFETCH(QString, both);
        QCOMPARE(formatEraDate(date), era);
        QCOMPARE(formatEraDateWithWesternYear(date), both);
    }

    void writesTheYearAlone() {
        QCOMPARE(formatEraYear(QDate(2019, 5, 1)), u"令和元年"_s);
        QCOMPARE(formatEraYear(QDate(2019, 4, 30)), u"平成31年"_s);
        QCOMPARE(formatEraYear(QDate()), QString());
    }

    void aBirthdayIsNotToComeAndNotTooLongAgo() {
        QVERIFY(!checkBirthDate(today, today));
        QVERIFY(!checkBirthDate(QDate(1896, 11, 21), today));
        QCOMPARE(checkBirthDate(today.addDays(1), today)->fault, DateFault::InFuture);
        QCOMPARE(checkBirthDate(QDate(1896, 11, 20), today)->fault, DateFault::TooLongAgo);
    }

    void everyDayIsReadAsItIsWritten() {
        for (QDate date(1873, 1, 1); date < QDate(2050, 1, 1); date = date.addDays(1)) {
            const DateReading reading = readDate(formatEraDate(date), today, EraGuess::Refuse);
            QVERIFY(reading.has_value());
            QCOMPARE(*reading, date);
        }
    }

    void theErasFollowEachOtherWithoutAGap() {
        EraYear before = *eraYear(QDate(1873, 1, 1));
        for (QDate date(1873, 1, 2); date < QDate(2050, 1, 1); date = date.addDays(1)) {
            const EraYear year = *eraYear(date);
            QVERIFY(year.era == before.era || (int(year.era) == int(before.era) + 1 && year.year == 1));
            before = year;
        }
    }

    // Whatever is typed, a reading is a day of the solar calendar, and a refusal suggests only such days.
    void anyInputIsEitherADayOrARefusal() {
        const QString alphabet =
            u"0123456789０１９.-/年月日元ーRHSTMr令和平成昭明治大正㋿ 　西暦あ\U00020BB7"_s;
        QRandomGenerator random(20261121);
        for (int round = 0; round < 50000; ++round) {
            QString typed;
            for (int length = random.bounded(12); length > 0; --length)
                typed.append(alphabet[random.bounded(int(alphabet.size()))]);
            const DateReading reading = readDate(typed, today, EraGuess(round % 2));
            const QList<QDate> days = reading ? QList<QDate>{*reading} : reading.error().suggestions;
            for (const QDate day : days)
                QVERIFY2(day.isValid() && day >= QDate(1873, 1, 1), qPrintable(typed));
        }
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ErasTest)
#include "tst_eras.moc"
