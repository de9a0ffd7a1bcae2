// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a card shows about where its keys were made: a certificate for each key, signed on the card by a key
// that its maker put there (slot F9), with that key's certificate. Whether any of it is true is for the
// caller to check. Not part of PIV: YubiKeys from 4.3 on (ATTEST, INS F9, P1 the slot; certificate of F9 in
// object 5FFF01). In a conversation on the card's worker thread.
#pragma once

#include "smartcard/cardstack.h"

#include <QByteArray>

#include <optional>

namespace madoguchi {

/// All certificates in DER, as the card gave them.
struct CardAttestation {
    QByteArray device; ///< F9's own, by the maker
    QByteArray authentication;
    QByteArray signature;
    QByteArray keyManagement;
    QByteArray cardAuthentication;

    bool operator==(const CardAttestation&) const = default;
};

/// Of F9, DER; empty where the card has none. PIV is selected; costs no try and changes nothing. Errors:
/// those of exchange(); CardProtocolError or CertificateMalformed for an object that makes no sense.
Result<QByteArray> readDeviceCertificate(CardTransaction& transaction);

/// PIV is selected; costs no try and changes nothing. None: the card can't, or not for all of its keys, as
/// for keys that were not made on it. Errors: those of exchange(); CardProtocolError for a certificate object
/// that makes no sense.
Result<std::optional<CardAttestation>> readAttestation(CardTransaction& transaction);

} // namespace madoguchi
