// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/hash.h"

#include <new>
#include <openssl/evp.h>

namespace madoguchi {
namespace {

// With a fetched algorithm and valid arguments OpenSSL can only run out of memory here.
void require(bool worked) {
    if (!worked)
        throw std::bad_alloc();
}

} // namespace

Sha256::Sha256() : m_algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(EVP_MD_CTX_new()) {
    require(m_algorithm && m_context);
}

void Sha256::begin() {
    require(EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr) == 1);
}

void Sha256::add(QByteArrayView bytes) {
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size())) == 1);
}

Sha256Digest Sha256::finish() {
    Sha256Digest digest;
    require(EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr) == 1);
    return digest;
}

QByteArray Sha256::digest(QByteArrayView bytes) {
    begin();
    add(bytes);
    return viewOf(finish()).toByteArray();
}

QByteArray sha384(QByteArrayView bytes) {
    QByteArray digest(48, Qt::Uninitialized);
    require(EVP_Q_digest(nullptr, "SHA384", nullptr, bytes.data(), static_cast<std::size_t>(bytes.size()),
                         reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1);
    return digest;
}

QByteArray hmacSha256(const SecretBytes& key, QByteArrayView bytes) {
    QByteArray sum(32, Qt::Uninitialized);
    const unsigned char none = 0;
    const auto* keyBytes = key.isEmpty() ? &none : key.data();
    require(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, keyBytes, key.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()),
                      static_cast<std::size_t>(bytes.size()), reinterpret_cast<unsigned char*>(sum.data()),
                      static_cast<std::size_t>(sum.size()), nullptr) != nullptr);
    return sum;
}

} // namespace madoguchi
