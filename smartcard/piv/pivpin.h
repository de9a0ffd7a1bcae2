// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What can be said about a PIN on the host, so that a typing mistake never costs a try on the card, and what
// a card said about it. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QObject>

#include <optional>

namespace madoguchi {

// A class around the enum, because Qt names the values of an enum only inside one.
class PadProblemNames {
    Q_GADGET
public:
    /// Why no PIN came from the reader's keys to the card.
    enum class PadProblem {
        Cancelled,
        TimedOut,
        WrongLength,
        NewPinsDiffer,
        Unusable, ///< the reader claims keys that do not work
    };
    Q_ENUM(PadProblem)
};
using PadProblem = PadProblemNames::PadProblem;

/// Such as "TimedOut", for the record; empty for none.
QString padProblemName(std::optional<PadProblem> problem);

/// Where a PIN comes from.
enum class PinEntry {
    Typed, ///< into this program
    OnPad, ///< on the reader's own keys: this program never has it
};

struct PinOutcome {
    enum class Kind {
        Accepted,
        Wrong,
        Blocked,
        NotEntered, ///< only from a pad: the card says that its counter did not move
        Unsettled,  ///< only of a change on a pad: the old PIN holds, or the new one
    };

    Kind kind = Kind::Blocked;
    int triesLeft = 0;                      ///< after Wrong, at least 1
    std::optional<PadProblem> problem = {}; ///< after NotEntered and Unsettled

    bool operator==(const PinOutcome&) const = default;
};

/// PINs and PUKs have 6 to 8 printable ASCII characters. Errors: PinMalformed.
Result<> checkPinFormat(const SecretBytes& pin);

/// The 8 bytes that go to the card: the PIN, then FF (SP 800-73-4 part 2, 2.4.3).
SecretBytes paddedPin(const SecretBytes& pin);

} // namespace madoguchi
