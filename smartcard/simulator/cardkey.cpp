// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardkey.h"

#include "smartcard/simulator/bertlv.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int RsaBits = 2048;

struct AlgorithmRow {
    CardKeyAlgorithm algorithm;
    const char* name;
    const char* group; ///< OpenSSL's name of the curve; none for RSA
    int fieldSize;
};

constexpr std::array<AlgorithmRow, 3> Algorithms = {{
    {CardKeyAlgorithm::Rsa2048, "rsa2048", nullptr, RsaBits / 8},
    {CardKeyAlgorithm::P256, "p256", "prime256v1", 32},
    {CardKeyAlgorithm::P384, "p384", "secp384r1", 48},
}};

const AlgorithmRow& rowOf(CardKeyAlgorithm algorithm) {
    for (const AlgorithmRow& row : Algorithms) {
        if (row.algorithm == algorithm)
            return row;
    }
    Q_UNREACHABLE();
}

std::optional<CardKeyAlgorithm> algorithmOf(const EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "RSA") && EVP_PKEY_get_bits(key) == RsaBits)
        return CardKeyAlgorithm::Rsa2048;
    char group[64] = {};
    if (!EVP_PKEY_is_a(key, "EC") || EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1)
        return {};
    for (const AlgorithmRow& row : Algorithms) {
        if (row.group && qstrcmp(row.group, group) == 0)
            return row.algorithm;
    }
    return {};
}

const unsigned char* unsignedData(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* unsignedData(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray number(const EVP_PKEY* key, const char* parameter) {
    BIGNUM* value = nullptr;
    if (EVP_PKEY_get_bn_param(key, parameter, &value) != 1)
        return {};
    QByteArray bytes(BN_num_bytes(value), '\0');
    BN_bn2bin(value, unsignedData(bytes));
    BN_free(value);
    return bytes;
}

Result<QByteArray> ecdsa(EVP_PKEY* key, QByteArrayView hash) {
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (!context || EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_sign(context.get(), unsignedData(signature), &size, unsignedData(hash),
                      static_cast<std::size_t>(hash.size())) != 1)
        return openssl::failure("signing with ECDSA");
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

// Decryption without padding is the bare private operation, for signatures as well.
Result<QByteArray> rawRsa(EVP_PKEY* key, QByteArrayView input) {
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    QByteArray output(input.size(), '\0');
    std::size_t size = static_cast<std::size_t>(output.size());
    if (!context || EVP_PKEY_decrypt_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1 ||
        EVP_PKEY_decrypt(context.get(), unsignedData(output), &size, unsignedData(input),
                         static_cast<std::size_t>(input.size())) != 1)
        return openssl::failure("RSA private operation", ErrorCode::InputInvalid);
    return output;
}

} // namespace

QString cardKeyAlgorithmName(CardKeyAlgorithm algorithm) {
    return QString::fromLatin1(rowOf(algorithm).name);
}

Result<CardKeyAlgorithm> cardKeyAlgorithmNamed(const QString& name) {
    for (const AlgorithmRow& row : Algorithms) {
        if (name == QLatin1StringView(row.name))
            return row.algorithm;
    }
    return fail(ErrorCode::InputInvalid, u"no card key algorithm of that name"_s);
}

std::optional<CardKeyAlgorithm> cardKeyAlgorithmOf(quint8 identifier) {
    for (const AlgorithmRow& row : Algorithms) {
        if (static_cast<quint8>(row.algorithm) == identifier)
            return row.algorithm;
    }
    return {};
}

Result<CardKey> CardKey::generate(CardKeyAlgorithm algorithm) {
    const char* group = rowOf(algorithm).group;
    openssl::Key key(group ? EVP_EC_gen(group) : EVP_RSA_gen(RsaBits));
    if (!key)
        return openssl::failure("making a card key");
    return CardKey(algorithm, std::move(key));
}

Result<CardKey> CardKey::fromPem(QByteArrayView pem) {
    const openssl::BioStream stream(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // the callback keeps OpenSSL from asking for a passphrase on the terminal
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    openssl::Key key(stream ? PEM_read_bio_PrivateKey(stream.get(), nullptr, noPassphrase, nullptr)
                            : nullptr);
    if (!key)
        return openssl::failure("reading a card key", ErrorCode::FileMalformed);
    const auto algorithm = algorithmOf(key.get());
    if (!algorithm)
        return fail(ErrorCode::FileMalformed, u"a card key of another algorithm"_s);
    return CardKey(*algorithm, std::move(key));
}

Result<QByteArray> CardKey::toPem() const {
    const openssl::BioStream stream(BIO_new(BIO_s_mem()));
    if (!stream ||
        PEM_write_bio_PKCS8PrivateKey(stream.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return openssl::failure("writing a card key");
    char* text = nullptr;
    const auto size = BIO_get_mem_data(stream.get(), &text);
    return QByteArray(text, static_cast<qsizetype>(size));
}

Result<QByteArray> CardKey::publicKeyTemplate() const {
    if (m_algorithm == CardKeyAlgorithm::Rsa2048) {
        return simulator::encodeTlv(0x81, number(m_key.get(), OSSL_PKEY_PARAM_RSA_N)) +
               simulator::encodeTlv(0x82, number(m_key.get(), OSSL_PKEY_PARAM_RSA_E));
    }
    unsigned char* point = nullptr;
    const std::size_t size = EVP_PKEY_get1_encoded_public_key(m_key.get(), &point);
    if (size == 0)
        return openssl::failure("encoding a public key");
    const QByteArray bytes(reinterpret_cast<const char*>(point), static_cast<qsizetype>(size));
    OPENSSL_free(point);
    return simulator::encodeTlv(0x86, bytes);
}

Result<QByteArray> CardKey::sign(QByteArrayView input) const {
    const bool rsa = m_algorithm == CardKeyAlgorithm::Rsa2048;
    if (input.isEmpty() || input.size() > fieldSize() || (rsa && input.size() != fieldSize()))
        return fail(ErrorCode::InputInvalid, u"not the size that this key signs"_s);
    return rsa ? rawRsa(m_key.get(), input) : ecdsa(m_key.get(), input);
}

Result<QByteArray> CardKey::agree(QByteArrayView peerPoint) const {
    if (m_algorithm == CardKeyAlgorithm::Rsa2048)
        return fail(ErrorCode::InputInvalid, u"an RSA key has no ECDH"_s);
    const openssl::Key peer(EVP_PKEY_new());
    if (!peer || EVP_PKEY_copy_parameters(peer.get(), m_key.get()) != 1 ||
        EVP_PKEY_set1_encoded_public_key(peer.get(), unsignedData(peerPoint),
                                         static_cast<std::size_t>(peerPoint.size())) != 1)
        return openssl::failure("reading the peer's point", ErrorCode::InputInvalid);
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr));
    QByteArray secret(fieldSize(), '\0');
    std::size_t size = static_cast<std::size_t>(secret.size());
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), peer.get()) != 1 ||
        EVP_PKEY_derive(context.get(), unsignedData(secret), &size) != 1)
        return openssl::failure("ECDH", ErrorCode::InputInvalid);
    return secret;
}

int CardKey::fieldSize() const {
    return rowOf(m_algorithm).fieldSize;
}

} // namespace madoguchi
