// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/lockoutpolicy.h"

#include <algorithm>

namespace madoguchi {

LockoutPenalty penaltyFor(const LockoutPolicy& policy, int failures, int cardTriesLeft) {
    int step = failures - policy.failuresBeforeDelay;
    if (step < 0 && cardTriesLeft <= 1)
        step = 0;
    if (step < 0)
        return {};
    if (step >= policy.delays.size())
        return {{}, true};
    return {policy.delays[step], false};
}

int triesUntilPenalty(const LockoutPolicy& policy, int failures) {
    return std::max(1, policy.failuresBeforeDelay - failures);
}

} // namespace madoguchi
