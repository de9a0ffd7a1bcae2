// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Brings a database to the newest form, each step in a transaction of its own (PRAGMA user_version counts
// them), so that a kill leaves a whole version. Thread of the Database.
#pragma once

#include "app/storage/contentsum.h"
#include "app/storage/database.h"

#include <span>

namespace madoguchi {

/// `steps[n]` leads from version n to n + 1 and may hold several statements.
/// `content`, from the step on that makes its table: is verified before each step and accepts what the step
/// made of it, with triggers for the new columns.
/// Errors: DatabaseVersionUnknown when the file is newer than `steps`; DatabaseFailed, DiskFull; those of
/// ContentSum::verify().
Result<> migrate(Database& database, std::span<const char* const> steps, ContentSum* content = nullptr);

/// The same for one part of a database that several parts of the program share: its version is counted in
/// the table `part_version` under the name `part` instead of in user_version.
Result<> migratePart(Database& database, const QString& part, std::span<const char* const> steps);

} // namespace madoguchi
