// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/roleterms.h"

#include "app/text/daytime.h"

#include <QMetaEnum>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinutesPerDay = 24 * 60;
constexpr qsizetype LongestTerminal = 64;

Result<> wrong(const QString& field) {
    return fail(ErrorCode::InputInvalid, field);
}

bool possible(const WorkingHours& hours) {
    return hours.fromMinute >= 0 && hours.fromMinute < MinutesPerDay && hours.toMinute > 0 &&
           hours.toMinute <= MinutesPerDay && hours.fromMinute != hours.toMinute;
}

bool isName(const QString& terminal) {
    return !terminal.trimmed().isEmpty() && terminal.size() <= LongestTerminal && !terminal.contains(u'\n');
}

QString hoursOf(const RoleTerms& terms) {
    return terms.hours ? spanText(terms.hours->fromMinute, terms.hours->toMinute) : QString();
}

QMap<QString, QString> asRecorded(const RoleTerms& terms) {
    return {{u"role"_s,
             QString::fromLatin1(QMetaEnum::fromType<Role>().valueToKey(static_cast<int>(terms.role)))},
            {u"role-from"_s, terms.validFrom.toString(Qt::ISODate)},
            {u"role-until"_s, terms.validTo.toString(Qt::ISODate)},
            {u"hours"_s, hoursOf(terms)},
            {u"weekdays"_s, terms.hours ? weekdayDigits(terms.hours->weekdays) : QString()},
            {u"terminals"_s, terms.terminals.join(u", "_s)}};
}

} // namespace

QString weekdayDigits(int weekdays) {
    QString digits;
    for (int day = 0; day < 7; ++day) {
        if ((weekdays >> day & 1) != 0)
            digits += QString::number(day + 1);
    }
    return digits;
}

int weekdaysFrom(const QString& digits) {
    int weekdays = 0;
    for (const QChar digit : digits)
        weekdays |= 1 << (digit.digitValue() - 1);
    return weekdays;
}

RoleTerms termsOf(const Operator& person) {
    return {person.role,      person.validFrom, person.validTo, person.hours,
            person.terminals, person.name,      person.kana};
}

Operator withTerms(Operator person, const RoleTerms& terms) {
    person.role = terms.role;
    person.validFrom = terms.validFrom;
    person.validTo = terms.validTo;
    person.hours = terms.hours;
    person.terminals = terms.terminals;
    person.name = terms.name;
    person.kana = terms.kana;
    return person;
}

Result<> checkTerms(const RoleTerms& terms, const RoleTerms& former, QDate today) {
    if (terms.name.trimmed().isEmpty())
        return wrong(u"name"_s);
    if (terms.kana.trimmed().isEmpty())
        return wrong(u"kana"_s);
    if (terms.validTo.isValid() && terms.validTo < today && terms.validTo != former.validTo)
        return wrong(u"role-until"_s);
    if (terms.validFrom.isValid() && terms.validTo.isValid() && terms.validTo < terms.validFrom)
        return wrong(u"role-from"_s);
    if (terms.hours && (terms.hours->weekdays <= 0 || terms.hours->weekdays > 0b111'1111))
        return wrong(u"weekdays"_s);
    if (terms.hours && !possible(*terms.hours))
        return wrong(u"hours"_s);
    return std::ranges::all_of(terms.terminals, isName) ? Result<>() : wrong(u"terminals"_s);
}

QMap<QString, QString> changesOf(const RoleTerms& terms, const RoleTerms& former) {
    QMap<QString, QString> changes = asRecorded(terms);
    const QMap<QString, QString> before = asRecorded(former);
    for (auto each = before.begin(); each != before.end(); ++each) {
        if (changes.value(each.key()) == each.value())
            changes.remove(each.key());
    }
    // People's names are in the register only.
    if (terms.name != former.name)
        changes.insert(u"name"_s, u"true"_s);
    if (terms.kana != former.kana)
        changes.insert(u"kana"_s, u"true"_s);
    return changes;
}

} // namespace madoguchi
