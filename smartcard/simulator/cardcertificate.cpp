// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardcertificate.h"

#include "smartcard/simulator/bertlv.h"

namespace madoguchi::simulator {
namespace {

const QByteArray P256 = QByteArray::fromHex("06082A8648CE3D030107");
const QByteArray EcdsaWithSha256 = QByteArray::fromHex("300A06082A8648CE3D040302");
const QByteArray RsaWithSha256 = QByteArray::fromHex("300D06092A864886F70D01010B0500");

Result<QByteArray> signatureOf(const QByteArray& body, EVP_PKEY* signer) {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(signer), '\0');
    auto size = static_cast<std::size_t>(signature.size());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, signer) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(body.constData()),
                       static_cast<std::size_t>(body.size())) != 1)
        return openssl::failure("signing a card verifiable certificate");
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

} // namespace

Result<QByteArray> signedCardCertificate(const CardCertificateOrder& order, const CardKey& signer) {
    const QByteArray body = encodeTlv(0x5F29, QByteArray(1, char(0x80))) + encodeTlv(0x42, order.issuer) +
                            encodeTlv(0x5F20, order.subject) + encodeTlv(0x7F49, P256 + order.publicKey) +
                            encodeTlv(0x5F4C, QByteArray(1, static_cast<char>(order.role)));
    Result<QByteArray> signature = signatureOf(body, signer.key());
    if (!signature)
        return signature;
    const bool rsa = signer.algorithm() == CardKeyAlgorithm::Rsa2048;
    const QByteArray bits = encodeTlv(0x03, QByteArray(1, '\0') + *signature);
    const QByteArray digital = encodeTlv(0x30, (rsa ? RsaWithSha256 : EcdsaWithSha256) + bits);
    return encodeTlv(0x7F21, body + encodeTlv(0x5F37, digital));
}

} // namespace madoguchi::simulator
