// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Reads the log, newest first, a page at a time. Screens use the functions that take a Session; those named
// "AsAdministrator" check nothing and are for madoguchictl, whose user owns the station's files, and for
// workers after the screen has checked. Thread of the Database, which may be a read-only connection.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/session/session.h"
#include "app/storage/database.h"

#include <QList>

#include <optional>

namespace madoguchi {

/// What a record must fulfil; empty members ask for nothing.
struct AuditFilter {
    QDateTime from = {};  ///< this moment or later
    QDateTime until = {}; ///< before this moment
    QString operatorId = {};
    QString action = {}; ///< the whole name, such as "draft.save"
    QString target = {};
    std::optional<AuditOutcome> outcome = {};
};

struct AuditQuery {
    AuditFilter filter = {};
    std::optional<quint64> before = {}; ///< sequence that the page begins below; none: the newest
    int limit = 50;                     ///< records in a page, 1 to 1000
};

struct AuditPage {
    QList<AuditRecord> records;       ///< newest first
    std::optional<quint64> next = {}; ///< `before` of the next page; none at the end
};

/// Errors: PermissionDenied (SearchAuditLog with a filter, else ViewAuditLog), SessionEnded, RecordCorrupt,
/// DatabaseFailed, DatabaseCorrupt.
Result<AuditPage> readAudit(const Session& session, Database& database, const AuditQuery& query);
/// What the session's own operator did. Permission: ViewOwnHistory; errors as above.
Result<AuditPage> readOwnHistory(const Session& session, Database& database, AuditQuery query);

/// Errors: RecordCorrupt, DatabaseFailed, DatabaseCorrupt.
Result<AuditPage> readAuditAsAdministrator(Database& database, const AuditQuery& query);

} // namespace madoguchi
