// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Sets a station up: its folder, terminal key, database, facts and the first records of its log. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/station/stationfolder.h"
#include "app/station/stationpolicy.h"

namespace madoguchi {

struct StationOrder {
    QString office;          ///< code of the office
    QString terminal;        ///< name of the terminal
    QByteArray authorityPem; ///< the certificates that operator cards are to be trusted by
    StationPolicy policy = {};
};

/// Makes the folder (0700) when missing. Killed halfway it can be called again. Errors: StationExists when
/// there is one, or a vault without one; CertificateMalformed; InputInvalid (see checkStationNames());
/// StationInUse, FileUnwritable, DiskFull, and those of Database::open() and AuditWriter::open().
Result<> initialiseStation(const StationFolder& folder, const StationOrder& order, const Clock& clock);

} // namespace madoguchi
