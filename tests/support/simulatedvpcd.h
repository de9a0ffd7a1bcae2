// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A simulated card behaving in vpcd's virtual reader, for a VpcdCard. The card's own thread.
#pragma once

#include "smartcard/simulator/simulatedcard.h"
#include "tests/support/vpcdcard.h"

#include <memory>

namespace madoguchi {

inline VpcdBehaviour behaviourOf(const std::shared_ptr<SimulatedCard>& card) {
    return {.command = [card](QByteArrayView command) { return card->transmit(command); },
            .reset = [card] { card->reset(); },
            .atr = card->atr()};
}

} // namespace madoguchi
