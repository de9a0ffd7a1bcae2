// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/hkdf.h"

#include "app/base/openssl.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace madoguchi {
namespace {

using Kdf = std::unique_ptr<EVP_KDF, openssl::Deleter<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, openssl::Deleter<EVP_KDF_CTX_free>>;

// OpenSSL's parameters take pointers to non-const, but only read them here.
OSSL_PARAM octets(const char* name, QByteArrayView bytes) {
    return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(bytes.data()),
                                             static_cast<std::size_t>(bytes.size()));
}

} // namespace

Result<SecretBytes> hkdfSha256(const SecretBytes& key, QByteArrayView salt, QByteArrayView info,
                               std::size_t size) {
    const Kdf kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_HKDF, nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return openssl::failure("HKDF is not available");
    char digest[] = "SHA256";
    OSSL_PARAM parameters[5] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
                                octets(OSSL_KDF_PARAM_KEY, key.view()), octets(OSSL_KDF_PARAM_INFO, info),
                                OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end()};
    if (!salt.isEmpty())
        parameters[3] = octets(OSSL_KDF_PARAM_SALT, salt);
    SecretBytes derived(size);
    if (EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters) != 1)
        return openssl::failure("HKDF");
    return derived;
}

} // namespace madoguchi
