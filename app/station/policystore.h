// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The station's policy in station.db. Main thread.
#pragma once

#include "app/session/session.h"
#include "app/station/stationpolicy.h"
#include "app/storage/database.h"

#include <functional>

namespace madoguchi {

class PolicyStore {
public:
    /// `database` is station.db, migrated; it must outlive the store.
    explicit PolicyStore(Database& database);

    /// For the program itself, which lives by it; defaults when it was never changed.
    /// Errors: InputInvalid (the stored values make no sense), DatabaseCorrupt, DatabaseFailed.
    Result<StationPolicy> load() const;
    /// ViewPolicy. Errors also: SessionEnded, PermissionDenied.
    Result<StationPolicy> view(const Session& session) const;
    /// ChangePolicy. Errors also: SessionEnded, PermissionDenied; InputInvalid leaves everything as it was.
    Result<> change(const Session& session, const StationPolicy& policy);

    /// For setting the station up and madoguchictl. Errors: InputInvalid, DatabaseFailed, DiskFull.
    Result<> changeAtConsole(const StationPolicy& policy);

private:
    Database& m_database;
};

/// For Enrolment and others that work without a policy of their own: whether somebody may have several cards.
/// `database` must outlive the function, whose errors are those of load().
std::function<Result<bool>()> askSeveralCards(Database& database);
/// The same: whether cards without a 9E key are let in.
std::function<Result<bool>()> askCardsWithoutCardKey(Database& database);

} // namespace madoguchi
