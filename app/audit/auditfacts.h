// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the log says about itself: its length, its last checkpoint, its public key; and one record as it is
// stored. Thread of the Database.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/session/session.h"
#include "app/storage/database.h"

namespace madoguchi {

struct AuditFacts {
    quint64 records = 0;
    quint64 signedRecords = 0; ///< under the last checkpoint
    QString verifierKey;       ///< "name+8 hex digits+base64", to be kept elsewhere
};

/// Permission: ViewStation. Errors: PermissionDenied, SessionEnded, RecordCorrupt, DatabaseFailed,
/// DatabaseCorrupt.
Result<AuditFacts> viewAuditFacts(const Session& session, Database& database);

struct AuditEntry {
    AuditRecord record;
    QByteArray body; ///< CBOR, what is hashed
    QByteArray leaf; ///< 32 bytes: its leaf hash (RFC 9162 2.1.1)
};

/// Permission: ViewAuditLog. Errors: PermissionDenied, SessionEnded, DatabaseFailed, DatabaseCorrupt;
/// RecordCorrupt when the record is missing or contradicts its hash.
Result<AuditEntry> viewAuditEntry(const Session& session, Database& database, quint64 sequence);

} // namespace madoguchi
