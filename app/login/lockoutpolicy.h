// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How many wrong PINs a card may give on this station before it has to wait, and how long. Pure; any thread.
#pragma once

#include <QList>

#include <chrono>

namespace madoguchi {

struct LockoutPolicy {
    int failuresBeforeDelay = 3; ///< in a row; at least 1
    /// The waits after that failure and each one that follows; after the last of them only a supervisor
    /// helps.
    QList<std::chrono::minutes> delays = {std::chrono::minutes(1), std::chrono::minutes(5),
                                          std::chrono::minutes(30)};

    bool operator==(const LockoutPolicy&) const = default;
};

/// What a failure brings about.
struct LockoutPenalty {
    std::chrono::milliseconds delay{0};
    bool untilUnlocked = false;

    bool operator==(const LockoutPenalty&) const = default;
};

/// `failures`: in a row on this station, the newest included. `cardTriesLeft`: what the card's own counter
/// says after it; at 1 or less the station makes the card wait whatever the count, so that the card's own
/// last try is never made in haste.
LockoutPenalty penaltyFor(const LockoutPolicy& policy, int failures, int cardTriesLeft);

/// How many more wrong PINs until the next penalty, at least 1.
int triesUntilPenalty(const LockoutPolicy& policy, int failures);

} // namespace madoguchi
