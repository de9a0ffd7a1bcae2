// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody may do, when and where, in words: for facts and for questions. GUI thread.
#pragma once

#include "app/operators/roleterms.h"
#include "ui/widgets/factlist.h"

namespace madoguchi {

/// "08:30-17:15, Mon, Tue"; without hours that any will do.
QString hoursText(const std::optional<WorkingHours>& hours);
/// `weekdays` as in WorkingHours.
QString weekdaysText(int weekdays);
/// Role, its days, hours and terminals; what has no limit is left out, but for the role and its last day.
QList<Fact> termsFacts(const RoleTerms& terms);
/// A line for each thing that differs: "Role: 窓口 → 監査".
QStringList termsChangesInWords(const RoleTerms& terms, const RoleTerms& former);

} // namespace madoguchi
