// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The latest time at which anybody is on record, by which a clock that was set back is noticed. What the
// program records of itself does not count, because it may start before the network has set the clock. A
// record with details["clock"] = "accepted" begins anew, for a clock that had been ahead. Each
// "program.start" says it in details["latest"], so that the log need not be read beyond. Thread of the
// Database.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/storage/database.h"

namespace madoguchi {

class LatestTime {
public:
    /// Of a log whose tables are there. Errors: RecordCorrupt, DatabaseFailed, DatabaseCorrupt.
    static Result<LatestTime> of(Database& database);

    void note(const AuditRecord& record);
    QDateTime value() const { return m_value; } ///< UTC; null while nobody is on record
    QMap<QString, QString> forStart() const;    ///< the details of "program.start"

private:
    QDateTime m_value;
};

} // namespace madoguchi
