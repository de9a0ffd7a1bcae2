// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who is this card, and is it genuine? The first conversation after a card went in, before any PIN: in a
// transaction on the card's worker thread. 4 commands for a card that the register knows (SELECT, CHUID,
// signature by 9E, empty VERIFY); for others the certificates are read too.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/piv/pivkey.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace madoguchi {

/// DER certificates; empty where the card has none.
struct CardCertificates {
    QByteArray authentication;     ///< 9A, log in
    QByteArray keyManagement;      ///< 9D, opens the vault
    QByteArray cardAuthentication; ///< 9E, proves that the card is genuine

    bool operator==(const CardCertificates&) const = default;
};

/// What the register keeps of a card, so that it need not be read again.
struct KnownCard {
    CardCertificates certificates;
    PinReference pinReference = PinReference::Piv;
    QByteArray messagingKey = {}; ///< as for checkSameCard()
};

/// Finds what is kept for a CHUID. Called on the worker thread, so it must own a snapshot of the register.
using KnownCardLookup = std::function<std::optional<KnownCard>(const QByteArray& chuid)>;

enum class Genuineness {
    Proven,    ///< the card holds the key of its 9E certificate; whether to trust that is the caller's check
    NotProven, ///< the card has no 9E: policy decides whether 9A, after the PIN, is enough
};

struct CardIdentity {
    QByteArray chuid; ///< content of the object; empty for a card without one, then known by its certificates
    CardCertificates certificates;
    bool known = false; ///< the certificates are those of the register and were not read from the card
    Genuineness genuineness = Genuineness::NotProven;
    PinReference pinReference = PinReference::Piv;
    QByteArray messagingKey = {}; ///< PivApplet::messagingKey()
    std::optional<int> pinTries; ///< 0 is blocked; none: the PIN is still verified and the card does not tell
    ReaderFeatures reader = {};  ///< what the reader that the card is in says of itself
};

/// Errors: CardNotPiv; CardNotGenuine when 9E's signature over a random challenge does not fit;
/// SecureMessagingFailed also when a known card does not show the key that is kept;
/// CertificateMalformed and CertificateKeyUnsuitable for the 9E certificate; those of PivApplet.
Result<CardIdentity> readCardIdentity(CardTransaction& transaction, const KnownCardLookup& lookup);

class PivApplet;

/// Whether the card signs a new challenge with the key of that 9E certificate (DER). Errors: CardNotGenuine;
/// CertificateMalformed and CertificateKeyUnsuitable; those of PivApplet.
Result<> proveCardKey(PivApplet& piv, const QByteArray& certificate);

/// Whether this is still the card that was recognised: it shows the same CHUID (empty: none), and signs a new
/// challenge with the key of its 9E certificate (DER; empty: it has none), under secure messaging with that
/// key (04 X Y; empty: none is known of it), so that nobody between card and reader can leave it out. For
/// each conversation that sends a PIN or PUK, right before: what the card proved in an earlier one says
/// nothing about this one. Errors: CardChanged; CardNotGenuine; SecureMessagingFailed; those of PivApplet.
Result<> checkSameCard(PivApplet& piv, const QByteArray& chuid, const QByteArray& cardCertificate,
                       const QByteArray& messagingKey = {});

} // namespace madoguchi
