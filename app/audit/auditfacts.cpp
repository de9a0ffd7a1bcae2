// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditfacts.h"

#include "app/audit/auditlog.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

Result<AuditFacts> viewAuditFacts(const Session& session, Database& database) {
    if (const Result<> allowed = session.require(Permission::ViewStation); !allowed)
        return fail(allowed.error());
    const Result<quint64> records = auditRecordCount(database);
    if (!records)
        return fail(records.error());
    const Result<LogVerifierKey> key = logVerifierKey(database);
    if (!key)
        return fail(key.error());
    Result<Statement> last = database.prepare("SELECT coalesce(max(size), 0) FROM checkpoint");
    if (!last)
        return fail(last.error());
    if (const Result<bool> row = last->step(); !row)
        return fail(row.error());
    return AuditFacts{*records, static_cast<quint64>(last->integer(0)), key->text()};
}

Result<AuditEntry> viewAuditEntry(const Session& session, Database& database, quint64 sequence) {
    if (const Result<> allowed = session.require(Permission::ViewAuditLog); !allowed)
        return fail(allowed.error());
    const QByteArray sql = QByteArray("SELECT ") + AuditRowColumns + " FROM record WHERE sequence = ?1";
    Result<Statement> query = database.prepare(sql.constData());
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(sequence));
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::RecordCorrupt, u"record %1 is missing"_s.arg(sequence));
    Sha256 hash;
    const auto checked = checkAuditRow(*query, sequence, hash);
    if (!checked)
        return fail(ErrorCode::RecordCorrupt, checked.error().reason);
    return AuditEntry{checked->record, query->blob(1), query->blob(2)};
}

} // namespace madoguchi
