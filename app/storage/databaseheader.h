// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The small file `<database>.head` beside each database. SQLCipher answers "file is not a database" to a
// wrong key, a damaged file, a newer format and a file in clear alike; this header tells them apart before
// the database is touched. JSON, readable by anybody, authenticated with a key derived from the database's.
// Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArray>
#include <QString>

namespace madoguchi {

struct DatabaseHeader {
    static constexpr int CurrentFormat = 1;

    int format = CurrentFormat; ///< of the file: page size, ciphers, this header
    QByteArray id;              ///< 16 random bytes; the database carries their beginning as application_id
    bool ready = false;         ///< false while the database is being made: nothing in it counts yet

    static DatabaseHeader make();
    /// The number that binds the database to its header; never 0.
    qint32 applicationId() const;
};

/// Where the header of the database at `path` is.
QString databaseHeaderPath(const QString& path);

/// Errors: FileMissing, FileUnreadable, DatabaseCorrupt (damaged), DatabaseVersionUnknown (newer format),
/// DatabaseKeyWrong (whole, but made with another key).
Result<DatabaseHeader> readDatabaseHeader(const QString& path, const SecretBytes& key);
/// Replaces the header durably. Errors: FileUnwritable, DiskFull.
Result<> writeDatabaseHeader(const QString& path, const SecretBytes& key, const DatabaseHeader& header);

} // namespace madoguchi
