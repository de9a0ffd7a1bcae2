// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The simulated cards that fuzzing spoils: made once for each program, with keys of their own.
#pragma once

#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/expect.h"

namespace madoguchi {

inline constexpr char FuzzPin[] = "739154";

inline CardContent fuzzCardContent() {
    const auto validity = CertificateValidity::years(3);
    const auto authority = expect(CertificateAuthority::make({{}, {}, QStringLiteral("Fuzz"), {}}, validity));
    CardOrder order;
    order.subject = {{}, {}, QStringLiteral("Fuzz card"), QStringLiteral("S1")};
    order.validity = validity;
    order.pin = FuzzPin;
    order.puk = "73915428";
    return expect(makeCard(order, authority));
}

} // namespace madoguchi
