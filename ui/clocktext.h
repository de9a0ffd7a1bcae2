// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Dates and times as a counter reads them, the only place that forms them. Two forms: with era and day of the
// week in sentences, headings and forms; figures alone in lists, facts and the record. Those that take a time
// take UTC and give local time. Any thread.
#pragma once

#include <QDateTime>
#include <QString>

namespace madoguchi::clocktext {

/// 令和8年11月21日（土）
QString date(const QDateTime& utc);
/// 2026年
QString westernYear(const QDateTime& utc);
/// 09:05
QString time(const QDateTime& utc);
/// 令和8年11月21日（土） 09:05
QString dateAndTime(const QDateTime& utc);
/// 2026/11/21 14:03:22, for the rows of a list. Empty for a null time.
QString inList(const QDateTime& utc);
/// 14:03:22
QString timeInList(const QDateTime& utc);
/// 2026/11/21. Empty for a null day.
QString dayInList(QDate day);

} // namespace madoguchi::clocktext
