// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivadministrator.h"

#include "app/base/openssl.h"
#include "smartcard/apdu/tlv.h"

#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint8 ManagementKeyReference = 0x9B;
constexpr quint32 DynamicAuthentication = 0x7C;
constexpr quint32 Witness = 0x80;
constexpr quint32 Challenge = 0x81;
constexpr quint32 Response = 0x82;
constexpr quint32 KeyTemplate = 0xAC; // of GENERATE ASYMMETRIC KEY PAIR
constexpr quint32 Mechanism = 0x80;
constexpr quint32 PublicKeyTemplate = 0x7F49;
constexpr quint32 Point = 0x86;
constexpr quint32 TagList = 0x5C;
constexpr quint32 ObjectContent = 0x53;
constexpr quint32 MetadataAlgorithm = 0x01;
constexpr quint8 GetMetadata = 0xF7;
constexpr quint8 SetManagementKey = 0xFF;
constexpr quint8 NoTouch = 0xFF; // P2 of SET MANAGEMENT KEY

Result<SecretBytes> randomBlock(std::size_t size) {
    SecretBytes block(size);
    if (RAND_bytes(block.data(), static_cast<int>(size)) != 1)
        return openssl::failure("making a challenge");
    return block;
}

/// The parts inside 7C of an answer to GENERAL AUTHENTICATE with 9B.
Result<SecretBytes> authenticate(CardTransaction& transaction, PivManagementAlgorithm algorithm,
                                 const SecretBytes& content) {
    SecretBytes request;
    appendTlv(request, DynamicAuthentication, content.view());
    const auto answer =
        exchange(transaction, CommandApdu::generalAuthenticate(static_cast<quint8>(algorithm),
                                                               ManagementKeyReference, std::move(request)));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return fail(ErrorCode::CardManagementKeyWrong, toString(answer->status));
    const auto parts = findTlv(answer->data.view(), DynamicAuthentication);
    if (!parts)
        return fail(parts.error());
    return SecretBytes::copyOf(*parts);
}

/// The witness in clear: only the holder of the key can give it back.
Result<SecretBytes> openWitness(CardTransaction& transaction, const PivManagementKey& key) {
    SecretBytes request;
    appendTlv(request, Witness, {});
    const auto answer = authenticate(transaction, key.algorithm, request);
    if (!answer)
        return fail(answer.error());
    const auto witness = findTlv(answer->view(), Witness);
    if (!witness)
        return fail(witness.error());
    if (static_cast<std::size_t>(witness->size()) != PivManagementKey::blockBytes(key.algorithm))
        return fail(ErrorCode::CardProtocolError, u"a witness of %1 bytes"_s.arg(witness->size()));
    return key.decrypt(*witness);
}

/// Some cards answer under the tag of the witness.
Result<QByteArrayView> responseIn(QByteArrayView parts) {
    const auto response = findTlv(parts, Response);
    return response ? response : findTlv(parts, Witness);
}

qsizetype pointSize(PivAlgorithm algorithm) {
    return algorithm == PivAlgorithm::EcP384 ? 97 : 65;
}

QByteArray tagOf(PivObject object) {
    const auto value = static_cast<quint32>(object);
    const std::array bytes{static_cast<char>(value >> 16), static_cast<char>(value >> 8 & 0xFF),
                           static_cast<char>(value & 0xFF)};
    return {bytes.data(), bytes.size()};
}

Result<> send(CardTransaction& transaction, const char* doing, const CommandApdu& command) {
    const auto answer = exchange(transaction, command);
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return refused(doing, answer->status);
    return {};
}

} // namespace

Result<std::optional<PivManagementAlgorithm>>
PivAdministrator::managementAlgorithm(CardTransaction& transaction) {
    const auto answer = exchange(
        transaction, CommandApdu({.ins = GetMetadata, .p2 = ManagementKeyReference}, {}, ApduAnswer::Data));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return std::optional<PivManagementAlgorithm>();
    const auto value = findTlv(answer->data.view(), MetadataAlgorithm);
    auto algorithm = value && value->size() == 1 ? managementAlgorithmOf(static_cast<quint8>(value->front()))
                                                 : std::nullopt;
    if (!algorithm)
        return fail(ErrorCode::CardProtocolError, u"metadata of 9B without a known algorithm"_s);
    return algorithm;
}

Result<PivAdministrator> PivAdministrator::authenticate(CardTransaction& transaction,
                                                        const PivManagementKey& key) {
    const auto witness = openWitness(transaction, key);
    const auto challenge = randomBlock(PivManagementKey::blockBytes(key.algorithm));
    if (!witness || !challenge)
        return fail((witness ? challenge : witness).error());
    SecretBytes request;
    appendTlv(request, Witness, witness->view());
    appendTlv(request, Challenge, challenge->view());
    const auto answer = madoguchi::authenticate(transaction, key.algorithm, request);
    if (!answer)
        return fail(answer.error());
    const auto response = responseIn(answer->view());
    const auto expected = key.encrypt(challenge->view());
    if (!response || !expected)
        return fail(response ? expected.error() : response.error());
    if (SecretBytes::copyOf(*response) != *expected)
        return fail(ErrorCode::CardNotGenuine, u"the card does not have the management key"_s);
    return PivAdministrator(transaction);
}

Result<QByteArray> PivAdministrator::generateKey(PivKey key, PivAlgorithm algorithm) {
    if (algorithm == PivAlgorithm::Rsa2048)
        return fail(ErrorCode::InputInvalid, u"keys are made on P-256 or P-384"_s);
    SecretBytes mechanism;
    const auto identifier = static_cast<char>(algorithm);
    appendTlv(mechanism, Mechanism, QByteArrayView(&identifier, 1));
    SecretBytes order;
    appendTlv(order, KeyTemplate, mechanism.view());
    const auto answer = exchange(*m_transaction, CommandApdu({.ins = 0x47, .p2 = static_cast<quint8>(key)},
                                                             std::move(order), ApduAnswer::Data));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return refused("GENERATE ASYMMETRIC KEY PAIR", answer->status);
    const auto outer = findTlv(answer->data.view(), PublicKeyTemplate);
    const auto point = outer ? findTlv(*outer, Point) : outer;
    if (!point)
        return fail(point.error());
    if (point->size() != pointSize(algorithm) || point->front() != '\x04')
        return fail(ErrorCode::CardProtocolError, u"a public key of %1 bytes"_s.arg(point->size()));
    return point->toByteArray();
}

Result<> PivAdministrator::writeObject(PivObject object, QByteArrayView content) {
    SecretBytes data;
    appendTlv(data, TagList, tagOf(object));
    appendTlv(data, ObjectContent, content);
    return send(*m_transaction, "PUT DATA",
                CommandApdu({.ins = 0xDB, .p1 = 0x3F, .p2 = 0xFF}, std::move(data), ApduAnswer::None));
}

Result<> PivAdministrator::writeCertificate(PivKey key, QByteArrayView der) {
    constexpr quint32 CertificateTag = 0x70;
    constexpr quint32 InfoTag = 0x71;
    constexpr quint32 ErrorDetectionTag = 0xFE;
    SecretBytes content;
    appendTlv(content, CertificateTag, der);
    appendTlv(content, InfoTag, QByteArrayView("\0", 1)); // not compressed
    appendTlv(content, ErrorDetectionTag, {});
    return writeObject(certificateObject(key), content.view());
}

Result<> PivAdministrator::setManagementKey(const PivManagementKey& next) {
    SecretBytes data;
    data.append(static_cast<unsigned char>(next.algorithm));
    data.append(ManagementKeyReference);
    data.append(static_cast<unsigned char>(next.value.size()));
    data.append(next.value.view());
    return send(
        *m_transaction, "SET MANAGEMENT KEY",
        CommandApdu({.ins = SetManagementKey, .p1 = 0xFF, .p2 = NoTouch}, std::move(data), ApduAnswer::None));
}

} // namespace madoguchi
