// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The vault and the log witness each other, so that neither can be put back to an older state alone, nor a
// page of the vault. The vault's ContentSum counts its changes, each in the transaction that makes it; the
// log's next record says how many there were. The vault holds the newest checkpoint of the log that it has
// seen. A change is durable before the log is told of it: after a kill the vault may be ahead of the log,
// never behind. Main thread.
#pragma once

#include "app/audit/auditwriter.h"
#include "app/storage/contentsum.h"
#include "app/storage/statement.h"

#include <optional>

namespace madoguchi {

class VaultWitness {
public:
    /// Steps of the vault's migration: the witness with a count of its own, and what is left of it once the
    /// vault's ContentSum counts.
    static const char* const Schema;
    static const char* const WithoutCount;

    /// Of every table of the vault. Its errors are VaultRolledBack.
    static ContentSum contentOf(Database& vault);

    /// Compares the two, and has the log told of the vault's changes as long as the witness lives. `vault`
    /// and `log` (which holds `audit`'s records) stay where they are and outlive it, as does `audit`. The
    /// vault is accepted as it is when a log that has not heard of it took the place of the one that it has
    /// seen: somebody retired that one, which is on record with the reason. Errors: VaultRolledBack when the
    /// log knows of more changes than the vault had, or the vault's content is not what was written last;
    /// RecordRolledBack when the log does not contain the checkpoint that the vault has seen; DatabaseFailed,
    /// DatabaseCorrupt, DiskFull.
    static Result<std::unique_ptr<VaultWitness>> begin(Database& vault, Database& log, AuditWriter& audit);
    /// Signs a checkpoint and leaves it in the vault.
    ~VaultWitness();
    Q_DISABLE_COPY_MOVE(VaultWitness)

private:
    VaultWitness(Database& vault, AuditWriter& audit, Statement changes);
    std::optional<quint64> changes();
    Database& m_vault;
    AuditWriter& m_audit;
    Statement m_changes;
};

} // namespace madoguchi
