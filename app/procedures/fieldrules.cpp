// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/fieldrules.h"

#include "app/text/graphemes.h"
#include "app/text/kana.h"
#include "app/text/phone.h"
#include "app/text/postalcode.h"
#include "app/text/width.h"

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 100;
constexpr int longestText = 200;

using Found = std::optional<FieldProblem>;

EraGuess eraGuess(const Field& field) {
    return field.dates == DateRange::Birth ? EraGuess::Refuse : EraGuess::Current;
}

/// The first character that no form may hold: a control character or half of a surrogate pair.
std::optional<QString> firstForbidden(const QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (character.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        } else if (character.isSurrogate() || character.category() == QChar::Other_Control) {
            return QString(character);
        }
    }
    return std::nullopt;
}

Found checkText(const Field& field, const QString& value) {
    if (const std::optional<QString> character = firstForbidden(value))
        return FieldProblem{.fault = FieldFault::ForbiddenCharacter, .character = *character};
    const int limit = maximumLength(field);
    const auto count = static_cast<int>(characterCount(value));
    if (count > limit)
        return FieldProblem{.fault = FieldFault::TooLong, .limit = limit, .count = count};
    return std::nullopt;
}

Found checkKana(const Field& field, const QString& value) {
    if (Found problem = checkText(field, value))
        return problem;
    if (const std::optional<QString> character = firstNonReadingCharacter(value))
        return FieldProblem{.fault = FieldFault::NotKatakana, .character = *character};
    return std::nullopt;
}

Found dateWrong(DateProblem problem) {
    return FieldProblem{.fault = FieldFault::DateWrong, .date = std::move(problem)};
}

Found checkDateRange(DateRange range, QDate date, QDate today) {
    switch (range) {
    case DateRange::Any:
        return std::nullopt;
    case DateRange::Past:
        return date > today ? dateWrong({.fault = DateFault::InFuture, .limit = today}) : std::nullopt;
    case DateRange::Birth:
        if (const std::optional<DateProblem> problem = checkBirthDate(date, today))
            return dateWrong(*problem);
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QDate storedDate(const FieldValues& all, const QString& field) {
    return QDate::fromString(all.value(field), Qt::ISODate);
}

Found checkDateOrder(const Field& field, QDate date, const FieldValues& all) {
    const QDate first = storedDate(all, field.notBefore);
    if (first.isValid() && date < first) {
        return FieldProblem{.fault = FieldFault::DateBeforeOther,
                            .date = DateProblem{.fault = DateFault::TooLongAgo, .limit = first},
                            .otherField = field.notBefore};
    }
    const QDate last = storedDate(all, field.notAfter);
    if (last.isValid() && date > last) {
        return FieldProblem{.fault = FieldFault::DateAfterOther,
                            .date = DateProblem{.fault = DateFault::InFuture, .limit = last},
                            .otherField = field.notAfter};
    }
    return std::nullopt;
}

Found checkDate(const Field& field, const QString& value, const FieldValues& all, QDate today) {
    const DateReading reading = readDate(value, today, eraGuess(field));
    if (!reading)
        return dateWrong(reading.error());
    if (Found problem = checkDateRange(field.dates, *reading, today))
        return problem;
    return checkDateOrder(field, *reading, all);
}

/// `required`, or made so by the days between two others. Days that can't be read yet have their own problem.
bool mustBeFilled(const Field& field, const FieldValues& all) {
    if (field.required || !field.requiredAfter)
        return field.required;
    const QDate from = storedDate(all, field.requiredAfter->from);
    const QDate until = storedDate(all, field.requiredAfter->until);
    return from.isValid() && until.isValid() && from.daysTo(until) > field.requiredAfter->days;
}

Found checkNumber(const Field& field, const QString& value) {
    const bool digitsOnly = std::all_of(
        value.begin(), value.end(), [](QChar character) { return character >= u'0' && character <= u'9'; });
    if (!digitsOnly)
        return FieldProblem{.fault = FieldFault::NumberWrong};
    bool fits = false;
    const int number = value.toInt(&fits);
    if (!fits || number > field.maximum)
        return FieldProblem{.fault = FieldFault::NumberTooLarge, .limit = field.maximum};
    if (number < field.minimum)
        return FieldProblem{.fault = FieldFault::NumberTooSmall, .limit = field.minimum};
    return std::nullopt;
}

Found checkChoice(const Field& field, const QString& value) {
    const bool known = std::any_of(field.options.begin(), field.options.end(),
                                   [&value](const FieldOption& option) { return option.value == value; });
    return known ? std::nullopt : Found(FieldProblem{.fault = FieldFault::ChoiceUnknown});
}

Found unless(bool good, FieldFault fault) {
    return good ? std::nullopt : Found(FieldProblem{.fault = fault});
}

/// A number as typed in full width and with leading zeros; what is no number stays as it is.
QString storedNumber(const QString& typed) {
    bool isNumber = false;
    const uint number = toHalfWidth(typed).toUInt(&isNumber);
    return isNumber ? QString::number(number) : typed;
}

} // namespace

int maximumLength(const Field& field) {
    if (field.maximumLength > 0)
        return field.maximumLength;
    return field.type == FieldType::Name || field.type == FieldType::Kana ? longestName : longestText;
}

QString storedValue(const Field& field, const QString& typed, QDate today) {
    switch (field.type) {
    case FieldType::Name:
    case FieldType::Text:
    case FieldType::Address:
    case FieldType::Choice:
    case FieldType::Check:
        return typed;
    case FieldType::Kana:
        return toKatakana(typed);
    case FieldType::Date: {
        const DateReading reading = readDate(typed, today, eraGuess(field));
        return reading ? reading->toString(Qt::ISODate) : typed;
    }
    case FieldType::Postal:
        return readPostalCode(typed).value_or(typed);
    case FieldType::Phone:
        return readPhoneNumber(typed).value_or(typed);
    case FieldType::Number:
        return storedNumber(typed);
    }
    Q_UNREACHABLE();
}

std::optional<FieldProblem> checkField(const Field& field, const QString& value, const FieldValues& all,
                                       QDate today) {
    if (value.trimmed().isEmpty())
        return unless(!mustBeFilled(field, all), FieldFault::Missing);
    switch (field.type) {
    case FieldType::Name:
    case FieldType::Text:
    case FieldType::Address:
        return checkText(field, value);
    case FieldType::Kana:
        return checkKana(field, value);
    case FieldType::Date:
        return checkDate(field, value, all, today);
    case FieldType::Postal:
        return unless(isPostalCode(value), FieldFault::PostalWrong);
    case FieldType::Phone:
        return unless(isPhoneNumber(value), FieldFault::PhoneWrong);
    case FieldType::Number:
        return checkNumber(field, value);
    case FieldType::Choice:
        return checkChoice(field, value);
    case FieldType::Check:
        return unless(value == u"yes", FieldFault::CheckWrong);
    }
    Q_UNREACHABLE();
}

bool isShown(const Procedure& procedure, const Field& field, const FieldValues& values) {
    if (!field.shownWhen)
        return true;
    const Field* other = procedure.field(field.shownWhen->field);
    // Conditions point to earlier fields only (checked when read), so this ends.
    return other && field.shownWhen->values.contains(values.value(other->id)) &&
           isShown(procedure, *other, values);
}

FieldValues initialValues(const Procedure& procedure, QDate today) {
    FieldValues values;
    for (const FieldGroup& group : procedure.groups) {
        for (const Field& field : group.fields) {
            if (!field.initial.isEmpty()) {
                values.insert(field.id,
                              field.type == FieldType::Date ? today.toString(Qt::ISODate) : field.initial);
            }
        }
    }
    return values;
}

QList<FoundProblem> problems(const Procedure& procedure, const FieldValues& values, QDate today) {
    QList<FoundProblem> found;
    for (const FieldGroup& group : procedure.groups) {
        for (const Field& field : group.fields) {
            if (!isShown(procedure, field, values))
                continue;
            if (const std::optional<FieldProblem> problem =
                    checkField(field, values.value(field.id), values, today))
                found.append({field.id, *problem});
        }
    }
    return found;
}

} // namespace madoguchi
