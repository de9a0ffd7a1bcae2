// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Dates in Japanese eras: reading what counters type, strictly, and writing them. ICU's own parser accepts
// 昭和64年1月8日 and 令和元年4月30日, so the bounds are kept here. Today is always given by the caller. Pure;
// any thread.
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

namespace madoguchi {

/// In order; each but the first begins on the day after the one before it ended.
enum class Era { Meiji, Taisho, Showa, Heisei, Reiwa };

struct EraYear {
    Era era = Era::Reiwa;
    int year = 1; ///< 1 is written 元
    bool operator==(const EraYear&) const = default;
};

enum class DateFault {
    Unreadable,    ///< none of the accepted forms
    NoSuchDay,     ///< 2月30日, 13月, year 0
    EraEnded,      ///< after the era's last day, which is `limit`
    EraNotBegun,   ///< before the era's first day, which is `limit`
    EraMissing,    ///< only a year of an era; the suggestions are the days it can mean
    Ambiguous,     ///< two readings; both are suggested
    LunarCalendar, ///< before 1873-01-01 (`limit`), when the calendar was another
    InFuture,      ///< after `limit`
    TooLongAgo,    ///< before `limit`
};

/// Why a typed date is refused. The text is made in ui.
struct DateProblem {
    DateFault fault = DateFault::Unreadable;
    std::optional<Era> era = {};   ///< the era that was typed
    QDate limit = {};              ///< the bound that was crossed; invalid when the fault has none
    QList<QDate> suggestions = {}; ///< what may have been meant, likeliest first; may be empty
    bool operator==(const DateProblem&) const = default;
};

using DateReading = tl::expected<QDate, DateProblem>;

/// What a year without an era means.
enum class EraGuess {
    Refuse,  ///< EraMissing: for birth dates, where 06 can be 1931, 1994 or 2024
    Current, ///< the era of today, unless that is more than a year ahead
};

/// Reads one date, in half or full width, with any of . - / ・ and spaces between the numbers or 年月日:
///   R6.4.1  r6-4-1  令和6年4月1日  令和元年5月1日  H元.1.8   era by letter (MTSHR), first character or name
///   2024-04-01  2024/4/1  西暦2024年4月1日  20240401            western
///   R060401                                                   era letter, yymmdd
///   5060401                                                   era number (1 明治 .. 5 令和), yymmdd
///   0605 0401                                                 year, era number, mmdd; 06050401 too
///   6.4.1  060401                                             no era: see EraGuess
/// Eight digits that are also a western date are taken as western when typed in one run, and are Ambiguous
/// when typed in two groups of four.
DateReading readDate(const QString& typed, QDate today, EraGuess guess);

/// InFuture, or TooLongAgo for more than 130 years; nothing when the day can be a living person's birthday.
std::optional<DateProblem> checkBirthDate(QDate date, QDate today);

/// Nothing for days before 1873-01-01 and for invalid dates.
std::optional<EraYear> eraYear(QDate date);

/// 令和
QString eraName(Era era);

/// 令和6年 and 令和元年; 1870年 before 1873; empty when invalid.
QString formatEraYear(QDate date);
/// 令和6年4月1日; 1870年4月1日 before 1873; empty when invalid.
QString formatEraDate(QDate date);
/// 令和6年（2024年）4月1日; as formatEraDate() before 1873; empty when invalid.
QString formatEraDateWithWesternYear(QDate date);

} // namespace madoguchi
