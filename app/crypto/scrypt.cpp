// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/scrypt.h"

#include "app/base/openssl.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace madoguchi {
namespace {

using Kdf = std::unique_ptr<EVP_KDF, openssl::Deleter<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, openssl::Deleter<EVP_KDF_CTX_free>>;

constexpr qsizetype HashBytes = 32;

} // namespace

Result<QByteArray> scryptHash(const SecretBytes& secret, QByteArrayView salt) {
    const Kdf kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_SCRYPT, nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return openssl::failure("scrypt is not available");
    std::uint64_t n = 1U << 15U;
    std::uint32_t r = 8;
    std::uint32_t p = 1;
    std::uint64_t memory = 64U << 20U;
    // OpenSSL's parameters take pointers to non-const, but only read them here.
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, const_cast<unsigned char*>(secret.data()),
                                          secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char*>(salt.data()),
                                          static_cast<std::size_t>(salt.size())),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end()};
    QByteArray hash(HashBytes, '\0');
    if (EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char*>(hash.data()), HashBytes, parameters) !=
        1)
        return openssl::failure("scrypt");
    return hash;
}

} // namespace madoguchi
