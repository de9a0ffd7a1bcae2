// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/registerwords.h"

#include "app/actions/actioncatalogue.h"
#include "app/operators/roleterms.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/operatorpanel.h"
#include "ui/screens/termstext.h"
#include "ui/widgets/action.h"

#include <QCoreApplication>
#include <QMetaEnum>

#include <algorithm>
#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RegisterWords)
};

struct Heading {
    const char* column;
    const char* text;
};

constexpr std::array Headings{
    Heading{"card", QT_TRANSLATE_NOOP("RegisterWords", "Card")},
    Heading{"state", QT_TRANSLATE_NOOP("RegisterWords", "State of the card")},
    Heading{"operator", QT_TRANSLATE_NOOP("RegisterWords", "Operator number")},
    Heading{"name", QT_TRANSLATE_NOOP("RegisterWords", "Name")},
    Heading{"reading", QT_TRANSLATE_NOOP("RegisterWords", "Reading")},
    Heading{"role", QT_TRANSLATE_NOOP("RegisterWords", "Role")},
    Heading{"role_from", QT_TRANSLATE_NOOP("RegisterWords", "Role from")},
    Heading{"role_until", QT_TRANSLATE_NOOP("RegisterWords", "Role until")},
    Heading{"status", QT_TRANSLATE_NOOP("RegisterWords", "State of the operator")},
    Heading{"day_card_until", QT_TRANSLATE_NOOP("RegisterWords", "Day card until")},
    Heading{"time", QT_TRANSLATE_NOOP("RegisterWords", "Time")},
    Heading{"event", QT_TRANSLATE_NOOP("RegisterWords", "What happened")},
    Heading{"by", QT_TRANSLATE_NOOP("RegisterWords", "By")},
    Heading{"reason", QT_TRANSLATE_NOOP("RegisterWords", "Reason")},
    Heading{"witness", QT_TRANSLATE_NOOP("RegisterWords", "Witness")},
    Heading{"witness_proof", QT_TRANSLATE_NOOP("RegisterWords", "Witness proven")},
    Heading{"incident", QT_TRANSLATE_NOOP("RegisterWords", "Incident")},
    Heading{"due_back", QT_TRANSLATE_NOOP("RegisterWords", "Due back")},
    Heading{"hours", QT_TRANSLATE_NOOP("RegisterWords", "Hours")},
    Heading{"weekdays", QT_TRANSLATE_NOOP("RegisterWords", "Days of the week")},
    Heading{"terminals", QT_TRANSLATE_NOOP("RegisterWords", "Terminals")},
    Heading{"permissions", QT_TRANSLATE_NOOP("RegisterWords", "May")},
};

QString headingOf(const QString& column) {
    const auto found = std::ranges::find_if(
        Headings, [&](const Heading& heading) { return column == QLatin1StringView(heading.column); });
    return found == Headings.end() ? column : QCoreApplication::translate("RegisterWords", found->text);
}

/// The words for the value whose id is `id`, of those from the first to `last`.
template <class E, class NameOf, class TextOf>
QString wordsFor(const QString& id, E last, NameOf nameOf, TextOf textOf) {
    for (int value = 0; value <= static_cast<int>(last); ++value) {
        if (nameOf(static_cast<E>(value)) == id)
            return textOf(static_cast<E>(value));
    }
    return id;
}

template <class E>
QString keyOf(E value) {
    return QString::fromLatin1(QMetaEnum::fromType<E>().valueToKey(static_cast<int>(value)));
}

QString permissionsOf(const QString& ids) {
    QList<Permission> permissions;
    const QMetaEnum names = QMetaEnum::fromType<Permission>();
    for (const QString& id : ids.split(u' '))
        permissions += static_cast<Permission>(names.keyToValue(id.toLatin1().constData()));
    return permissionWords(permissions).join(Words::tr(", "));
}

QString cellOf(const QString& column, const QString& id) {
    if (id.isEmpty())
        return id;
    if (column == u"state"_s) {
        return wordsFor(id, OperatorCardState::SuspendedAlone, cardStateName,
                        qOverload<OperatorCardState>(cardStateText));
    }
    if (column == u"event"_s)
        return wordsFor(id, CardEvent::PinUnblocked, cardEventName, cardEventText);
    if (column == u"role"_s)
        return wordsFor(id, Role::SystemAdministrator, keyOf<Role>, roleText);
    if (column == u"status"_s)
        return operatorStatusText(id == u"active"_s ? OperatorStatus::Active : OperatorStatus::Suspended);
    if (column == u"reason"_s)
        return cardReasonText(id);
    if (column == u"by"_s && id == QLatin1StringView(ByConsole))
        return Words::tr("At the console");
    if (column == u"witness_proof"_s)
        return id == u"card"_s ? Words::tr("By card and PIN") : Words::tr("By name only");
    if (column == u"time"_s || column == u"day_card_until"_s)
        return clocktext::inList(QDateTime::fromString(id, Qt::ISODateWithMs));
    if (column == u"weekdays"_s)
        return weekdaysText(weekdaysFrom(id));
    return column == u"permissions"_s ? permissionsOf(id) : id;
}

} // namespace

TableWords registerWords() {
    return {headingOf, cellOf};
}

QStringList permissionWords(const QList<Permission>& permissions) {
    QStringList words;
    for (const ActionEntry& entry : actionCatalogue()) {
        if (entry.permission && permissions.contains(*entry.permission))
            words += actionText(entry.id);
    }
    words.removeDuplicates();
    return words;
}

} // namespace madoguchi
