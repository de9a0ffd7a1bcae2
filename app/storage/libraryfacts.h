// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the SQLCipher library in use says about itself, and whether it may be trusted with our files. A value;
// any thread.
#pragma once

#include "app/base/result.h"

#include <QString>

struct sqlite3;

namespace madoguchi {

struct LibraryFacts {
    QString cipherVersion;   ///< such as "4.6.1 community"; empty when the library can't encrypt
    QString sqliteVersion;   ///< such as "3.46.1"
    int tempStore = 1;       ///< compile option TEMP_STORE; 0 always writes temporary files in clear
    bool threadSafe = false; ///< several connections may be used from several threads
};

/// Asks the library through an open connection, before its key is given.
LibraryFacts libraryFacts(sqlite3* connection);

/// Errors: DatabaseLibraryUnsuitable, with the reason as detail.
Result<> requireSuitable(const LibraryFacts& facts);

} // namespace madoguchi
