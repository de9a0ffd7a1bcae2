// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivsignature.h"

#include "app/base/openssl.h"
#include "smartcard/piv/p256point.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using openssl::DigestContext;
using openssl::Key;
using openssl::X509Certificate;

constexpr qsizetype Rsa2048Size = 256;

const unsigned char* bytesOf(QByteArrayView view) {
    return reinterpret_cast<const unsigned char*>(view.data());
}

/// The public key; OpenSSL checks that a point is on its curve when it decodes one.
Result<Key> keyOf(QByteArrayView certificate) {
    const unsigned char* at = bytesOf(certificate);
    const X509Certificate parsed(d2i_X509(nullptr, &at, static_cast<long>(certificate.size())));
    if (!parsed || at != bytesOf(certificate) + certificate.size())
        return openssl::failure("reading a certificate", ErrorCode::CertificateMalformed);
    Key key(X509_get_pubkey(parsed.get()));
    if (!key)
        return openssl::failure("reading a certificate's key", ErrorCode::CertificateKeyUnsuitable);
    return key;
}

Result<PivAlgorithm> algorithmOf(const Key& key) {
    const int bits = EVP_PKEY_get_bits(key.get());
    if (EVP_PKEY_is_a(key.get(), "RSA") && bits == 2048)
        return PivAlgorithm::Rsa2048;
    char group[32] = {};
    if (EVP_PKEY_is_a(key.get(), "EC"))
        EVP_PKEY_get_group_name(key.get(), group, sizeof group, nullptr);
    const QByteArrayView name(group);
    if (name == QByteArrayView("prime256v1"))
        return PivAlgorithm::EcP256;
    if (name == QByteArrayView("secp384r1"))
        return PivAlgorithm::EcP384;
    return fail(ErrorCode::CertificateKeyUnsuitable,
                u"neither P-256, P-384 nor RSA-2048, %1 bits"_s.arg(bits));
}

const EVP_MD* hashOf(PivAlgorithm algorithm) {
    switch (algorithm) {
    case PivAlgorithm::EcP384:
        return EVP_sha384();
    case PivAlgorithm::EcP256:
    case PivAlgorithm::Rsa2048:
        return EVP_sha256();
    }
    Q_UNREACHABLE();
}

/// EMSA-PKCS1-v1_5 of RFC 8017, 9.2, for SHA-256 and a modulus of 2048 bits.
QByteArray paddedForRsa(QByteArrayView digest) {
    const QByteArray digestInfo =
        QByteArray::fromHex("3031300d060960864801650304020105000420") + digest.toByteArray();
    const qsizetype filler = Rsa2048Size - 3 - digestInfo.size();
    return QByteArray("\x00\x01", 2) + QByteArray(filler, '\xff') + QByteArray(1, '\0') + digestInfo;
}

} // namespace

Result<PivAlgorithm> algorithmOfCertificate(QByteArrayView certificate) {
    const auto key = keyOf(certificate);
    return key ? algorithmOf(*key) : Result<PivAlgorithm>(fail(key.error()));
}

qsizetype digestSize(PivAlgorithm algorithm) {
    return EVP_MD_get_size(hashOf(algorithm));
}

Result<QByteArray> digestFor(PivAlgorithm algorithm, QByteArrayView message) {
    QByteArray digest(digestSize(algorithm), Qt::Uninitialized);
    if (EVP_Digest(message.data(), static_cast<std::size_t>(message.size()),
                   reinterpret_cast<unsigned char*>(digest.data()), nullptr, hashOf(algorithm), nullptr) != 1)
        return openssl::failure("hashing");
    return digest;
}

Result<QByteArray> signatureInput(PivAlgorithm algorithm, QByteArrayView digest) {
    if (digest.size() != digestSize(algorithm))
        return fail(ErrorCode::InputInvalid, u"digest of %1 bytes"_s.arg(digest.size()));
    return algorithm == PivAlgorithm::Rsa2048 ? paddedForRsa(digest) : digest.toByteArray();
}

Result<> verifySignature(QByteArrayView certificate, QByteArrayView message, QByteArrayView signature) {
    const auto key = keyOf(certificate);
    if (!key)
        return fail(key.error());
    const auto algorithm = algorithmOf(*key);
    if (!algorithm)
        return fail(algorithm.error());
    const DigestContext context(EVP_MD_CTX_new());
    if (!context ||
        EVP_DigestVerifyInit(context.get(), nullptr, hashOf(*algorithm), nullptr, key->get()) != 1)
        return openssl::failure("preparing to check a signature");
    if (EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                         bytesOf(message), static_cast<std::size_t>(message.size())) != 1)
        return openssl::failure("checking a card's signature", ErrorCode::CardNotGenuine);
    return {};
}

Result<> checkP256Point(QByteArrayView point) {
    const auto key = keyOfP256Point(point);
    return key ? Result<>() : fail(key.error());
}

} // namespace madoguchi
