// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whether the supervisor has opened the terminal for work. While it is closed operators are refused at login;
// the other roles are not, so that somebody can open it. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/session/session.h"
#include "app/storage/database.h"

namespace madoguchi {

struct TerminalOpening {
    bool open = true;    ///< a new station is open
    QString changedBy;   ///< operator id; empty when it was never opened or closed
    QDateTime changedAt; ///< null when it was never opened or closed

    bool operator==(const TerminalOpening&) const = default;
};

class TerminalState {
public:
    /// `database` is station.db, migrated; it and `clock` must outlive the object.
    TerminalState(Database& database, const Clock& clock);

    /// For the login and the waiting screen. Errors: DatabaseCorrupt, DatabaseFailed.
    Result<TerminalOpening> present() const;
    /// For the login. Errors: TerminalClosed for an operator while it is closed; DatabaseFailed.
    Result<> admit(Role role) const;

    /// OpenTerminal. Errors: SessionEnded, PermissionDenied, DatabaseFailed, DiskFull.
    Result<> open(const Session& session);
    /// CloseTerminal. From now on operators are refused, one who is logged in at the next look of
    /// AdmissionWatch. Errors as for open().
    Result<> close(const Session& session);

private:
    Result<> change(const Session& session, bool open);
    Database& m_database;
    const Clock& m_clock;
};

} // namespace madoguchi
