// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a station is: given when it was set up, and unchanged since. In station.db, so that nobody without
// the terminal key exchanges the authority that cards are trusted by. Main thread.
#pragma once

#include "app/session/session.h"
#include "app/storage/database.h"

#include <QDateTime>

namespace madoguchi {

struct StationFacts {
    QString id;       ///< 32 hexadecimal digits, random
    QString office;   ///< code of the office
    QString terminal; ///< name of the terminal, in every record
    QDateTime madeAt;
    QByteArray authorityPem; ///< the certificates that operator cards are trusted by

    bool operator==(const StationFacts&) const = default;
};

/// For the program itself. Errors: StationMissing when the database was never set up; DatabaseCorrupt,
/// DatabaseFailed.
Result<StationFacts> loadStationFacts(Database& database);
/// For the screen: ViewStation. Errors also: SessionEnded, PermissionDenied.
Result<StationFacts> viewStationFacts(const Session& session, Database& database);
/// Errors: InputInvalid for an office or a terminal without a name, or with one above 64 characters.
Result<> checkStationNames(const QString& office, const QString& terminal);
/// For setting the station up. Errors: StationExists, those of checkStationNames(), DatabaseFailed, DiskFull.
Result<> storeStationFacts(Database& database, const StationFacts& facts);

} // namespace madoguchi
