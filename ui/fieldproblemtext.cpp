// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fieldproblemtext.h"

#include <QCoreApplication>
#include <QStringList>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// "Did you mean 平成元年1月8日?" or nothing.
QString suggestion(const DateProblem& problem) {
    QStringList dates;
    for (const QDate date : problem.suggestions)
        dates.append(formatEraDate(date));
    //: joins dates of which one was meant
    return dates.isEmpty() ? QString()
                           : QCoreApplication::translate("FieldProblemText", "Did you mean %1?")
                                 .arg(dates.join(QCoreApplication::translate("FieldProblemText", " or ")));
}

QString eraEnded(const DateProblem& problem) {
    //: 昭和64年は1月7日までです。 %1 the era's last year, %2 month, %3 day
    return QCoreApplication::translate("FieldProblemText", "%1 ended on %2/%3.")
        .arg(formatEraYear(problem.limit))
        .arg(problem.limit.month())
        .arg(problem.limit.day());
}

QString eraNotBegun(const DateProblem& problem) {
    const QString era = problem.era ? eraName(*problem.era) : QString();
    //: %1 the era, %2 its first day
    return QCoreApplication::translate("FieldProblemText", "%1 began on %2.")
        .arg(era, formatEraDate(problem.limit));
}

QString dateFaultText(const DateProblem& problem) {
    switch (problem.fault) {
    case DateFault::Unreadable:
        return QCoreApplication::translate("FieldProblemText",
                                           "This can't be read as a date. Write it like R6.4.1.");
    case DateFault::NoSuchDay:
        return QCoreApplication::translate("FieldProblemText", "There is no such day.");
    case DateFault::EraEnded:
        return eraEnded(problem);
    case DateFault::EraNotBegun:
        return eraNotBegun(problem);
    case DateFault::EraMissing:
        return QCoreApplication::translate("FieldProblemText", "Write the era too, like R6.4.1.");
    case DateFault::Ambiguous:
        return QCoreApplication::translate("FieldProblemText",
                                           "This can be read in two ways. Write it like R6.4.1.");
    case DateFault::LunarCalendar:
        return QCoreApplication::translate("FieldProblemText",
                                           "Days before January 1 of Meiji 6 can't be entered.");
    case DateFault::InFuture:
        return QCoreApplication::translate("FieldProblemText", "This day has not come yet.");
    case DateFault::TooLongAgo:
        return QCoreApplication::translate("FieldProblemText",
                                           "This is more than 130 years ago. Check the era.");
    }
    Q_UNREACHABLE();
}

QString missing(const Field& field) {
    if (field.type == FieldType::Choice)
        return QCoreApplication::translate("FieldProblemText", "Choose: %1.").arg(field.label);
    if (field.type == FieldType::Check)
        return QCoreApplication::translate("FieldProblemText", "Check this and tick the box.");
    return QCoreApplication::translate("FieldProblemText", "Fill in: %1.").arg(field.label);
}

QString readable(const QString& character) {
    const QList<uint> points = character.toUcs4();
    const bool printable = !points.isEmpty() && QChar::isPrint(points.constFirst());
    const uint point = points.isEmpty() ? 0 : points.constFirst();
    return printable ? character : u"U+"_s + QString::number(point, 16).toUpper().rightJustified(4, u'0');
}

QString wrongCharacters(const FieldProblem& problem) {
    if (problem.fault == FieldFault::TooLong) {
        return QCoreApplication::translate("FieldProblemText", "At most %1 characters; now there are %2.")
            .arg(problem.limit)
            .arg(problem.count);
    }
    if (problem.fault == FieldFault::NotKatakana) {
        return QCoreApplication::translate("FieldProblemText",
                                           "Write the reading in katakana. “%1” can't be used.")
            .arg(readable(problem.character));
    }
    return QCoreApplication::translate("FieldProblemText", "“%1” can't be used.")
        .arg(readable(problem.character));
}

QString wrongNumber(const FieldProblem& problem) {
    if (problem.fault == FieldFault::NumberTooSmall)
        return QCoreApplication::translate("FieldProblemText", "Write %1 or more.").arg(problem.limit);
    if (problem.fault == FieldFault::NumberTooLarge)
        return QCoreApplication::translate("FieldProblemText", "Write %1 or less.").arg(problem.limit);
    return QCoreApplication::translate("FieldProblemText", "Write a number in digits.");
}

/// `text` with the label of the other date field and its day.
QString againstOther(const QString& text, const Procedure& procedure, const FieldProblem& problem) {
    const Field* other = procedure.field(problem.otherField);
    const QString label = other == nullptr ? problem.otherField : other->label;
    const QDate limit = problem.date ? problem.date->limit : QDate();
    return text.arg(label, formatEraDate(limit));
}

} // namespace

QString dateProblemText(const DateProblem& problem) {
    return dateFaultText(problem) + suggestion(problem);
}

QString fieldProblemText(const Procedure& procedure, const Field& field, const FieldProblem& problem) {
    switch (problem.fault) {
    case FieldFault::Missing:
        return missing(field);
    case FieldFault::TooLong:
    case FieldFault::ForbiddenCharacter:
    case FieldFault::NotKatakana:
        return wrongCharacters(problem);
    case FieldFault::DateWrong:
        return dateProblemText(problem.date.value_or(DateProblem()));
    case FieldFault::DateBeforeOther:
        //: %1 the label of another date field, %2 its day
        return againstOther(QCoreApplication::translate("FieldProblemText", "This is before “%1” (%2)."),
                            procedure, problem);
    case FieldFault::DateAfterOther:
        //: %1 the label of another date field, %2 its day
        return againstOther(QCoreApplication::translate("FieldProblemText", "This is after “%1” (%2)."),
                            procedure, problem);
    case FieldFault::PostalWrong:
        return QCoreApplication::translate("FieldProblemText", "A postal code has seven digits.");
    case FieldFault::PhoneWrong:
        return QCoreApplication::translate("FieldProblemText",
                                           "This is not a telephone number. Start with the area code.");
    case FieldFault::NumberWrong:
    case FieldFault::NumberTooSmall:
    case FieldFault::NumberTooLarge:
        return wrongNumber(problem);
    case FieldFault::ChoiceUnknown:
        return QCoreApplication::translate("FieldProblemText", "Choose one of the options.");
    case FieldFault::CheckWrong:
        return QCoreApplication::translate("FieldProblemText", "Tick or clear the box again.");
    }
    Q_UNREACHABLE();
}

} // namespace madoguchi
