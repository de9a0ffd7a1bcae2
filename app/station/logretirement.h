// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The way back when the log or the register was found wrong, or when drafts or log had to be restored from a
// copy: the log's files are kept aside as evidence, and a new log begins, whose first record names the old
// one, the evidence and the reason. Register, lockouts, policy and drafts stay as they are, and count as
// right from then on: people must look at them. Main thread; nobody else has the station.
#pragma once

#include "app/base/clock.h"
#include "app/station/stationfolder.h"

namespace madoguchi {

/// Copies the log's files into a new folder inside the station's (0700), then takes the log out of
/// station.db and accepts the register; the next AuditWriter::open() begins the new one. Gives the folder
/// with the evidence, which opens with the same terminal key. A kill at any moment leaves either the old log
/// (wrong as it was; to be retired again) or the new one. Errors: InputInvalid without a reason;
/// StationInUse, StationMissing; FileUnreadable, FileUnwritable, DiskFull; those of Database, when station.db
/// itself is damaged, also so that a row stands in it twice: then only the evidence was made, and only a copy
/// of the station helps.
Result<QString> retireLog(const StationFolder& folder, const QString& reason, const Clock& clock);

} // namespace madoguchi
