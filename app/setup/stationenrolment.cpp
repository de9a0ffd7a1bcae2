// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/setup/stationenrolment.h"

#include "app/issuing/authority.h"
#include "app/station/policystore.h"

#include <utility>

namespace madoguchi {

Result<std::unique_ptr<StationEnrolment>> StationEnrolment::open(Station& station) {
    auto authority = OfficeAuthority(station.database()).trustedForNewCards(station.facts());
    if (!authority)
        return fail(authority.error());
    return std::unique_ptr<StationEnrolment>(new StationEnrolment(station, *std::move(authority)));
}

StationEnrolment::StationEnrolment(Station& station, CertificateVerifier authority)
    : m_authority(std::move(authority))
    , m_directory(station.database())
    , m_enrolment({station.database(), m_directory, station.slots(), station.actions(), m_authority,
                   station.clock(), station.folder().vaultDatabase(), askSeveralCards(station.database()),
                   [&station] { return station.audit().vaultChanges(); }}) {}

} // namespace madoguchi
