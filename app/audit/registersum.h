// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The register, which is all of station.db but the log, against older states of it or of single pages: its
// ContentSum counts its changes, and the log's records say the count. Each change is durable before a record
// says it, or together with it: after a kill the register may be ahead of the log, never behind. Thread of
// the Database.
#pragma once

#include "app/storage/contentsum.h"

namespace madoguchi {

/// How often vault and register were changed so far, as the log's records said last; 0 where none did.
struct ChangeCounts {
    quint64 vault = 0;
    quint64 registered = 0;
};
/// Errors: RecordCorrupt, DatabaseFailed, DatabaseCorrupt.
Result<ChangeCounts> saidChanges(Database& database);

/// Of station.db. Its errors are RegisterRolledBack.
ContentSum registerSum(Database& database);

/// Whether the register is whole, and not older than `said`, a count of its changes. A database without a sum
/// is right as long as no record said a count. Errors: RegisterRolledBack, DatabaseFailed, DatabaseCorrupt.
Result<> checkRegister(Database& database, quint64 said);
/// The same with what the log says; what is wrong with the log itself is left to AuditWriter::open(). Errors
/// also: those of saidChanges().
Result<> checkRegister(Database& database);

} // namespace madoguchi
