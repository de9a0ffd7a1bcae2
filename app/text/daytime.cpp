// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/daytime.h"

#include <QRegularExpression>
#include <QStringList>

namespace madoguchi {

using namespace Qt::StringLiterals;

std::optional<int> minuteOfDay(const QString& typed) {
    static const QRegularExpression form(u"^([0-9]{1,2})[:時]?([0-9]{2})分?$"_s);
    const auto match = form.match(typed.normalized(QString::NormalizationForm_KC).trimmed());
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const int minutes = hour * 60 + minute;
    const bool possible = match.hasMatch() && minute < 60 && minutes <= 24 * 60;
    return possible ? std::optional(minutes) : std::nullopt;
}

std::optional<std::pair<int, int>> spanOfDay(const QString& typed) {
    static const QRegularExpression between(u"[-~〜‐−–—ー]"_s);
    const QStringList ends = typed.normalized(QString::NormalizationForm_KC).split(between);
    if (ends.size() != 2)
        return std::nullopt;
    const auto from = minuteOfDay(ends.constFirst());
    const auto to = minuteOfDay(ends.constLast());
    return from && to ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

QString timeOfDay(int minute) {
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString spanText(int from, int to) {
    return timeOfDay(from) + u'-' + timeOfDay(to);
}

} // namespace madoguchi
