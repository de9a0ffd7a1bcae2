// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/rootkey.h"

#include "app/crypto/hkdf.h"

#include <bitset>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Encrypted = std::unique_ptr<X509_SIG, openssl::Deleter<X509_SIG_free>>;
using KeyInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, openssl::Deleter<PKCS8_PRIV_KEY_INFO_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, openssl::Deleter<X509_ALGOR_free>>;

// RFC 7914. OpenSSL opens no PKCS #8 file that wants 32 MiB or more, so N is small and p makes up for it.
constexpr quint64 ScryptN = 16'384;
constexpr quint64 ScryptR = 8;
constexpr quint64 ScryptP = 8;

const char* text(const SecretBytes& passphrase) {
    return reinterpret_cast<const char*>(passphrase.data());
}

openssl::Key publicHalf(EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const unsigned char* next = der;
    openssl::Key half(size > 0 ? d2i_PUBKEY(nullptr, &next, size) : nullptr);
    OPENSSL_free(der);
    return half;
}

Result<KeyInfo> decrypted(QByteArrayView pem, const SecretBytes& passphrase) {
    const openssl::BioStream stream(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const Encrypted encrypted(stream ? PEM_read_bio_PKCS8(stream.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!encrypted)
        return openssl::failure("reading the root's key", ErrorCode::FileMalformed);
    KeyInfo info(PKCS8_decrypt(encrypted.get(), text(passphrase), static_cast<int>(passphrase.size())));
    if (!info)
        return openssl::failure("opening the root's key", ErrorCode::PassphraseWrong);
    return info;
}

} // namespace

RootKey::RootKey(openssl::Key key) : m_key(std::move(key)), m_publicKey(publicHalf(m_key.get())) {}

Result<RootKey> RootKey::make() {
    openssl::Key key(EVP_EC_gen("secp384r1"));
    if (!key)
        return openssl::failure("making the root's key");
    return RootKey(std::move(key));
}

Result<RootKey> RootKey::open(QByteArrayView pem, const SecretBytes& passphrase) {
    const Result<KeyInfo> info = decrypted(pem, passphrase);
    if (!info)
        return fail(info.error());
    openssl::Key key(EVP_PKCS82PKEY(info->get()));
    if (!key)
        return openssl::failure("reading the root's key", ErrorCode::FileMalformed);
    RootKey root(std::move(key));
    if (root.publicKey().algorithm() != KeyAlgorithm::EcP384)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"the root's key is not P-384"_s);
    return root;
}

Result<> RootKey::checkPassphrase(const SecretBytes& passphrase) {
    if (passphrase.size() < ShortestPassphrase)
        return fail(ErrorCode::InputInvalid, u"the passphrase is too short"_s);
    std::bitset<256> seen;
    for (std::size_t i = 0; i < passphrase.size(); ++i)
        seen.set(passphrase.data()[i]);
    return seen.count() < FewestDifferent ? fail(ErrorCode::InputInvalid, u"the passphrase is too simple"_s)
                                          : Result<>();
}

Result<QByteArray> RootKey::sealed(const SecretBytes& passphrase) const {
    if (const Result<> checked = checkPassphrase(passphrase); !checked)
        return fail(checked.error());
    const KeyInfo info(EVP_PKEY2PKCS8(m_key.get()));
    Algorithm algorithm(
        PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, ScryptN, ScryptR, ScryptP));
    if (!info || !algorithm)
        return openssl::failure("sealing the root's key");
    const Encrypted sealed(
        PKCS8_set0_pbe(text(passphrase), static_cast<int>(passphrase.size()), info.get(), algorithm.get()));
    if (!sealed)
        return openssl::failure("sealing the root's key");
    static_cast<void>(algorithm.release()); // now part of `sealed`
    const openssl::BioStream stream(BIO_new(BIO_s_mem()));
    char* pem = nullptr;
    if (!stream || PEM_write_bio_PKCS8(stream.get(), sealed.get()) != 1)
        return openssl::failure("sealing the root's key");
    const auto size = BIO_get_mem_data(stream.get(), &pem);
    return QByteArray(pem, static_cast<qsizetype>(size));
}

Result<SecretBytes> RootKey::derived(QByteArrayView purpose) const {
    constexpr std::size_t ScalarBytes = 48;
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(m_key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1)
        return openssl::failure("the root's key");
    const std::unique_ptr<BIGNUM, openssl::Deleter<BN_clear_free>> scalar(number);
    SecretBytes bytes(ScalarBytes);
    if (BN_bn2binpad(scalar.get(), bytes.data(), static_cast<int>(ScalarBytes)) < 0)
        return openssl::failure("the root's key");
    return hkdfSha256(bytes, {}, purpose, 32);
}

Result<QByteArray> RootKey::sign(QByteArrayView message) const {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    const auto count = static_cast<std::size_t>(message.size());
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha384(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes, count) != 1)
        return openssl::failure("signing with the root's key");
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes,
                       count) != 1)
        return openssl::failure("signing with the root's key");
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

} // namespace madoguchi
