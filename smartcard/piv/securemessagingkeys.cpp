// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/securemessagingkeys.h"

#include "smartcard/piv/p256point.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <utility>

namespace madoguchi {
namespace {

using Mac = std::unique_ptr<EVP_MAC, openssl::Deleter<EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, openssl::Deleter<EVP_MAC_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, openssl::Deleter<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, openssl::Deleter<EVP_KDF_CTX_free>>;

constexpr std::size_t KeySize = 16;
constexpr std::size_t SharedSecretSize = 32;
constexpr qsizetype PartOfPoint = 16; // of X and Y one after another
constexpr quint8 Aes128 = 0x09;       // once for each of the four keys
constexpr quint8 NoPersistentBinding = 0x00;

void appendSized(QByteArray& bytes, QByteArrayView value) {
    bytes.append(static_cast<char>(value.size())).append(value);
}

QByteArrayView coordinates(const SecureMessagingParties& parties) {
    return QByteArrayView(parties.hostPoint).sliced(1);
}

/// OtherInfo of 4.1.6.
QByteArray contextOf(const SecureMessagingParties& parties) {
    const QByteArray controlByte(1, NoPersistentBinding); // the same from both sides
    QByteArray context;
    appendSized(context, QByteArray(4, Aes128));
    appendSized(context, parties.hostId);
    appendSized(context, controlByte);
    appendSized(context, coordinates(parties).first(PartOfPoint));
    appendSized(context, parties.cardId);
    appendSized(context, parties.nonce);
    appendSized(context, controlByte);
    return context;
}

const unsigned char* bytesOf(QByteArrayView view) {
    return reinterpret_cast<const unsigned char*>(view.data());
}

/// What OpenSSL reads but does not declare const.
OSSL_PARAM octets(const char* name, const void* data, std::size_t size) {
    return OSSL_PARAM_construct_octet_string(name, const_cast<void*>(data), size);
}

SecretBytes pieceOf(const SecretBytes& bytes, std::size_t index) {
    constexpr auto Size = static_cast<qsizetype>(KeySize);
    return SecretBytes::copyOf(bytes.view().sliced(static_cast<qsizetype>(index) * Size, Size));
}

/// AES on whole blocks; `vector` is nullptr for ECB.
Result<SecretBytes> transform(const EVP_CIPHER* cipher, const SecretBytes& key, const unsigned char* vector,
                              QByteArrayView input, AesDirection direction) {
    const openssl::CipherContext context(EVP_CIPHER_CTX_new());
    SecretBytes output(static_cast<std::size_t>(input.size()));
    int written = 0;
    if (key.size() != KeySize || !context ||
        EVP_CipherInit_ex2(context.get(), cipher, key.data(), vector, static_cast<int>(direction), nullptr) !=
            1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_CipherUpdate(context.get(), output.data(), &written, bytesOf(input),
                         static_cast<int>(input.size())) != 1 ||
        written != input.size())
        return openssl::failure("AES of secure messaging");
    return output;
}

} // namespace

Result<SecureMessagingKeys> deriveSecureMessagingKeys(const SecretBytes& sharedSecret,
                                                      const SecureMessagingParties& parties) {
    const Kdf kdf(EVP_KDF_fetch(nullptr, "SSKDF", nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    const QByteArray info = contextOf(parties);
    char digest[] = "SHA2-256";
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, sharedSecret.data(), sharedSecret.size()),
        octets(OSSL_KDF_PARAM_INFO, info.constData(), static_cast<std::size_t>(info.size())),
        OSSL_PARAM_construct_end()};
    SecretBytes derived(4 * KeySize);
    if (!context || EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters.data()) != 1)
        return openssl::failure("deriving the keys of secure messaging");
    return SecureMessagingKeys{.confirmation = pieceOf(derived, 0),
                               .commandMac = pieceOf(derived, 1),
                               .encryption = pieceOf(derived, 2),
                               .responseMac = pieceOf(derived, 3)};
}

Result<SecretBytes> keyConfirmation(const SecretBytes& confirmationKey,
                                    const SecureMessagingParties& parties) {
    return aesCmac(confirmationKey, {"KC_1_V", parties.cardId, parties.hostId, coordinates(parties)});
}

Result<SecretBytes> aesCmac(const SecretBytes& key, std::initializer_list<QByteArrayView> parts) {
    const Mac mac(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
    const MacContext context(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
    char cipher[] = "AES-128-CBC";
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher, 0),
                                OSSL_PARAM_construct_end()};
    bool made = context && EVP_MAC_init(context.get(), key.data(), key.size(), parameters.data()) == 1;
    for (const QByteArrayView part : parts) {
        made =
            made && EVP_MAC_update(context.get(), bytesOf(part), static_cast<std::size_t>(part.size())) == 1;
    }
    SecretBytes tag(SecureMessagingBlock);
    std::size_t size = 0;
    if (!made || EVP_MAC_final(context.get(), tag.data(), &size, tag.size()) != 1 || size != tag.size())
        return openssl::failure("CMAC of secure messaging");
    return tag;
}

Result<SecretBytes> aesCbc(const SecretBytes& key, QByteArrayView counter, QByteArrayView input,
                           AesDirection direction) {
    const auto vector = transform(EVP_aes_128_ecb(), key, nullptr, counter, AesDirection::Encrypt);
    if (!vector)
        return fail(vector.error());
    return transform(EVP_aes_128_cbc(), key, vector->data(), input, direction);
}

Result<EphemeralKey> EphemeralKey::generate() {
    openssl::Key key(EVP_EC_gen("P-256"));
    unsigned char* point = nullptr;
    const std::size_t size = key ? EVP_PKEY_get1_encoded_public_key(key.get(), &point) : 0;
    if (size != static_cast<std::size_t>(P256PointSize))
        return openssl::failure("making a key for secure messaging");
    QByteArray bytes(reinterpret_cast<const char*>(point), P256PointSize);
    OPENSSL_free(point);
    return EphemeralKey(std::move(key), std::move(bytes));
}

Result<SecretBytes> EphemeralKey::agree(QByteArrayView peer) const {
    const auto key = keyOfP256Point(peer);
    if (!key)
        return fail(key.error());
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr));
    SecretBytes secret(SharedSecretSize);
    std::size_t size = secret.size();
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), key->get()) != 1 ||
        EVP_PKEY_derive(context.get(), secret.data(), &size) != 1 || size != secret.size())
        return openssl::failure("agreeing on a secret for secure messaging");
    return secret;
}

} // namespace madoguchi
