// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What each operator did since the day began, as counts for the supervisor: no names, no contents. Thread of
// the Database.
#pragma once

#include "app/session/session.h"
#include "app/storage/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace madoguchi {

struct OperatorActivity {
    QString operatorId; ///< empty: whatever happened before anybody was known, such as a foreign card
    int logins = 0;     ///< unlockings not counted
    int wrongPins = 0;
    int refusals = 0; ///< cards and actions that a rule or a permission refused; without wrong PINs
    int failures = 0; ///< actions that broke
    int draftsCreated = 0;
    int draftsSaved = 0;
    int draftsHandedOver = 0;
    int draftsDeleted = 0;

    bool operator==(const OperatorActivity&) const = default;
};

/// By operator id. Permission: ViewTodayActivity. Errors: PermissionDenied, SessionEnded, RecordCorrupt,
/// DatabaseFailed, DatabaseCorrupt.
Result<QList<OperatorActivity>> summariseActivity(const Session& session, Database& database,
                                                  const QDateTime& dayStart);

} // namespace madoguchi
