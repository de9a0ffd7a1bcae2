// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/termstext.h"

#include "app/text/daytime.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/operatorpanel.h"
#include "ui/widgets/weekdayfield.h"

#include <QCoreApplication>

#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int EveryDay = 0b111'1111;

class TermsText {
    Q_DECLARE_TR_FUNCTIONS(TermsText)
};

QString dayText(QDate day) {
    return day.isValid() ? clocktext::dayInList(day) : TermsText::tr("No limit");
}

QList<Fact> everything(const RoleTerms& terms) {
    return {{TermsText::tr("Role"), roleText(terms.role)},
            {TermsText::tr("Role from"), dayText(terms.validFrom)},
            {TermsText::tr("Role until"), dayText(terms.validTo)},
            {TermsText::tr("Hours"), hoursText(terms.hours)},
            {TermsText::tr("Terminals"), terminalsText(terms.terminals)},
            {TermsText::tr("Name"), terms.name},
            {TermsText::tr("Reading"), terms.kana}};
}

} // namespace

QString terminalsText(const QStringList& terminals) {
    return terminals.isEmpty() ? TermsText::tr("All") : terminals.join(TermsText::tr(", "));
}

bool isRoleOver(const Operator& person, QDate today) {
    return person.validTo.isValid() && person.validTo < today;
}

QString standingText(const Operator& person, QDate today) {
    return isRoleOver(person, today) ? TermsText::tr("Role is over") : operatorStatusText(person.status);
}

QString weekdaysText(int weekdays) {
    if (weekdays == EveryDay)
        return TermsText::tr("every day");
    const std::array names{WeekdayField::tr("Mon"), WeekdayField::tr("Tue"), WeekdayField::tr("Wed"),
                           WeekdayField::tr("Thu"), WeekdayField::tr("Fri"), WeekdayField::tr("Sat"),
                           WeekdayField::tr("Sun")};
    QStringList days;
    for (std::size_t day = 0; day < names.size(); ++day) {
        if ((weekdays >> day & 1) != 0)
            days += names.at(day);
    }
    return days.join(TermsText::tr(", "));
}

QString hoursText(const std::optional<WorkingHours>& hours) {
    if (!hours)
        return TermsText::tr("At any hour");
    //: %1 is "08:30-17:15", %2 are days of the week
    return TermsText::tr("%1, %2").arg(spanText(hours->fromMinute, hours->toMinute),
                                       weekdaysText(hours->weekdays));
}

QList<Fact> termsFacts(const RoleTerms& terms) {
    QList<Fact> facts = everything(terms).first(5); // whose they are is said beside them
    if (terms.terminals.isEmpty())
        facts.removeAt(4);
    if (!terms.hours)
        facts.removeAt(3);
    if (!terms.validFrom.isValid())
        facts.removeAt(1);
    return facts;
}

QStringList termsChangesInWords(const RoleTerms& terms, const RoleTerms& former) {
    const QList<Fact> after = everything(terms);
    const QList<Fact> before = everything(former);
    QStringList lines;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after.at(i).value != before.at(i).value)
            lines += after.at(i).name + u": "_s + before.at(i).value + u" → "_s + after.at(i).value;
    }
    return lines;
}

} // namespace madoguchi
