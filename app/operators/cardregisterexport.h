// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The register of cards with the whole history, and the list of who may do what, as files: JSON with stable
// names for other programs, CSV in the words of whoever asks for it. Main thread.
#pragma once

#include "app/operators/cardlife.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QIODevice)

namespace madoguchi {

enum class TableFormat { Csv, Json };

/// How people call the columns of a CSV and the ids in their cells; JSON has both as they are.
struct TableWords {
    std::function<QString(const QString& column)> heading;
    std::function<QString(const QString& column, const QString& cell)> cell;
};

/// CSV: a line for each event, and one for a card or person without any. JSON: an array of cards with their
/// events. Gives the number of cards. ExportCardRegister. Errors: PermissionDenied, SessionEnded,
/// DatabaseFailed, DatabaseCorrupt, FileUnwritable.
Result<int> exportCardRegister(const Session& session, const CardLife& life, TableFormat format,
                               const TableWords& words, QIODevice& out);

/// One person of the list that is to be reviewed from time to time.
struct PersonRights {
    Operator person;
    QList<Permission> permissions; ///< of the role; whether it holds today, dates and status tell
};
/// By operator id. ReviewRights.
Result<QList<PersonRights>> reviewRights(const Session& session, const OperatorDirectory& directory);
/// Gives the number of people. Errors: as above.
Result<int> exportRights(const Session& session, const OperatorDirectory& directory, TableFormat format,
                         const TableWords& words, QIODevice& out);

} // namespace madoguchi
