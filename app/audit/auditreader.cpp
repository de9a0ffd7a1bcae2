// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"

#include "app/storage/statement.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int LargestPage = 1000;

bool asksForSomething(const AuditFilter& filter) {
    return filter.from.isValid() || filter.until.isValid() || !filter.operatorId.isEmpty() ||
           !filter.action.isEmpty() || !filter.target.isEmpty() || filter.outcome;
}

// Every value has its number whether it is asked for or not, so that binding needs no counting.
QByteArray sqlFor(const AuditFilter& filter) {
    QByteArray sql = "SELECT body FROM record WHERE sequence < ?1";
    if (filter.from.isValid())
        sql += " AND time >= ?2";
    if (filter.until.isValid())
        sql += " AND time < ?3";
    if (!filter.operatorId.isEmpty())
        sql += " AND operator = ?4";
    if (!filter.action.isEmpty())
        sql += " AND action = ?5";
    if (!filter.target.isEmpty())
        sql += " AND target = ?6";
    return sql + " ORDER BY sequence DESC";
}

void bindFilter(Statement& statement, const AuditQuery& query) {
    const auto newest = std::numeric_limits<qint64>::max();
    statement.bind(1, query.before ? static_cast<qint64>(*query.before) : newest);
    if (query.filter.from.isValid())
        statement.bind(2, query.filter.from.toMSecsSinceEpoch());
    if (query.filter.until.isValid())
        statement.bind(3, query.filter.until.toMSecsSinceEpoch());
    if (!query.filter.operatorId.isEmpty())
        statement.bind(4, query.filter.operatorId);
    if (!query.filter.action.isEmpty())
        statement.bind(5, query.filter.action);
    if (!query.filter.target.isEmpty())
        statement.bind(6, query.filter.target);
}

} // namespace

Result<AuditPage> readAuditAsAdministrator(Database& database, const AuditQuery& query) {
    Result<Statement> rows = database.prepare(sqlFor(query.filter).constData());
    if (!rows)
        return fail(rows.error());
    bindFilter(*rows, query);
    const int limit = std::clamp(query.limit, 1, LargestPage);
    AuditPage page;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        Result<AuditRecord> record = decodeAuditRecord(rows->blob(0));
        if (!record)
            return fail(record.error());
        if (query.filter.outcome && record->outcome != *query.filter.outcome)
            continue;
        if (page.records.size() == limit) {
            page.next = page.records.back().sequence;
            return page;
        }
        page.records.append(*std::move(record));
    }
    if (!row)
        return fail(row.error());
    return page;
}

Result<AuditPage> readAudit(const Session& session, Database& database, const AuditQuery& query) {
    const Permission permission =
        asksForSomething(query.filter) ? Permission::SearchAuditLog : Permission::ViewAuditLog;
    if (const Result<> allowed = session.require(permission); !allowed)
        return fail(allowed.error());
    return readAuditAsAdministrator(database, query);
}

Result<AuditPage> readOwnHistory(const Session& session, Database& database, AuditQuery query) {
    if (const Result<> allowed = session.require(Permission::ViewOwnHistory); !allowed)
        return fail(allowed.error());
    query.filter.operatorId = session.facts().operatorId;
    if (query.filter.operatorId.isEmpty()) // an empty filter would ask for everybody's
        return AuditPage();
    return readAuditAsAdministrator(database, query);
}

} // namespace madoguchi
