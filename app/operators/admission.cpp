// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/admission.h"

namespace madoguchi {
namespace {

bool withinDates(const Operator& person, const QDate& today) {
    return !(person.validFrom.isValid() && today < person.validFrom) &&
           !(person.validTo.isValid() && today > person.validTo);
}

bool allows(const WorkingHours& hours, int weekday) {
    return (hours.weekdays >> (weekday - 1) & 1) != 0;
}

bool withinHours(const WorkingHours& hours, const QDateTime& local) {
    const int minute = local.time().hour() * 60 + local.time().minute();
    const int today = local.date().dayOfWeek();
    if (hours.fromMinute <= hours.toMinute)
        return allows(hours, today) && minute >= hours.fromMinute && minute < hours.toMinute;
    // Over midnight the early hours belong to the shift that began yesterday.
    const int yesterday = local.date().addDays(-1).dayOfWeek();
    return (allows(hours, today) && minute >= hours.fromMinute) ||
           (allows(hours, yesterday) && minute < hours.toMinute);
}

std::optional<ErrorCode> refusalOf(OperatorCardState state) {
    switch (state) {
    case OperatorCardState::Active:
        return std::nullopt;
    case OperatorCardState::Suspended:
        return ErrorCode::OperatorSuspended;
    case OperatorCardState::SuspendedAlone:
        return ErrorCode::CardSuspended;
    case OperatorCardState::Returned:
        return ErrorCode::CardReturned;
    case OperatorCardState::Lost:
    case OperatorCardState::Found:
        return ErrorCode::CardLost;
    case OperatorCardState::Invalidated:
    case OperatorCardState::Destroyed:
        return ErrorCode::CardUnknown;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<ErrorCode> admission(const Operator& person, const OperatorCard& card, const QString& terminal,
                                   const QDateTime& now) {
    const QDateTime local = now.toLocalTime();
    if (card.operatorId != person.id)
        return ErrorCode::CardUnknown;
    if (auto refused = refusalOf(card.state))
        return refused;
    if (person.status != OperatorStatus::Active)
        return ErrorCode::OperatorSuspended;
    if (!withinDates(person, local.date()))
        return ErrorCode::OperatorOutsideDates;
    if (person.hours && !withinHours(*person.hours, local))
        return ErrorCode::OperatorOutsideHours;
    if (!person.terminals.isEmpty() && !person.terminals.contains(terminal))
        return ErrorCode::OperatorWrongTerminal;
    return std::nullopt;
}

} // namespace madoguchi
