// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The only way into the log. append() returns when the record is durable; after any failure the writer is
// broken and refuses everything, because an action that can't be recorded must not happen. It signs a
// checkpoint every 1,000 records and whenever asked. Main thread.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/base/clock.h"
#include "app/storage/database.h"

#include <memory>

namespace madoguchi {

class AuditWriter {
public:
    /// Opens the log inside the station's database (tables are made by AuditWriter's migrations), checks its
    /// tail against the last checkpoint, and finds out whether the last stop was clean.
    /// `checkpointFile` is written anew, durably, at every checkpoint, so that a database rolled back to an
    /// older state is noticed. Errors: RecordCorrupt, DatabaseFailed, FileUnwritable.
    static Result<std::unique_ptr<AuditWriter>> open(Database& database, const Clock& clock,
                                                     const QString& terminal, const QString& checkpointFile);
    ~AuditWriter();

    /// Gives the record's sequence. Errors: RecordFailed (always, once broken).
    Result<quint64> append(AuditRecord record);
    /// Signs the present tree head; does nothing when it is signed already. Errors: RecordFailed.
    Result<> checkpoint();
    bool isBroken() const;

private:
    struct State;
    explicit AuditWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace madoguchi
