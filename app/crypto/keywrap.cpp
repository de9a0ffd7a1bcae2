// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/keywrap.h"

#include "app/base/openssl.h"

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr std::size_t WrappingKeyBytes = 32;
constexpr qsizetype Overhead = 8;
constexpr qsizetype SmallestSecret = 16;

using Cipher = std::unique_ptr<EVP_CIPHER, openssl::Deleter<EVP_CIPHER_free>>;

enum class Direction { Unwrap = 0, Wrap = 1 };

openssl::CipherContext prepare(const SecretBytes& wrappingKey, Direction direction) {
    const Cipher cipher(EVP_CIPHER_fetch(nullptr, "AES-256-WRAP", nullptr));
    openssl::CipherContext context(EVP_CIPHER_CTX_new());
    if (!cipher || !context)
        return {};
    EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    if (EVP_CipherInit_ex2(context.get(), cipher.get(), wrappingKey.data(), nullptr,
                           static_cast<int>(direction), nullptr) != 1)
        return {};
    return context;
}

bool allowed(const SecretBytes& wrappingKey, qsizetype secretBytes) {
    return wrappingKey.size() == WrappingKeyBytes && secretBytes >= SmallestSecret && secretBytes % 8 == 0 &&
           secretBytes <= 4096;
}

} // namespace

Result<QByteArray> wrapKey(const SecretBytes& wrappingKey, const SecretBytes& secret) {
    if (!allowed(wrappingKey, secret.view().size()))
        return fail(ErrorCode::CryptoFailed, u"key wrap: wrong sizes"_s);
    const openssl::CipherContext context = prepare(wrappingKey, Direction::Wrap);
    QByteArray wrapped(secret.view().size() + Overhead, Qt::Uninitialized);
    int written = 0;
    if (!context || EVP_CipherUpdate(context.get(), reinterpret_cast<unsigned char*>(wrapped.data()),
                                     &written, secret.data(), static_cast<int>(secret.size())) != 1)
        return openssl::failure("key wrap");
    return wrapped;
}

Result<SecretBytes> unwrapKey(const SecretBytes& wrappingKey, QByteArrayView wrapped) {
    const qsizetype secretBytes = wrapped.size() - Overhead;
    if (!allowed(wrappingKey, secretBytes))
        return fail(ErrorCode::VaultKeyWrong, u"key unwrap: wrong sizes"_s);
    const openssl::CipherContext context = prepare(wrappingKey, Direction::Unwrap);
    if (!context)
        return openssl::failure("key unwrap");
    SecretBytes secret(static_cast<std::size_t>(wrapped.size()));
    int written = 0;
    if (EVP_CipherUpdate(context.get(), secret.data(), &written,
                         reinterpret_cast<const unsigned char*>(wrapped.data()),
                         static_cast<int>(wrapped.size())) != 1 ||
        written != secretBytes)
        return openssl::failure("key unwrap", ErrorCode::VaultKeyWrong);
    secret.truncate(static_cast<std::size_t>(secretBytes));
    return secret;
}

} // namespace madoguchi
