// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A public key of a certificate or card, with the signatures it verifies. A value, cheap to copy; any thread.
#pragma once

#include "app/base/openssl.h"

#include <QByteArray>

#include <memory>

namespace madoguchi {

enum class KeyAlgorithm {
    EcP256,
    EcP384,
    Rsa2048,
    OtherRsa, ///< of another size; verifies, but PIV login does not use it
    Ed25519,
    Unsupported,
};

class PublicKey {
public:
    /// An uncompressed point on P-256: 04 || x || y, 65 bytes. Points off the curve are refused.
    /// Errors: CertificateKeyUnsuitable.
    static Result<PublicKey> fromP256Point(QByteArrayView point);
    /// Takes over `key`, which holds a public or a whole key.
    explicit PublicKey(openssl::Key key);

    KeyAlgorithm algorithm() const { return m_algorithm; }
    /// SubjectPublicKeyInfo, DER.
    QByteArray spki() const;
    /// The uncompressed point of an EC key; empty for other keys.
    QByteArray point() const;
    EVP_PKEY* handle() const { return m_key.get(); }

    /// Hashes `message` with SHA-256 (P-384: SHA-384; Ed25519: as it is) and verifies: ECDSA as DER, RSA as
    /// PKCS #1 v1.5. A wrong signature is false, not an error. Errors: CertificateKeyUnsuitable.
    Result<bool> verifies(QByteArrayView message, QByteArrayView signature) const;
    /// The same for a digest made elsewhere: 32 bytes (SHA-256) or 48 (SHA-384). EC and RSA keys only.
    Result<bool> verifiesDigest(QByteArrayView digest, QByteArrayView signature) const;

private:
    std::shared_ptr<EVP_PKEY> m_key;
    KeyAlgorithm m_algorithm;
};

} // namespace madoguchi
