// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is read from a card to enroll it, with the proof that its holder knows the PIN and that it holds the
// keys of its certificates. In a conversation on the card's worker thread, or blocking in madoguchictl.
#pragma once

#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pinlogin.h"

namespace madoguchi {

struct CardProof {
    PinOutcome pin;   ///< unless accepted, the signature is empty
    QByteArray chuid; ///< content of the CHUID object; empty when the card has none
    CardCertificates certificates;
    PinReference pinReference = PinReference::Piv;
    QByteArray challenge;         ///< random, 32 bytes
    QByteArray signature;         ///< of the challenge by 9A, after the PIN
    QByteArray messagingKey = {}; ///< of secure messaging, 04 X Y; empty: the card offers none
    /// The card showed that it holds the key of 9D (VaultKeyChallenge). Without that it gets no vault key.
    bool holdsVaultKey = false;
};

/// What is known of a card before its PIN: all of it is read from the card. Errors: CardObjectMissing without
/// a 9A certificate, CardBlocked, and those of readCardIdentity().
Result<CardIdentity> readCardToProve(CardTransaction& transaction);
/// Uses one try of the PIN unless it is right. `identity`: read in this transaction. Errors: CardNotGenuine
/// after the right PIN when the card does not hold the key of 9D; those of VaultKeyChallenge and
/// logInWithPin().
Result<CardProof> proveCard(CardTransaction& transaction, const CardIdentity& identity, SecretBytes pin);
/// Both in one. Nothing is recorded: for cards of one's own making.
Result<CardProof> proveCard(CardTransaction& transaction, SecretBytes pin);

} // namespace madoguchi
