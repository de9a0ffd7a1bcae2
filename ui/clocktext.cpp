// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/clocktext.h"

#include "app/text/eras.h"

#include <QLocale>

namespace madoguchi::clocktext {

using namespace Qt::StringLiterals;

QString date(const QDateTime& utc) {
    const QDate day = utc.toLocalTime().date();
    const QString weekday =
        QLocale(QLocale::Japanese, QLocale::Japan).standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    return u"%1（%2）"_s.arg(formatEraDate(day), weekday);
}

QString westernYear(const QDateTime& utc) {
    return u"%1年"_s.arg(utc.toLocalTime().date().year());
}

QString time(const QDateTime& utc) {
    return utc.toLocalTime().toString(u"HH:mm"_s);
}

QString dateAndTime(const QDateTime& utc) {
    return date(utc) + u' ' + time(utc);
}

QString inList(const QDateTime& utc) {
    return utc.toLocalTime().toString(u"yyyy/MM/dd HH:mm:ss"_s);
}

QString timeInList(const QDateTime& utc) {
    return utc.toLocalTime().toString(u"HH:mm:ss"_s);
}

QString dayInList(QDate day) {
    return day.toString(u"yyyy/MM/dd"_s);
}

} // namespace madoguchi::clocktext
