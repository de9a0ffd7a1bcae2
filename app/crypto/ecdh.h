// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Ephemeral-static ECDH on P-256 (SP 800-56A 6.2.2, one-pass): a new key pair meets the key-management key
// of a card (9D). The card repeats the agreement from the ephemeral point alone. Any thread.
#pragma once

#include "app/base/secretbytes.h"
#include "app/crypto/publickey.h"

namespace madoguchi {

struct EphemeralAgreement {
    QByteArray ephemeralPoint; ///< uncompressed, 65 bytes; to be stored
    SecretBytes sharedSecret;  ///< x coordinate, 32 bytes; goes through HKDF before use
};

/// The ephemeral private key is gone when this returns. Errors: CertificateKeyUnsuitable unless `peer` is
/// on P-256; CryptoFailed.
Result<EphemeralAgreement> agreeWithEphemeralKey(const PublicKey& peer);

} // namespace madoguchi
