// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Checks the whole log: every record, every search column, every checkpoint, and the checkpoint file; then
// whether the register is the one that the log knows (registersum.h). It works on a snapshot, so that a
// program that goes on recording gives no false alarm. For long logs use a worker with its own read-only
// connection. Thread of the Database.
#pragma once

#include "app/audit/auditlog.h"
#include "app/session/session.h"

#include <QList>

#include <functional>

namespace madoguchi {

struct AuditVerification {
    enum class Verdict {
        Intact,
        Wrong,         ///< the log
        RegisterWrong, ///< the log is intact, but the register is not what was written last
        Cancelled,
    };

    Verdict verdict = Verdict::Intact;
    quint64 records = 0;     ///< found intact (all of them when Intact)
    quint64 checkpoints = 0; ///< found intact
    AuditFault fault;        ///< when Wrong; when RegisterWrong, its reason alone
};

struct AuditVerifyOptions {
    QString checkpointFile = {}; ///< see AuditWriter::open()
    /// The log's verifier key as kept elsewhere; empty: the one published beside the checkpoint file, which
    /// whoever may write there could have replaced together with the whole log.
    QString verifierKey = {};
    /// Called now and then with records done and in all; false cancels. May be empty.
    std::function<bool(quint64 done, quint64 total)> progress = {};
    /// Signed notes that were kept elsewhere: the log must still contain each of them.
    QList<QByteArray> keptCheckpoints = {};
};

/// Permission: VerifyAuditLog. Errors: PermissionDenied, SessionEnded, FileUnreadable, DatabaseFailed.
Result<AuditVerification> verifyAudit(const Session& session, Database& database,
                                      const AuditVerifyOptions& options);

/// Checks no permission: for madoguchictl, and for workers after the screen has checked.
/// Errors: FileUnreadable, DatabaseFailed. What can't be read because it is damaged is a fault, not an error.
Result<AuditVerification> verifyAuditAsAdministrator(Database& database, const AuditVerifyOptions& options);

} // namespace madoguchi
