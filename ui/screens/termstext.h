// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody may do, when and where, in words: for facts and for questions. GUI thread.
#pragma once

#include "app/operators/roleterms.h"
#include "ui/widgets/factlist.h"

namespace madoguchi {

/// Role, its days, hours and terminals; what has no limit is left out, but for the role and its last day.
QList<Fact> termsFacts(const RoleTerms& terms);
/// A line for each thing that differs: "Role: 窓口 → 監査".
QStringList termsChangesInWords(const RoleTerms& terms, const RoleTerms& former);

} // namespace madoguchi
