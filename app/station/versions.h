// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which program and libraries this station runs on, for its system administrator. A value; thread of the
// Database.
#pragma once

#include "app/session/session.h"
#include "app/storage/database.h"

namespace madoguchi {

struct Versions {
    QString program;
    QString qt;
    QString openssl;
    QString sqlcipher;
    QString sqlite;
    QString pcsc; ///< of pcsc-lite's headers, as its library does not say its own
};

/// Permission: ViewVersions. Errors: PermissionDenied, SessionEnded.
Result<Versions> viewVersions(const Session& session, Database& database);

} // namespace madoguchi
