// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Somebody else, elsewhere, types a wrong PIN into a simulated card. The thread of the test.
#pragma once

#include "smartcard/simulator/simulatedpivcard.h"

namespace madoguchi {

/// Costs a try, whatever the card's make.
inline void typeWrongPin(SimulatedPivCard& card) {
    card.transmit(QByteArray::fromHex("00a404000ba000000308000010000100"));
    card.transmit(QByteArray::fromHex("0020008008303030303030ffff"));
}

inline void useUpTries(SimulatedPivCard& card, int left) {
    while (card.pinTriesLeft() > left)
        typeWrongPin(card);
}

} // namespace madoguchi
