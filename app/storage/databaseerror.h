// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Turns SQLite's result codes into ours. Thread of the connection.
#pragma once

#include "app/base/result.h"

struct sqlite3;

namespace madoguchi {

/// `code`: SQLite's (extended) result code. SQLITE_FULL becomes DiskFull, a page that fails its HMAC or
/// makes no sense DatabaseCorrupt, a file that may not be written FileUnwritable, anything else
/// DatabaseFailed. The detail is `doing` and SQLite's message, which names no value.
Error databaseError(sqlite3* connection, int code, const char* doing);

} // namespace madoguchi
