// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The card verifiable certificates of secure messaging (SP 800-73-4 part 2, 4.1.5), for the one who signs
// them. Any thread.
#pragma once

#include "smartcard/simulator/cardkey.h"

namespace madoguchi::simulator {

enum class CardCertificateRole : quint8 { Card = 0x00, Intermediate = 0x12 };

struct CardCertificateOrder {
    QByteArray issuer = {};    ///< 8 bytes
    QByteArray subject = {};   ///< the card's GUID; 8 bytes for an intermediate one
    QByteArray publicKey = {}; ///< on P-256, as CardKey::publicKeyTemplate() gives it
    CardCertificateRole role = CardCertificateRole::Card;
};

/// The whole of tag 7F21, signed with SHA-256. CryptoFailed.
Result<QByteArray> signedCardCertificate(const CardCertificateOrder& order, const CardKey& signer);

} // namespace madoguchi::simulator
