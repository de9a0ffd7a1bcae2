// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/ecdh.h"

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr std::size_t SecretBytesOnP256 = 32;

Result<SecretBytes> derive(EVP_PKEY* own, EVP_PKEY* peer) {
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, own, nullptr));
    SecretBytes secret(SecretBytesOnP256);
    std::size_t size = secret.size();
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer_ex(context.get(), peer, 1) != 1 || // 1: check that it is on the curve
        EVP_PKEY_derive(context.get(), secret.data(), &size) != 1 || size != secret.size())
        return openssl::failure("ECDH");
    return secret;
}

} // namespace

Result<EphemeralAgreement> agreeWithEphemeralKey(const PublicKey& peer) {
    if (peer.algorithm() != KeyAlgorithm::EcP256)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"key agreement needs a P-256 key"_s);
    openssl::Key own(EVP_EC_gen("prime256v1"));
    if (!own)
        return openssl::failure("making an ephemeral key");
    Result<SecretBytes> secret = derive(own.get(), peer.handle());
    if (!secret)
        return fail(secret.error());
    return EphemeralAgreement{PublicKey(std::move(own)).point(), std::move(*secret)};
}

} // namespace madoguchi
