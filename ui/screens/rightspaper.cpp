// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/rightspaper.h"

#include "app/operators/cardregisterexport.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/paper.h"
#include "ui/screens/registerwords.h"
#include "ui/screens/termstext.h"

#include <QCoreApplication>
#include <QMap>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RightsPaper)
};

QString rowOf(const QStringList& cells, const QString& tag) {
    QString row = u"<tr>"_s;
    for (const QString& cell : cells)
        row += u"<%1>%2</%1>"_s.arg(tag, cell.toHtmlEscaped());
    return row + u"</tr>\n"_s;
}

QStringList cellsOf(const Operator& person, QDate today) {
    return {person.id,
            person.name,
            roleText(person.role),
            clocktext::dayInList(person.validFrom),
            clocktext::dayInList(person.validTo),
            hoursText(person.hours),
            terminalsText(person.terminals),
            standingText(person, today)};
}

Paper paperOf(const ScreenContext& context, const QList<PersonRights>& people) {
    const StationFacts& facts = context.station.facts();
    const QDateTime now = context.station.clock().now();
    const QDate today = now.toLocalTime().date();
    Paper paper{.title = Words::tr("Who may do what"), .records = static_cast<int>(people.size())};
    paper.body = paragraph(facts.office + u"  "_s + facts.terminal) + paragraph(clocktext::dateAndTime(now)) +
                 u"<table>\n"_s +
                 rowOf({Words::tr("Number"), Words::tr("Name"), Words::tr("Role"), Words::tr("From"),
                        Words::tr("Until"), Words::tr("Hours"), Words::tr("Terminals"), Words::tr("State")},
                       u"th"_s);
    QMap<Role, QStringList> roles;
    for (const PersonRights& each : people) {
        paper.body += rowOf(cellsOf(each.person, today), u"td"_s);
        roles.insert(each.person.role, permissionWords(each.permissions));
    }
    paper.body += u"</table>\n"_s;
    for (const auto& [role, permissions] : roles.asKeyValueRange()) {
        //: %1 is a role, %2 everything that it may do
        paper.body +=
            paragraph(Words::tr("%1 may: %2").arg(roleText(role), permissions.join(Words::tr(", "))));
    }
    paper.body += paragraph(Words::tr("Gone through on, and by (signature):"));
    return paper;
}

} // namespace

Result<QString> saveRightsPaper(const ScreenContext& context) {
    Result<QString> file = savePaper(context, {ActionId::RightsExport}, u"rights"_s, [&]() -> Result<Paper> {
        const auto people = reviewRights(context.session, context.station.operators());
        return people ? Result<Paper>(paperOf(context, *people)) : fail(people.error());
    });
    if (!file)
        return file;
    //: %1 is a file
    return Words::tr("The list is in %1. Print it, go through it and sign it.").arg(*file);
}

} // namespace madoguchi
