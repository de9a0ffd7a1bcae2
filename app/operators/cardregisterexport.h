// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The register of cards with the whole history, and the list of who may do what, in forms that other programs
// read. Main thread.
#pragma once

#include "app/operators/cardlife.h"

QT_FORWARD_DECLARE_CLASS(QIODevice)

namespace madoguchi {

enum class TableFormat { Csv, Json };

/// CSV: a line for each event, and one for a card or person without any. JSON: an array of cards with their
/// events. Gives the number of cards. ExportCardRegister. Errors: PermissionDenied, SessionEnded,
/// DatabaseFailed, DatabaseCorrupt, FileUnwritable.
Result<int> exportCardRegister(const Session& session, const CardLife& life, TableFormat format,
                               QIODevice& out);

/// One person of the list that is to be reviewed from time to time.
struct PersonRights {
    Operator person;
    QList<Permission> permissions; ///< of the role; whether it holds today, dates and status tell
};
/// By operator id. ReviewRights.
Result<QList<PersonRights>> reviewRights(const Session& session, const OperatorDirectory& directory);
/// Gives the number of people. Errors: as above.
Result<int> exportRights(const Session& session, const OperatorDirectory& directory, TableFormat format,
                         QIODevice& out);

} // namespace madoguchi
