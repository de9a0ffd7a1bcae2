// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The card verifiable certificate of a card's secure messaging key, and the one between it and the signer,
// SP 800-73-4 part 2, 4.1.5, on P-256. Any thread.
#pragma once

#include "app/base/openssl.h"

#include <QByteArray>
#include <QByteArrayView>

namespace madoguchi {

struct CardVerifiableCertificate {
    enum class Role : quint8 {
        Card = 0x00,
        Intermediate = 0x12,
    };

    QByteArray point;       ///< 04 X Y, not checked yet
    QByteArray signedBytes; ///< what the signature is over
    QByteArray signature;   ///< DER for ECDSA

    /// `content` is what is inside tag 7F21. Errors: CardProtocolError for anything but that role's objects
    /// in their order, or another curve.
    static Result<CardVerifiableCertificate> parse(QByteArrayView content, Role role);

    /// With SHA-256, by an EC or RSA key. Errors: CardNotGenuine when the signature does not fit.
    Result<> checkSignature(const openssl::Key& signer) const;
};

/// The certificate of the card's key, its signature checked by the signer that the card names in the content
/// of its object 5FC122, through the intermediate certificate if there is one in it. That says nothing of
/// whether the signer is to be trusted. `content` as for parse(). Errors: CardProtocolError,
/// CardObjectMissing, CertificateMalformed, InputInvalid (a point off the curve), CardNotGenuine.
Result<CardVerifiableCertificate> checkedCardCertificate(QByteArrayView content, QByteArrayView signerObject);

} // namespace madoguchi
