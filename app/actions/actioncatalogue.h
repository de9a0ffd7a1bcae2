// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One table: what each ActionId is called in the log, which permission it needs and what its button
// says. Any thread.
#pragma once

#include "app/actions/actionid.h"
#include "app/operators/permission.h"

#include <QString>

#include <optional>
#include <span>

namespace madoguchi {

struct ActionEntry {
    ActionId id;
    const char* name;                     ///< in the log, such as "draft.save"; never changes
    std::optional<Permission> permission; ///< none: allowed without a login
    const char* text;                     ///< English source text, translated in context "ActionCatalogue"
};

std::span<const ActionEntry> actionCatalogue();
const ActionEntry& actionEntry(ActionId id);

} // namespace madoguchi
