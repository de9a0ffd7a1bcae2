// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Until when issuing certificates and revocation lists do, for the reminders. Permission and record are the
// callers'. Main thread.
#pragma once

#include "app/base/result.h"
#include "app/operators/cardreminders.h"
#include "app/storage/database.h"

namespace madoguchi {

/// Of each issuing key that is in force its newest certificate, and of it and of the authorities that the
/// station was set up with the list, where there is one. `database` is station.db, migrated. Errors:
/// DatabaseFailed, DatabaseCorrupt, CertificateMalformed.
Result<QList<AuthorityDay>> authorityDays(Database& database, const QDateTime& now);

} // namespace madoguchi
