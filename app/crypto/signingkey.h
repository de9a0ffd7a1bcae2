// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Ed25519 (RFC 8032): the key that signs the log's checkpoints. Move-only; any thread, one at a time.
#pragma once

#include "app/base/secretbytes.h"
#include "app/crypto/publickey.h"

namespace madoguchi {

class SigningKey {
public:
    static constexpr std::size_t SeedBytes = 32;

    /// The private key is its 32-byte seed (RFC 8032 5.1.5). Errors: CryptoFailed.
    static Result<SigningKey> fromSeed(const SecretBytes& seed);

    /// 64 bytes. Errors: CryptoFailed.
    Result<QByteArray> sign(QByteArrayView message) const;
    /// 32 bytes.
    QByteArray publicKey() const;

private:
    explicit SigningKey(openssl::Key key);
    openssl::Key m_key;
};

/// The other half, from its 32 bytes. Errors: CryptoFailed.
Result<PublicKey> verifyingKey(QByteArrayView publicKey);

} // namespace madoguchi
