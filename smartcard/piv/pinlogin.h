// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From the PIN to the opened vault in one short transaction: SELECT, compare the CHUID, sign a challenge with
// 9E, VERIFY, sign the login challenge with 9A, agree on the vault's or the office key's secret with 9D. 6
// commands with P-256 keys, one more for a card that has both secrets, one or two more where the PIN is
// entered on the reader's keys. On the card's worker thread; the PIN is wiped with the request.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivpin.h"
#include "smartcard/piv/verifygate.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace madoguchi {

struct PinLoginRequest {
    QByteArray chuid;                     ///< of the CardIdentity that the counter asked the PIN for
    QByteArray authenticationCertificate; ///< 9A, DER
    QByteArray cardCertificate;           ///< 9E, DER, as it was proven then; empty: the card has none
    PinReference pinReference = PinReference::Piv;
    SecretBytes pin;            ///< empty for an entry on the reader's keys
    QByteArray challenge;       ///< at least 16 bytes, never used before; signed as a message
    QByteArray vaultPeer;       ///< ephemeral point of the vault's slot, 04 X Y; empty: no agreement wanted
    QByteArray officePeer = {}; ///< the same of the office key's slot
    std::shared_ptr<VerifyGate> gate = {}; ///< passed right before VERIFY; none: nobody asks
    PinEntry entry = PinEntry::Typed;
    QByteArray messagingKey = {}; ///< as for checkSameCard()
};

struct PinLogin {
    PinOutcome pin;
    QByteArray signature; ///< by 9A over the challenge, checked; empty unless the PIN was accepted
    /// ECDH of 9D with `vaultPeer`; none when it was not asked for or the card has no such key.
    std::optional<SecretBytes> vaultSecret;
    std::optional<SecretBytes> officeSecret = {}; ///< the same with `officePeer`
};

/// Errors: PinMalformed, before the card is asked anything; CardChanged when another card is in the reader;
/// CardRemoved when the gate was shut, before the PIN is used; CardNotGenuine when the card does not hold the
/// key of `cardCertificate`, before the PIN is used, or 9A's signature does not fit; InputInvalid for a short
/// challenge or a peer that is not on P-256, before the PIN is used; those of PivApplet.
Result<PinLogin> logInWithPin(CardTransaction& transaction, const PinLoginRequest& request);

} // namespace madoguchi
