// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The simulated cards that fuzzing spoils: made once for each program, with keys of their own.
#pragma once

#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/expect.h"

namespace madoguchi {

inline constexpr char FuzzPin[] = "739154";

inline const CertificateAuthority& fuzzAuthority() {
    static const CertificateAuthority authority = expect(
        CertificateAuthority::make({{}, {}, QStringLiteral("Fuzz"), {}}, CertificateValidity::years(3)));
    return authority;
}

inline CardContent fuzzCardContent(bool withCardAuthentication = true) {
    CardOrder order;
    order.subject = {{}, {}, QStringLiteral("Fuzz card"), QStringLiteral("S1")};
    order.validity = CertificateValidity::years(3);
    order.pin = FuzzPin;
    order.puk = "73915428";
    order.withCardAuthentication = withCardAuthentication;
    return expect(makeCard(order, fuzzAuthority()));
}

} // namespace madoguchi
