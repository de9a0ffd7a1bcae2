// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody may do, when and where, in words: for facts and for questions. GUI thread.
#pragma once

#include "app/operators/operator.h"
#include "app/operators/roleterms.h"
#include "ui/widgets/factlist.h"

namespace madoguchi {

/// "08:30-17:15, Mon, Tue"; without hours that any will do.
QString hoursText(const std::optional<WorkingHours>& hours);
/// `weekdays` as in WorkingHours.
QString weekdaysText(int weekdays);
/// "T1, T2"; without any that all will do.
QString terminalsText(const QStringList& terminals);
/// Whether the last day of the role has passed.
bool isRoleOver(const Operator& person, QDate today);
/// Working, suspended, or that the role is over.
QString standingText(const Operator& person, QDate today);
/// Role, its days, hours and terminals; what has no limit is left out, but for the role and its last day.
QList<Fact> termsFacts(const RoleTerms& terms);
/// A line for each thing that differs: "Role: 窓口 → 監査".
QStringList termsChangesInWords(const RoleTerms& terms, const RoleTerms& former);

} // namespace madoguchi
