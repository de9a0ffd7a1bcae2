// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whether a card was made by somebody whom the office trusts, and made its keys itself: the certificates that
// it shows (CardAttestation) are followed to the makers that were named at the console. Pure; any thread.
#pragma once

#include "app/crypto/certificate.h"
#include "smartcard/piv/cardpersonalisation.h"

#include <optional>

namespace madoguchi {

/// What a card showed, and proved.
struct AttestedDevice {
    QString maker;        ///< who signed the device's certificate, its common name
    QString serialNumber; ///< of the device, decimal; empty where it does not tell
    QString version;      ///< of its firmware, such as "5.4.3"; empty where it does not tell

    bool operator==(const AttestedDevice&) const = default;
};

enum class AttestationRule {
    Optional, ///< a card that can't attest will do
    Required,
};

/// None: the card does not attest, or no maker is named to follow it to, and the rule allows that. Errors:
/// AttestationMissing when the rule does not; AttestationWrong when the certificates don't lead to one of
/// `makers`, don't hang together or are about other keys than `keys`, whatever the rule says.
Result<std::optional<AttestedDevice>> checkAttestation(const std::optional<CardAttestation>& shown,
                                                       const CardPublicKeys& keys,
                                                       const QList<Certificate>& makers, AttestationRule rule,
                                                       const QDateTime& now);

} // namespace madoguchi
