// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The host's side of PIV keys: what to have signed, in which form, and whether the answer is right.
// Signatures are ECDSA with SHA-256 on P-256, ECDSA with SHA-384 on P-384, RSASSA-PKCS1-v1_5 with SHA-256 on
// RSA-2048. Any thread.
#pragma once

#include "app/base/result.h"
#include "smartcard/piv/pivkey.h"

#include <QByteArray>
#include <QByteArrayView>

namespace madoguchi {

/// Which algorithm the key of a DER certificate wants. Errors: CertificateMalformed, CertificateKeyUnsuitable
/// for every other kind or size of key.
Result<PivAlgorithm> algorithmOfCertificate(QByteArrayView certificate);

/// Bytes of a digest for `algorithm`: 48 for P-384, else 32.
qsizetype digestSize(PivAlgorithm algorithm);
/// The digest of `message` as `algorithm` wants it. Errors: CryptoFailed.
Result<QByteArray> digestFor(PivAlgorithm algorithm, QByteArrayView message);

/// What goes into the card's GENERAL AUTHENTICATE: the digest itself, or for RSA the 256 bytes of RFC 8017,
/// 9.2 around it. `digest` has digestSize() bytes, else InputInvalid.
Result<QByteArray> signatureInput(PivAlgorithm algorithm, QByteArrayView digest);

/// Checks `signature` (ECDSA: DER) over `message` with the certificate's key. Errors: CardNotGenuine when it
/// does not fit, and those of algorithmOfCertificate().
Result<> verifySignature(QByteArrayView certificate, QByteArrayView message, QByteArrayView signature);

/// Whether `point` (04 X Y) lies on P-256. Errors: InputInvalid when not.
Result<> checkP256Point(QByteArrayView point);

} // namespace madoguchi
