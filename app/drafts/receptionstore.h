// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Receptions (受付): every piece of work and every search belongs to one. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/drafts/draft.h"
#include "app/drafts/vault.h"
#include "app/procedures/purpose.h"
#include "app/session/session.h"

#include <QList>

namespace madoguchi {

class ReceptionStore {
public:
    /// `vault` and `clock` must outlive the store; `purposes`: those that a reception may have.
    ReceptionStore(Vault& vault, const Clock& clock, QList<Purpose> purposes);

    // Errors of all: SessionEnded, PermissionDenied, DatabaseFailed, DatabaseCorrupt.

    /// Takes the next number of the day (local date). OpenReception. Errors: InputInvalid for the id of a
    /// purpose that is not on the list; DiskFull.
    Result<Reception> open(const Session& session, const QString& purpose);
    /// One of the session's own, or one that a draft of hers belongs to. ViewOwnDrafts.
    /// Errors: ReceptionMissing.
    Result<Reception> find(const Session& session, const QString& number);
    /// The session's own, the newest first, at most `limit`. OpenReception.
    Result<QList<Reception>> recent(const Session& session, int limit = 50);

private:
    Database& m_database;
    const Clock& m_clock;
    QList<Purpose> m_purposes;
};

} // namespace madoguchi
