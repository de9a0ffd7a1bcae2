// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Owners for OpenSSL's objects and the one way to turn its error queue into an Error. Any thread.
#pragma once

#include "app/base/result.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace madoguchi::openssl {

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Deleter<EVP_CIPHER_CTX_free>>;
using X509Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using BioStream = std::unique_ptr<BIO, Deleter<BIO_free_all>>;

/// CryptoFailed with `doing` and OpenSSL's own reasons; empties OpenSSL's error queue of this thread.
tl::unexpected<Error> failure(const char* doing, ErrorCode code = ErrorCode::CryptoFailed);

} // namespace madoguchi::openssl
