// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/publickey.h"

#include "app/crypto/hash.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype P256PointBytes = 65;
constexpr int Sha384Bytes = 48;

const unsigned char* bytesOf(QByteArrayView view) {
    return reinterpret_cast<const unsigned char*>(view.data());
}

KeyAlgorithm algorithmOf(const EVP_PKEY* key) {
    const int bits = EVP_PKEY_get_bits(key);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return bits == 2048 ? KeyAlgorithm::Rsa2048 : KeyAlgorithm::OtherRsa;
    case EVP_PKEY_ED25519:
        return KeyAlgorithm::Ed25519;
    case EVP_PKEY_EC: {
        char group[64] = {};
        EVP_PKEY_get_group_name(key, group, sizeof group, nullptr);
        const QByteArrayView name(group);
        if (name == "prime256v1")
            return KeyAlgorithm::EcP256;
        return name == "secp384r1" ? KeyAlgorithm::EcP384 : KeyAlgorithm::Unsupported;
    }
    default:
        return KeyAlgorithm::Unsupported;
    }
}

bool isEc(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm::EcP256 || algorithm == KeyAlgorithm::EcP384;
}

bool isRsa(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm::Rsa2048 || algorithm == KeyAlgorithm::OtherRsa;
}

// OpenSSL answers 0 or a negative number to a signature that is wrong or makes no sense; both are "no".
bool accepted(int answer) {
    ERR_clear_error();
    return answer == 1;
}

} // namespace

PublicKey::PublicKey(openssl::Key key)
    : m_key(key.release(), EVP_PKEY_free)
    , m_algorithm(m_key ? algorithmOf(m_key.get()) : KeyAlgorithm::Unsupported) {}

Result<PublicKey> PublicKey::fromP256Point(QByteArrayView point) {
    if (point.size() != P256PointBytes || point.front() != 0x04)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"not an uncompressed P-256 point"_s);
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    char group[] = "prime256v1";
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
                               OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY,
                                                                 const_cast<char*>(point.data()),
                                                                 static_cast<std::size_t>(point.size())),
                               OSSL_PARAM_construct_end()};
    EVP_PKEY* made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        return openssl::failure("reading a P-256 point", ErrorCode::CertificateKeyUnsuitable);
    openssl::Key key(made);
    const openssl::KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (!check || EVP_PKEY_public_check(check.get()) != 1)
        return openssl::failure("checking a P-256 point", ErrorCode::CertificateKeyUnsuitable);
    return PublicKey(std::move(key));
}

QByteArray PublicKey::spki() const {
    const int size = i2d_PUBKEY(m_key.get(), nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto* next = reinterpret_cast<unsigned char*>(der.data());
    i2d_PUBKEY(m_key.get(), &next);
    return der;
}

QByteArray PublicKey::point() const {
    std::size_t size = 0;
    if (!isEc(m_algorithm) ||
        EVP_PKEY_get_octet_string_param(m_key.get(), OSSL_PKEY_PARAM_PUB_KEY, nullptr, 0, &size) != 1)
        return {};
    QByteArray point(static_cast<qsizetype>(size), Qt::Uninitialized);
    EVP_PKEY_get_octet_string_param(m_key.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                    reinterpret_cast<unsigned char*>(point.data()), size, &size);
    return point;
}

Result<bool> PublicKey::verifies(QByteArrayView message, QByteArrayView signature) const {
    if (m_algorithm == KeyAlgorithm::EcP384)
        return verifiesDigest(sha384(message), signature);
    if (m_algorithm != KeyAlgorithm::Ed25519)
        return verifiesDigest(Sha256().digest(message), signature);
    const openssl::DigestContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1)
        return openssl::failure("Ed25519");
    return accepted(EVP_DigestVerify(context.get(), bytesOf(signature),
                                     static_cast<std::size_t>(signature.size()), bytesOf(message),
                                     static_cast<std::size_t>(message.size())));
}

Result<bool> PublicKey::verifiesDigest(QByteArrayView digest, QByteArrayView signature) const {
    if (!isEc(m_algorithm) && !isRsa(m_algorithm))
        return fail(ErrorCode::CertificateKeyUnsuitable, u"this kind of key verifies no digest"_s);
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr));
    const EVP_MD* hash = digest.size() == Sha384Bytes ? EVP_sha384() : EVP_sha256();
    if (!context || EVP_PKEY_verify_init(context.get()) != 1 ||
        (isRsa(m_algorithm) && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1) ||
        EVP_PKEY_CTX_set_signature_md(context.get(), hash) != 1)
        return openssl::failure("verifying a signature");
    return accepted(EVP_PKEY_verify(context.get(), bytesOf(signature),
                                    static_cast<std::size_t>(signature.size()), bytesOf(digest),
                                    static_cast<std::size_t>(digest.size())));
}

} // namespace madoguchi
