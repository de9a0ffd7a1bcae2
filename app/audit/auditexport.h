// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Writes the log, oldest first, in forms that other programs read: JSON Lines, and CSV after RFC 4180 with a
// byte-order mark. In CSV a cell that a spreadsheet would run as a formula gets an apostrophe in front.
// Thread of the Database.
#pragma once

#include "app/audit/auditreader.h"

QT_FORWARD_DECLARE_CLASS(QIODevice)

namespace madoguchi {

enum class AuditExportFormat { JsonLines, Csv };

/// Gives the number of records written. Permission: ExportAuditLog. Errors: PermissionDenied, SessionEnded,
/// RecordCorrupt, DatabaseFailed, DatabaseCorrupt, FileUnwritable; what was written by then is incomplete.
Result<quint64> exportAudit(const Session& session, Database& database, AuditExportFormat format,
                            QIODevice& out);
/// Checks no permission: for madoguchictl.
Result<quint64> exportAuditAsAdministrator(Database& database, AuditExportFormat format, QIODevice& out);

/// Where the newest signed checkpoint is put beside an export, to be kept with it.
QString exportCheckpointPath(const QString& exportPath);

/// One record as it is exported, without a line end.
QByteArray auditRecordAsJson(const AuditRecord& record);
QByteArray auditRecordAsCsv(const AuditRecord& record);

} // namespace madoguchi
