// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whether what a card shows belongs to one card and one person. Each certificate alone may be sound and still
// be somebody else's: 9D would then wrap the vault key for another person's card. Pure; any thread.
#pragma once

#include "app/base/result.h"
#include "smartcard/piv/cardidentity.h"

#include <QByteArray>

namespace madoguchi {

/// 9D must name the subject of 9A; where one of them has no subject, the card (as below). 9E names a card
/// rather than a person (SP 800-73-4 part 1, 3.1.3), so it may have the subject of 9A, the same without the
/// person's serial number, or name the card: by the GUID or the FASC-N of its CHUID, in the subject's
/// alternative name (FIPS 201-2, 4.2.2.3 and X.509 profile of the FPKI). `chuid`: content of the object;
/// empty for a card without one. Keys that the card does not have are not asked about. Errors:
/// CardNotGenuine, the detail says of which key; CertificateMalformed.
Result<> checkBelongTogether(const QByteArray& chuid, const CardCertificates& certificates);

} // namespace madoguchi
