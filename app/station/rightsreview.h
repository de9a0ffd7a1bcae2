// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// That somebody went through who may do what at this station (ICR #36), and until when that does. In
// station.db; the record of it is the caller's. Main thread.
#pragma once

#include "app/session/session.h"
#include "app/storage/database.h"

#include <QDateTime>

#include <optional>

namespace madoguchi {

struct RightsReview {
    QDateTime at; ///< UTC
    QString by;   ///< operator id

    bool operator==(const RightsReview&) const = default;
};

constexpr int RightsReviewDays = 180;

/// None before the first one. Errors: SessionEnded, PermissionDenied without ReviewRights; DatabaseFailed,
/// DatabaseCorrupt.
Result<std::optional<RightsReview>> lastRightsReview(const Session& session, Database& database);
/// By the session's operator, now. Errors as above, and DiskFull.
Result<> noteRightsReview(const Session& session, Database& database, const QDateTime& now);
/// The local day until which the next one is to be done; `stationMade` counts before the first one. Today for
/// what has not been yet at `now`: a clock was ahead.
QDate rightsReviewDue(const std::optional<RightsReview>& last, const QDateTime& stationMade,
                      const QDateTime& now);

} // namespace madoguchi
