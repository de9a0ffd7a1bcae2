// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Makes simulated PIV cards: blank ones, and ones that are personalised with keys, certificates from a given
// authority, CHUID and the other objects that a card comes with. Any thread.
#pragma once

#include "smartcard/simulator/cardcontent.h"
#include "smartcard/simulator/certificateauthority.h"

#include <optional>

namespace madoguchi {

/// What a card is to be. The PIN and the PUK have no default: whoever orders a card chooses them.
struct CardOrder {
    CertificateSubject subject;
    CertificateValidity validity = CertificateValidity::years(3);
    QByteArray pin;              ///< 6 to 8 digits
    QByteArray puk;              ///< 8 digits
    std::optional<int> pinTries; ///< none: as many as such a card has
    std::optional<int> pukTries;
    CardPersonality personality = CardPersonality::plain();
    CardKeyAlgorithm authenticationAlgorithm = CardKeyAlgorithm::P256; ///< 9A
    CardKeyAlgorithm signatureAlgorithm = CardKeyAlgorithm::P256;      ///< 9C
    CardKeyAlgorithm managementAlgorithm = CardKeyAlgorithm::P256;     ///< 9D
    CardKeyAlgorithm cardAlgorithm = CardKeyAlgorithm::P256;           ///< 9E
    bool withCardAuthentication = true;                                ///< a 9E key and certificate
};

/// The card as its maker delivers it: empty, with the PIN (123456), PUK (12345678) and management key that
/// everybody knows.
CardContent blankCardContent(CardPersonality personality);

/// A card with fresh keys and a fresh GUID. InputInvalid for an impossible PIN, PUK or subject; CryptoFailed.
Result<CardContent> makeCard(const CardOrder& order, const CertificateAuthority& authority);

/// Gives a card what it needs for secure messaging: key 04, its certificate, and a signer of its own whom
/// nobody knows. CryptoFailed.
Result<> addMessagingKey(CardContent& card, const CardOrder& order, const CertificateAuthority& authority);

} // namespace madoguchi
