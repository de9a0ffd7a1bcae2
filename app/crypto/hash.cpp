// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/hash.h"

#include <new>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

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

HmacSha256::HmacSha256()
    : m_algorithm(EVP_MAC_fetch(nullptr, "HMAC", nullptr)), m_context(EVP_MAC_CTX_new(m_algorithm.get())) {
    require(m_algorithm && m_context);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, sizeof(digest) - 1),
        OSSL_PARAM_construct_end()};
    require(EVP_MAC_CTX_set_params(m_context.get(), parameters) == 1);
}

void HmacSha256::begin(QByteArrayView key) {
    require(EVP_MAC_init(m_context.get(), reinterpret_cast<const unsigned char*>(key.data()),
                         static_cast<std::size_t>(key.size()), nullptr) == 1);
}

void HmacSha256::add(QByteArrayView bytes) {
    require(EVP_MAC_update(m_context.get(), reinterpret_cast<const unsigned char*>(bytes.data()),
                           static_cast<std::size_t>(bytes.size())) == 1);
}

Sha256Digest HmacSha256::finish() {
    Sha256Digest sum;
    std::size_t size = 0;
    require(EVP_MAC_final(m_context.get(), sum.data(), &size, sum.size()) == 1 && size == sum.size());
    return sum;
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
