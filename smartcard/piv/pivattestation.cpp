// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivattestation.h"

#include "smartcard/apdu/exchange.h"
#include "smartcard/apdu/tlv.h"
#include "smartcard/piv/pivcertificate.h"
#include "smartcard/piv/pivkey.h"

#include <array>
#include <utility>

namespace madoguchi {
namespace {

constexpr quint8 Attest = 0xF9;
constexpr quint32 ObjectContent = 0x53;
constexpr std::array DeviceCertificate{char(0x5F), char(0xFF), char(0x01)}; // 5FFF01

using Answer = Result<std::optional<QByteArray>>;

// A refusal is an answer too: the card has not what it was asked for.
Answer ask(CardTransaction& transaction, const CommandApdu& command) {
    const auto answer = exchange(transaction, command);
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return std::optional<QByteArray>();
    return std::optional(answer->data.view().toByteArray());
}

Answer deviceCertificate(CardTransaction& transaction) {
    const QByteArrayView tag(DeviceCertificate.data(), DeviceCertificate.size());
    Answer object = ask(transaction, CommandApdu::getData(tag));
    if (!object || !*object)
        return object;
    const auto content = findTlv(**object, ObjectContent);
    if (!content || content->isEmpty())
        return content ? Answer(std::optional<QByteArray>()) : fail(content.error());
    const auto der = certificateOfObject(*content);
    if (!der && der.error().code == ErrorCode::CardObjectMissing)
        return std::optional<QByteArray>();
    return der ? Answer(std::optional(*der)) : fail(der.error());
}

} // namespace

Result<QByteArray> readDeviceCertificate(CardTransaction& transaction) {
    const Answer device = deviceCertificate(transaction);
    return device ? Result<QByteArray>(device->value_or(QByteArray())) : fail(device.error());
}

Result<std::optional<CardAttestation>> readAttestation(CardTransaction& transaction) {
    CardAttestation read;
    const std::array<std::pair<PivKey, QByteArray*>, 4> keys{
        {{PivKey::Authentication, &read.authentication},
         {PivKey::Signature, &read.signature},
         {PivKey::KeyManagement, &read.keyManagement},
         {PivKey::CardAuthentication, &read.cardAuthentication}}};
    const Answer device = deviceCertificate(transaction);
    if (!device)
        return fail(device.error());
    if (!*device)
        return std::optional<CardAttestation>();
    read.device = **device;
    for (const auto& [key, der] : keys) {
        const Answer made = ask(
            transaction, CommandApdu({.ins = Attest, .p1 = static_cast<quint8>(key)}, {}, ApduAnswer::Data));
        if (!made)
            return fail(made.error());
        if (!*made)
            return std::optional<CardAttestation>();
        *der = **made;
    }
    return std::optional(std::move(read));
}

} // namespace madoguchi
