// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where a station keeps its files, all in one folder:
//   station.db        register, lockout, policy and log; encrypted with the terminal key
//   vault.db          receptions and drafts; encrypted with the vault key
//   terminal.key      the terminal key, 32 bytes, 0600
//   audit.checkpoint  the newest signed checkpoint of the log
//   station.lock      held by the one process that has the station
// A value; any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "app/storage/database.h"

#include <QString>

namespace madoguchi {

class StationFolder {
public:
    static constexpr std::size_t TerminalKeyBytes = 32;

    explicit StationFolder(const QString& path);

    QString path() const { return m_path; }
    QString stationDatabase() const;
    QString vaultDatabase() const;
    QString terminalKeyFile() const;
    QString checkpointFile() const;
    QString lockFile() const;

    /// Errors: StationMissing without the file; FileUnreadable when it can't be read or others may read it;
    /// FileMalformed unless it has 32 bytes.
    Result<SecretBytes> terminalKey() const;

    /// station.db for reading: a running program goes on undisturbed. Errors: those of terminalKey() and
    /// Database::open().
    Result<Database> openToRead() const;

private:
    QString file(const char* name) const;
    QString m_path;
};

} // namespace madoguchi
