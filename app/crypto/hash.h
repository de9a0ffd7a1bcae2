// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// SHA-256, SHA-384 and HMAC. Sha256 fetches the algorithm once (a one-shot EVP_Digest is half as fast), and
// so does HmacSha256; one object per thread. None of these fails except for want of memory (std::bad_alloc).
#pragma once

#include "app/base/openssl.h"
#include "app/base/secretbytes.h"

#include <QByteArray>

#include <array>

namespace madoguchi {

using Sha256Digest = std::array<unsigned char, 32>;

inline QByteArrayView viewOf(const Sha256Digest& digest) {
    return {digest.data(), static_cast<qsizetype>(digest.size())};
}

class Sha256 {
public:
    Sha256();

    void begin();
    void add(QByteArrayView bytes);
    /// Ends what begin() started.
    Sha256Digest finish();

    /// All at once: 32 bytes.
    QByteArray digest(QByteArrayView bytes);

private:
    std::unique_ptr<EVP_MD, openssl::Deleter<EVP_MD_free>> m_algorithm;
    openssl::DigestContext m_context;
};

class HmacSha256 {
public:
    HmacSha256();

    /// `key`: at least one byte.
    void begin(QByteArrayView key);
    void add(QByteArrayView bytes);
    /// Ends what begin() started.
    Sha256Digest finish();

private:
    std::unique_ptr<EVP_MAC, openssl::Deleter<EVP_MAC_free>> m_algorithm;
    std::unique_ptr<EVP_MAC_CTX, openssl::Deleter<EVP_MAC_CTX_free>> m_context;
};

/// 48 bytes.
QByteArray sha384(QByteArrayView bytes);
/// 32 bytes.
QByteArray hmacSha256(const SecretBytes& key, QByteArrayView bytes);

} // namespace madoguchi
