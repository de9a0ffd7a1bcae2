// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Keeps which reader is for whom (table reader_part). Main thread.
#pragma once

#include "app/session/session.h"
#include "app/station/readerassignment.h"
#include "app/storage/database.h"

namespace madoguchi {

class ReaderStore {
public:
    /// `database` is station.db, migrated; it must outlive the object.
    explicit ReaderStore(Database& database);

    /// For the login; nothing is assigned on a new station. Errors: DatabaseFailed.
    Result<ReaderAssignment> load() const;
    /// ViewStation. Errors: SessionEnded, PermissionDenied, DatabaseFailed.
    Result<ReaderAssignment> view(const Session& session) const;
    /// AssignReaders. In force at the next insertion of a card; a running session keeps its reader. Errors:
    /// SessionEnded, PermissionDenied, InputInvalid when both parts name one reader, DatabaseFailed,
    /// DiskFull.
    Result<> assign(const Session& session, const ReaderAssignment& assignment);

private:
    Result<> write(const QString& part, const QString& reader);
    Database& m_database;
};

} // namespace madoguchi
