// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditexport.h"

#include "app/storage/statement.h"
#include "app/text/csv.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr char CsvHead[] = "\xef\xbb\xbf"
                           "sequence,time,since_boot_ms,boot_id,terminal,session,operator,card,action,phase,"
                           "outcome,attempt,target,details,checkpoint_root,"
                           "vault_changes,register_changes\r\n";

QString phaseName(AuditPhase phase) {
    switch (phase) {
    case AuditPhase::Event:
        return u"event"_s;
    case AuditPhase::Attempt:
        return u"attempt"_s;
    case AuditPhase::Outcome:
        return u"outcome"_s;
    }
    return {};
}

QString outcomeName(AuditOutcome outcome) {
    switch (outcome) {
    case AuditOutcome::None:
        return {};
    case AuditOutcome::Done:
        return u"done"_s;
    case AuditOutcome::Refused:
        return u"refused"_s;
    case AuditOutcome::Failed:
        return u"failed"_s;
    }
    return {};
}

QString attemptText(const AuditRecord& record) {
    return record.phase == AuditPhase::Outcome ? QString::number(record.attempt) : QString();
}

QString countText(quint64 count) {
    return count ? QString::number(count) : QString();
}

QString hexText(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toHex());
}

QJsonObject detailsObject(const AuditRecord& record) {
    QJsonObject details;
    for (auto entry = record.details.begin(); entry != record.details.end(); ++entry)
        details.insert(entry.key(), entry.value());
    return details;
}

bool writeAll(QIODevice& out, const QByteArray& bytes) {
    return out.write(bytes) == bytes.size();
}

Result<quint64> writeRecords(Statement& rows, AuditExportFormat format, QIODevice& out) {
    quint64 written = 0;
    const auto unwritable = [&out] { return fail(ErrorCode::FileUnwritable, out.errorString()); };
    if (format == AuditExportFormat::Csv && !writeAll(out, CsvHead))
        return unwritable();
    Result<bool> row = rows.step();
    for (; row && *row; row = rows.step(), ++written) {
        const Result<AuditRecord> record = decodeAuditRecord(rows.blob(0));
        if (!record)
            return fail(record.error());
        const QByteArray line = format == AuditExportFormat::Csv ? auditRecordAsCsv(*record) + "\r\n"
                                                                 : auditRecordAsJson(*record) + '\n';
        if (!writeAll(out, line))
            return unwritable();
    }
    if (!row)
        return fail(row.error());
    return written;
}

} // namespace

QByteArray auditRecordAsJson(const AuditRecord& record) {
    QJsonObject object{
        {u"sequence"_s, static_cast<qint64>(record.sequence)},
        {u"time"_s, record.time.toString(Qt::ISODateWithMs)},
        {u"sinceBootMs"_s, record.sinceBoot},
        {u"bootId"_s, QString::fromUtf8(record.bootId)},
        {u"terminal"_s, record.terminal},
        {u"session"_s, record.session},
        {u"operator"_s, record.operatorId},
        {u"card"_s, record.card},
        {u"action"_s, record.action},
        {u"phase"_s, phaseName(record.phase)},
        {u"outcome"_s, outcomeName(record.outcome)},
        {u"target"_s, record.target},
        {u"details"_s, detailsObject(record)},
    };
    if (record.vaultChanges != 0)
        object.insert(u"vaultChanges"_s, static_cast<qint64>(record.vaultChanges));
    if (record.registerChanges != 0)
        object.insert(u"registerChanges"_s, static_cast<qint64>(record.registerChanges));
    if (!record.checkpointRoot.isEmpty())
        object.insert(u"checkpointRoot"_s, hexText(record.checkpointRoot));
    if (record.phase == AuditPhase::Outcome)
        object.insert(u"attempt"_s, static_cast<qint64>(record.attempt));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray auditRecordAsCsv(const AuditRecord& record) {
    const QByteArray details = record.details.isEmpty()
                                   ? QByteArray()
                                   : QJsonDocument(detailsObject(record)).toJson(QJsonDocument::Compact);
    const QString cells[] = {QString::number(record.sequence),
                             record.time.toString(Qt::ISODateWithMs),
                             QString::number(record.sinceBoot),
                             QString::fromUtf8(record.bootId),
                             record.terminal,
                             record.session,
                             record.operatorId,
                             record.card,
                             record.action,
                             phaseName(record.phase),
                             outcomeName(record.outcome),
                             attemptText(record),
                             record.target,
                             QString::fromUtf8(details),
                             hexText(record.checkpointRoot),
                             countText(record.vaultChanges),
                             countText(record.registerChanges)};
    QByteArray line;
    for (const QString& cell : cells) {
        line += csvCell(cell);
        line += ',';
    }
    line.chop(1);
    return line;
}

Result<quint64> exportAuditAsAdministrator(Database& database, AuditExportFormat format, QIODevice& out) {
    Result<Statement> rows = database.prepare("SELECT body FROM record ORDER BY sequence");
    if (!rows)
        return fail(rows.error());
    return writeRecords(*rows, format, out);
}

QString exportCheckpointPath(const QString& exportPath) {
    return exportPath + ".checkpoint"_L1;
}

Result<quint64> exportAudit(const Session& session, Database& database, AuditExportFormat format,
                            QIODevice& out) {
    if (const Result<> allowed = session.require(Permission::ExportAuditLog); !allowed)
        return fail(allowed.error());
    return exportAuditAsAdministrator(database, format, out);
}

} // namespace madoguchi
