// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/registersum.h"

#include "app/audit/auditlog.h"
#include "app/audit/auditwriter.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Before the first AuditWriter::open(), and after a log was retired.
Result<bool> hasLog(Database& database) {
    Result<Statement> query =
        database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'record'");
    return query ? query->step() : fail(query.error());
}

} // namespace

// Counts are said again after every checkpoint, so that they stand in the last records, unless never said.
Result<ChangeCounts> saidChanges(Database& database) {
    constexpr auto Farthest = static_cast<qint64>(2 * AuditWriter::RecordsPerCheckpoint + 2);
    ChangeCounts said;
    const Result<bool> there = hasLog(database);
    if (!there || !*there)
        return there ? Result<ChangeCounts>(said) : fail(there.error());
    Result<Statement> rows = database.prepare("SELECT body FROM record ORDER BY sequence DESC LIMIT ?1");
    if (!rows)
        return fail(rows.error());
    Result<bool> row = rows->bind(1, Farthest).step();
    for (; row && *row && (said.vault == 0 || said.registered == 0); row = rows->step()) {
        const Result<AuditRecord> record = decodeAuditRecord(rows->blob(0));
        if (!record)
            return fail(record.error());
        if (said.vault == 0)
            said.vault = record->vaultChanges;
        if (said.registered == 0)
            said.registered = record->registerChanges;
    }
    if (!row)
        return fail(row.error());
    return said;
}

ContentSum registerSum(Database& database) {
    QStringList log;
    for (const char* table : LogTables)
        log.append(QString::fromLatin1(table));
    return {database, ErrorCode::RegisterRolledBack, log};
}

Result<> checkRegister(Database& database, quint64 said) {
    const ContentSum content = registerSum(database);
    const Result<bool> there = content.exists();
    if (!there)
        return fail(there.error());
    if (!*there && said == 0)
        return {};
    const Result<quint64> changes = content.changes();
    if (!changes)
        return fail(changes.error());
    if (*changes < said) {
        return fail(
            ErrorCode::RegisterRolledBack,
            u"the register says it was changed %1 times, the log knows of %2"_s.arg(*changes).arg(said));
    }
    return content.verify();
}

Result<> checkRegister(Database& database) {
    const Result<ChangeCounts> said = saidChanges(database);
    return said ? checkRegister(database, said->registered) : fail(said.error());
}

} // namespace madoguchi
