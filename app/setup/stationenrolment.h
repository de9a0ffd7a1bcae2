// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An Enrolment with all that it needs of a station that was just opened, for madoguchictl and the set-up. Of
// an outside authority's card it notes that the PIN is to be changed: who chose it is not known. The thread
// that opened the station.
#pragma once

#include "app/operators/enrolment.h"
#include "app/station/station.h"

#include <memory>

namespace madoguchi {

class StationEnrolment {
public:
    /// `station` must outlive the object. Errors: those of OfficeAuthority::trustedForNewCards().
    static Result<std::unique_ptr<StationEnrolment>> open(Station& station);

    Enrolment& enrolment() { return m_enrolment; }

private:
    StationEnrolment(Station& station, CertificateVerifier authority);
    CertificateVerifier m_authority;
    OperatorDirectory m_directory;
    Enrolment m_enrolment;
};

} // namespace madoguchi
