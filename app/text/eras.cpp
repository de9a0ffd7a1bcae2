// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/eras.h"

#include "app/text/width.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct EraBounds {
    Era era;
    char16_t letter;
    QStringView name;
    int firstYear;
    QDate firstDay;
    QDate lastDay;
};

// The last day of 明治 and 大正 was by law also the first of the next era; the next era's name is used for
// it.
const std::array<EraBounds, 5>& eraTable() {
    static const std::array<EraBounds, 5> table = {{
        {Era::Meiji, u'M', u"明治", 1868, QDate(1868, 1, 25), QDate(1912, 7, 29)},
        {Era::Taisho, u'T', u"大正", 1912, QDate(1912, 7, 30), QDate(1926, 12, 24)},
        {Era::Showa, u'S', u"昭和", 1926, QDate(1926, 12, 25), QDate(1989, 1, 7)},
        {Era::Heisei, u'H', u"平成", 1989, QDate(1989, 1, 8), QDate(2019, 4, 30)},
        {Era::Reiwa, u'R', u"令和", 2019, QDate(2019, 5, 1), QDate()},
    }};
    return table;
}

const EraBounds& boundsOf(Era era) {
    return eraTable()[static_cast<std::size_t>(era)];
}

const QDate firstSolarDay(1873, 1, 1);
constexpr int oldestAge = 130;

struct TypedDate {
    QString era; ///< empty: none; "西暦": western
    int year = 0;
    int month = 0;
    int day = 0;
};

DateReading refuse(DateProblem problem) {
    return tl::unexpected<DateProblem>(std::move(problem));
}

/// The era that a letter, a first character, a name, a square form or a number 1..5 means.
std::optional<Era> eraNamed(const QString& text) {
    static constexpr QStringView squares = u"㍾㍽㍼㍻㋿";
    if (text.isEmpty())
        return std::nullopt;
    const QChar first = text.front().toUpper();
    for (const EraBounds& bounds : eraTable()) {
        const int index = static_cast<int>(bounds.era);
        if (first == bounds.letter || first == bounds.name.front() || first == squares[index] ||
            first == QChar(u'1' + index))
            return bounds.era;
    }
    return std::nullopt;
}

DateReading westernDate(int year, int month, int day) {
    const QDate date(year, month, day);
    if (!date.isValid())
        return refuse({.fault = DateFault::NoSuchDay});
    if (date < firstSolarDay)
        return refuse({.fault = DateFault::LunarCalendar, .limit = firstSolarDay});
    return date;
}

DateReading eraDate(Era era, int year, int month, int day) {
    const EraBounds& bounds = boundsOf(era);
    const QDate date(bounds.firstYear + year - 1, month, day);
    if (year < 1 || !date.isValid())
        return refuse({.fault = DateFault::NoSuchDay, .era = era});
    if (date < firstSolarDay)
        return refuse({.fault = DateFault::LunarCalendar, .era = era, .limit = firstSolarDay});
    if (date < bounds.firstDay)
        return refuse({DateFault::EraNotBegun, era, bounds.firstDay, {date}});
    if (bounds.lastDay.isValid() && date > bounds.lastDay)
        return refuse({DateFault::EraEnded, era, bounds.lastDay, {date}});
    return date;
}

/// Every day up to a year from today that the year can mean in some era, the latest first.
QList<QDate> daysInAnyEra(int year, int month, int day, QDate today) {
    QList<QDate> days;
    for (auto bounds = eraTable().rbegin(); bounds != eraTable().rend(); ++bounds) {
        const DateReading reading = eraDate(bounds->era, year, month, day);
        if (reading && *reading <= today.addYears(1))
            days.append(*reading);
    }
    return days;
}

DateReading dateWithoutEra(int year, int month, int day, QDate today, EraGuess guess) {
    const QList<QDate> days = daysInAnyEra(year, month, day, today);
    const std::optional<EraYear> current = eraYear(today);
    if (guess == EraGuess::Current && current) {
        DateReading reading = eraDate(current->era, year, month, day);
        if (reading && days.contains(*reading))
            return reading;
    }
    // Without any day that it could be, the numbers themselves are wrong.
    if (days.isEmpty())
        return refuse({.fault = DateFault::NoSuchDay});
    return refuse({.fault = DateFault::EraMissing, .suggestions = days});
}

/// Year, era number, month and day, two digits each: 06 05 04 01.
DateReading yearThenEraNumber(const QString& digits) {
    const std::optional<Era> era = digits[2] == u'0' ? eraNamed(digits.mid(3, 1)) : std::nullopt;
    if (!era)
        return refuse({.fault = DateFault::Unreadable});
    return eraDate(*era, digits.left(2).toInt(), digits.mid(4, 2).toInt(), digits.mid(6, 2).toInt());
}

enum class Grouping { OneRun, TwoFours };

DateReading eightDigits(const QString& digits, QDate today, Grouping grouping) {
    DateReading western =
        westernDate(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6, 2).toInt());
    const DateReading numbered = yearThenEraNumber(digits);
    const bool numberedIsPlausible = numbered && *numbered <= today.addYears(1);
    if (western && numberedIsPlausible && grouping == Grouping::TwoFours)
        return refuse({.fault = DateFault::Ambiguous, .suggestions = {*western, *numbered}});
    if (western)
        return western;
    // A year such as 0605 is never meant as western: the other reading tells better what is wrong.
    return numbered || digits.front() == u'0' ? numbered : western;
}

DateReading digitsOnly(const QString& digits, QDate today, EraGuess guess, Grouping grouping) {
    const qsizetype tail = digits.size() - 4;
    const int month = digits.mid(tail, 2).toInt();
    const int day = digits.mid(tail + 2).toInt();
    switch (digits.size()) {
    case 6:
        return dateWithoutEra(digits.left(2).toInt(), month, day, today, guess);
    case 7:
        if (const std::optional<Era> era = eraNamed(digits.left(1)))
            return eraDate(*era, digits.mid(1, 2).toInt(), month, day);
        break;
    case 8:
        return eightDigits(digits, today, grouping);
    }
    return refuse({.fault = DateFault::Unreadable});
}

std::optional<TypedDate> splitDate(const QString& text) {
    static const QString era =
        u"(M|T|S|H|R|明治?|大正?|昭和?|平成?|令和?|[㍾㍽㍼㍻㋿]|西暦)"_s;
    static const QRegularExpression separated(
        u"^%1?\\s*(元|[0-9]{1,4})\\s*[年./・\\-\\s]\\s*([0-9]{1,2})\\s*[月./・\\-\\s]\\s*([0-9]{1,2})日?$"_s
            .arg(era),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression run(u"^%1\\s*([0-9]{2})([0-9]{2})([0-9]{2})$"_s.arg(era),
                                        QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatch match = separated.match(text);
    if (!match.hasMatch())
        match = run.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString year = match.captured(2);
    return TypedDate{match.captured(1), year == u"元" ? 1 : year.toInt(), match.captured(3).toInt(),
                     match.captured(4).toInt()};
}

QString monthAndDay(QDate date) {
    return u"%1月%2日"_s.arg(date.month()).arg(date.day());
}

} // namespace

DateReading readDate(const QString& typed, QDate today, EraGuess guess) {
    static const QRegularExpression digits(u"^([0-9]{6,8}|[0-9]{4} [0-9]{4})$"_s);
    const QString text = toHalfWidth(typed);
    if (digits.match(text).hasMatch()) {
        const Grouping grouping = text.contains(u' ') ? Grouping::TwoFours : Grouping::OneRun;
        return digitsOnly(QString(text).remove(u' '), today, guess, grouping);
    }
    const std::optional<TypedDate> split = splitDate(text);
    if (!split)
        return refuse({.fault = DateFault::Unreadable});
    if (const std::optional<Era> era = eraNamed(split->era))
        return eraDate(*era, split->year, split->month, split->day);
    if (split->era == u"西暦" || split->year >= 1000)
        return westernDate(split->year, split->month, split->day);
    return dateWithoutEra(split->year, split->month, split->day, today, guess);
}

std::optional<DateProblem> checkBirthDate(QDate date, QDate today) {
    if (date > today)
        return DateProblem{.fault = DateFault::InFuture, .limit = today};
    const QDate oldest = today.addYears(-oldestAge);
    if (date < oldest)
        return DateProblem{.fault = DateFault::TooLongAgo, .limit = oldest};
    return std::nullopt;
}

std::optional<EraYear> eraYear(QDate date) {
    if (!date.isValid() || date < firstSolarDay)
        return std::nullopt;
    const auto bounds = std::find_if(eraTable().rbegin(), eraTable().rend(),
                                     [date](const EraBounds& one) { return date >= one.firstDay; });
    return EraYear{bounds->era, date.year() - bounds->firstYear + 1};
}

QString eraName(Era era) {
    return boundsOf(era).name.toString();
}

QString formatEraYear(QDate date) {
    const std::optional<EraYear> year = eraYear(date);
    if (!year)
        return date.isValid() ? u"%1年"_s.arg(date.year()) : QString();
    return eraName(year->era) + (year->year == 1 ? u"元年"_s : u"%1年"_s.arg(year->year));
}

QString formatEraDate(QDate date) {
    return date.isValid() ? formatEraYear(date) + monthAndDay(date) : QString();
}

QString formatEraDateWithWesternYear(QDate date) {
    if (!eraYear(date))
        return formatEraDate(date);
    return u"%1（%2年）%3"_s.arg(formatEraYear(date)).arg(date.year()).arg(monthAndDay(date));
}

} // namespace madoguchi
