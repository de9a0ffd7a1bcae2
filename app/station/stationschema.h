// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The tables of station.db, as one list of migrations. Any thread.
#pragma once

#include "app/storage/database.h"

#include <span>

namespace madoguchi {

/// Every step from an empty database, the oldest first.
std::span<const char* const> stationMigrations();
/// Brings station.db to the newest form. Errors as for migrate(): RegisterRolledBack.
Result<> migrateStation(Database& database);

} // namespace madoguchi
