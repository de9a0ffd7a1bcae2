// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The private key of the office's root (EC P-384). It lives in the safe: a PKCS #8 file encrypted with a
// passphrase (RFC 5958, PBES2 with scrypt and AES-256, RFC 8018 and 7914), never on a station. Move-only; any
// thread.
#pragma once

#include "app/base/secretbytes.h"
#include "app/crypto/publickey.h"

namespace madoguchi {

class RootKey {
public:
    /// A new key. Errors: CryptoFailed.
    static Result<RootKey> make();
    /// `pem` is what sealed() gave. Errors: FileMalformed; PassphraseWrong, which is also what a damaged file
    /// looks like; CertificateKeyUnsuitable for a key that is not P-384.
    static Result<RootKey> open(QByteArrayView pem, const SecretBytes& passphrase);

    /// Errors: InputInvalid for a passphrase under 12 bytes, or of fewer than 5 different ones.
    static Result<> checkPassphrase(const SecretBytes& passphrase);
    /// "ENCRYPTED PRIVATE KEY" in PEM. Errors: those of checkPassphrase(), CryptoFailed.
    Result<QByteArray> sealed(const SecretBytes& passphrase) const;

    const PublicKey& publicKey() const { return m_publicKey; }
    /// 32 bytes that only the root gives, always the same for the same `purpose`. Errors: CryptoFailed.
    Result<SecretBytes> derived(QByteArrayView purpose) const;
    /// ECDSA with SHA-384, DER. Errors: CryptoFailed.
    Result<QByteArray> sign(QByteArrayView message) const;

    static constexpr std::size_t ShortestPassphrase = 12;
    static constexpr std::size_t FewestDifferent = 5;

private:
    explicit RootKey(openssl::Key key);
    openssl::Key m_key;
    PublicKey m_publicKey;
};

} // namespace madoguchi
