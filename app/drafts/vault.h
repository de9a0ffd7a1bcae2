// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// vault.db, open for one session: receptions and drafts, encrypted with the vault key. Destroying it closes
// the file and wipes SQLCipher's copy of the key; do so when the session ends. Main thread.
#pragma once

#include "app/session/session.h"
#include "app/storage/database.h"

namespace madoguchi {

class Vault {
public:
    /// Makes a new vault; for the enrolment of the first card. `changesBefore`: of the vault whose place it
    /// takes, as the log knows them: this one counts on from there, so that it is not taken for that one put
    /// back, and what is older than it stays older. Errors: FileUnwritable, DiskFull,
    /// DatabaseFailed; StationExists when there is one already.
    static Result<> create(const QString& path, const SecretBytes& vaultKey, quint64 changesBefore = 0);
    /// Errors: SessionEnded, VaultKeyMissing (the session has none), FileMissing and those of
    /// Database::open() and migrate().
    static Result<Vault> open(const QString& path, const Session& session);

    Database& database() { return m_database; }

private:
    explicit Vault(Database database);
    Database m_database;
};

} // namespace madoguchi
