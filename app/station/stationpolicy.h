// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The rules of this station that its system administrator decides, with their defaults. A value; any thread.
#pragma once

#include "app/base/result.h"
#include "app/issuing/revocationpolicy.h"
#include "app/login/lockoutpolicy.h"
#include "app/login/pinpolicy.h"

#include <QJsonObject>

#include <chrono>

namespace madoguchi {

struct StationPolicy {
    LockoutPolicy lockout;
    std::chrono::minutes coverAfter{3}; ///< without a key press or movement; the screen is covered
    std::chrono::minutes lockAfter{5};  ///< the session is locked
    /// A card that was registered without 9E is proven genuine with 9A, after the PIN; a made-up card that
    /// shows its CHUID is asked for the PIN then, and learns it. A card registered with 9E always proves
    /// itself with that.
    bool allowCardWithoutCardKey = false;
    PinPolicy pins;
    /// Beside every field for a PIN stands a keypad on the screen, its digits in another order each time.
    bool shuffledKeypad = false;
    /// PINs are entered on the reader's own keys where it has them, and never reach this program.
    bool usePinPads = true;
    /// So is a PIN that its holder changes. Nothing of `pins` but 6 to 8 digits can be asked of it then, and
    /// no hash of the former one is kept.
    bool changePinOnPad = false;
    /// A blank card must show, by its maker's key, that its new keys were made on it (smartcard attestation).
    bool requireAttestation = false;
    /// An operator may have a second card in force, such as one for each of two places of work.
    bool severalCards = false;
    RevocationPolicy revocation;

    bool operator==(const StationPolicy&) const = default;
};

/// Errors: InputInvalid, with the value's name, for what would leave the station unprotected or unusable.
Result<> check(const StationPolicy& policy);

QJsonObject toJson(const StationPolicy& policy);
/// What is missing keeps its default. Errors: InputInvalid.
Result<StationPolicy> policyFromJson(const QJsonObject& json);

} // namespace madoguchi
