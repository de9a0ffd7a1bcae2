// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/signingkey.h"

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype PublicKeyBytes = 32;
constexpr qsizetype SignatureBytes = 64;

} // namespace

SigningKey::SigningKey(openssl::Key key) : m_key(std::move(key)) {}

Result<SigningKey> SigningKey::fromSeed(const SecretBytes& seed) {
    if (seed.size() != SeedBytes)
        return fail(ErrorCode::CryptoFailed, u"an Ed25519 seed has 32 bytes"_s);
    openssl::Key key(EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr, seed.data(), seed.size()));
    if (!key)
        return openssl::failure("reading an Ed25519 key");
    return SigningKey(std::move(key));
}

Result<QByteArray> SigningKey::sign(QByteArrayView message) const {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(SignatureBytes, Qt::Uninitialized);
    auto size = static_cast<std::size_t>(signature.size());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(message.data()),
                       static_cast<std::size_t>(message.size())) != 1)
        return openssl::failure("signing with Ed25519");
    return signature;
}

QByteArray SigningKey::publicKey() const {
    QByteArray bytes(PublicKeyBytes, Qt::Uninitialized);
    auto size = static_cast<std::size_t>(bytes.size());
    EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
    return bytes;
}

Result<PublicKey> verifyingKey(QByteArrayView publicKey) {
    openssl::Key key(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr,
                                                    reinterpret_cast<const unsigned char*>(publicKey.data()),
                                                    static_cast<std::size_t>(publicKey.size())));
    if (!key)
        return openssl::failure("reading an Ed25519 public key");
    return PublicKey(std::move(key));
}

} // namespace madoguchi
