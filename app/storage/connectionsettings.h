// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The settings of a connection. SQLite and SQLCipher ignore many of them without a word where they come too
// early or too late (before the key, in a transaction) or are not known, so each is read back. For
// Database::open(), which knows the order. The connection's thread.
#pragma once

#include "app/storage/database.h"

#include <QByteArray>

namespace madoguchi {

/// Right after the key. Errors: DatabaseLibraryUnsuitable with the setting that is not in force.
Result<> applyCipherSettings(sqlite3* handle);
/// After the first read, which proves the key. Errors: as above, and DatabaseFailed.
Result<> applySettings(sqlite3* handle, Database::Access access);

/// The first column of the first row; empty without a row. Errors: DatabaseKeyWrong, DatabaseCorrupt,
/// DatabaseFailed.
Result<QByteArray> firstValue(sqlite3* handle, const char* sql);

} // namespace madoguchi
