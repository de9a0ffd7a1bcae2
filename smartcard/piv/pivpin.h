// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What can be said about a PIN on the host, so that a typing mistake never costs a try on the card, and what
// a card said about it. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

namespace madoguchi {

struct PinOutcome {
    enum class Kind { Accepted, Wrong, Blocked };

    Kind kind = Kind::Blocked;
    int triesLeft = 0; ///< after Wrong, at least 1

    bool operator==(const PinOutcome&) const = default;
};

/// PINs and PUKs have 6 to 8 printable ASCII characters. Errors: PinMalformed.
Result<> checkPinFormat(const SecretBytes& pin);

/// The 8 bytes that go to the card: the PIN, then FF (SP 800-73-4 part 2, 2.4.3).
SecretBytes paddedPin(const SecretBytes& pin);

} // namespace madoguchi
