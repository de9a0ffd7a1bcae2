// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a screen needs to know of a change of cards at one moment. A value; any thread.
#pragma once

#include <chrono>

namespace madoguchi {

/// What is in the reader; with several readers, the card that came last.
enum class SwapReader {
    OwnCard, ///< still
    Empty,
    Reading,
    PivCard,    ///< not hers, and no operator's of this station
    OtherCard,  ///< no PIV card
    Unreadable, ///< it does not answer, or not as a card should
};

struct SwapView {
    SwapReader reader = SwapReader::OwnCard;
    std::chrono::seconds left{}; ///< rounded up

    bool operator==(const SwapView&) const = default;
};

} // namespace madoguchi
