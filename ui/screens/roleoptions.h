// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The roles as the options of a field. GUI thread.
#pragma once

#include "app/operators/role.h"
#include "app/procedures/procedure.h"

#include <optional>

namespace madoguchi {

/// In the order of the enum; their values are roleKey().
QList<FieldOption> roleOptions();
/// "CardAdministrator"
QString roleKey(Role role);
std::optional<Role> roleFromKey(const QString& key);

} // namespace madoguchi
