// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The log's tables in the station's database, its key and the rules that every row keeps: what AuditWriter,
// the reader and the verifier share. Thread of the Database.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/audit/checkpoint.h"
#include "app/audit/merkletree.h"
#include "app/storage/database.h"
#include "app/storage/statement.h"

#include <array>
#include <optional>

namespace madoguchi {

/// Where the log was found wrong: the first sequence concerned, and why (English, no values of fields).
struct AuditFault {
    quint64 sequence = 0;
    QString reason;
};

/// Every table of the log in station.db; what isn't here belongs to the register (registersum.h).
inline constexpr std::array LogTables{"record", "checkpoint", "log_key", "log_beginning", "part_version"};

/// Makes or updates the tables and, the first time, the log's key. Errors: as for migratePart(),
/// CryptoFailed.
Result<> prepareAuditLog(Database& database);

/// Takes the log out of the database, wrong as it may be. The next prepareAuditLog() makes another, which
/// begins with `first`; its details["logs"] then has the names of all logs before it, newest first, between
/// spaces. May be a part of a transaction. Errors: DatabaseFailed, DatabaseCorrupt, DiskFull, InputTooLarge.
Result<> replaceAuditLog(Database& database, AuditRecord first);
/// What replaceAuditLog() was given, for AuditWriter; nothing in a station's first log.
Result<std::optional<AuditRecord>> beginningOfLog(Database& database);
/// Whether the log's first record says that it took the place of the log `name`.
Result<bool> logSucceeds(Database& database, const QString& name);

/// Errors: RecordCorrupt when the key is missing or contradicts itself.
Result<LogVerifierKey> logVerifierKey(Database& database);
Result<SigningKey> logSigningKey(Database& database);

/// Number of records, counted from the last sequence; gaps are the verifier's business.
Result<quint64> auditRecordCount(Database& database);

/// The columns that checkAuditRow() reads, in its order.
inline constexpr char AuditRowColumns[] = "sequence, body, leaf, time, operator, action, target";

struct AuditRow {
    AuditRecord record;
    Sha256Digest leaf;
};

/// The present row of a query for AuditRowColumns, which must be number `expected`: its body is the one
/// encoding of a record of that sequence, and leaf and search columns agree with it. Otherwise the fault.
tl::expected<AuditRow, AuditFault> checkAuditRow(const Statement& row, quint64 expected, Sha256& hash);

/// Whether the checkpoint that `record` names stands before it: `before` is the tree of all records before
/// it, of which the last checkpoint covers `signedSize`. A record that names none has no fault here.
std::optional<AuditFault> namedCheckpointFault(const AuditRecord& record, const MerkleRange& before,
                                               quint64 signedSize);

/// One stored checkpoint: its note verifies, says its size, and its peaks lead to its root.
struct StoredCheckpoint {
    quint64 size = 0;
    Sha256Digest root = {};
    MerkleRange range; ///< the tree at that size
};
/// The present row of a query for "size, note, peaks".
tl::expected<StoredCheckpoint, AuditFault> checkCheckpointRow(const Statement& row,
                                                              const LogVerifierKey& key);

/// Whether this is one of the log's checkpoints, with the same root. Errors: RecordCorrupt, DatabaseFailed,
/// DatabaseCorrupt.
Result<bool> logContains(Database& database, const Checkpoint& checkpoint);

/// The newest signed checkpoint, to be kept elsewhere. Errors: RecordCorrupt when there is none.
Result<QByteArray> newestCheckpoint(Database& database);

/// The checkpoint file beside the database, as it is; nothing when it is missing. Errors: FileUnreadable.
Result<std::optional<QByteArray>> readCheckpointFile(const QString& path);

/// Whether the database is at least as new as the checkpoint file: an older copy of the database, a removed
/// -wal and a removed file are faults. Errors: DatabaseFailed, DatabaseCorrupt.
Result<std::optional<AuditFault>> compareCheckpointFile(Database& database, const LogVerifierKey& key,
                                                        const std::optional<QByteArray>& file);

/// Where the log's public key is kept for those who verify elsewhere: "<checkpoint file>.vkey".
QString verifierKeyPath(const QString& checkpointFile);

} // namespace madoguchi
