// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivsecuremessaging.h"

#include "smartcard/apdu/tlv.h"
#include "smartcard/piv/cardverifiablecertificate.h"

#include <openssl/rand.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint8 CipherSuite2 = 0x27;
constexpr quint8 MessagingKey = 0x04;
constexpr quint32 Algorithms = 0xAC;
constexpr quint32 Algorithm = 0x80;
constexpr quint32 DynamicAuthentication = 0x7C;
constexpr quint32 Challenge = 0x81;
constexpr quint32 Response = 0x82;
constexpr quint32 CertificateTag = 0x7F21;
constexpr quint8 NoPersistentBinding = 0x00; // control byte of host and card
constexpr qsizetype HostIdSize = 8;
constexpr qsizetype CardIdSize = 8;
constexpr qsizetype ControlSize = 1;
constexpr qsizetype NonceSize = 16;
constexpr qsizetype CryptogramSize = 16;

/// Random, so that it tells nobody which machine this is.
Result<QByteArray> makeHostId() {
    QByteArray id(HostIdSize, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(id.data()), static_cast<int>(id.size())) != 1)
        return openssl::failure("making an identifier");
    return id;
}

CommandApdu keyAgreement(const SecureMessagingParties& parties) {
    QByteArray challenge(1, NoPersistentBinding);
    challenge += parties.hostId + parties.hostPoint;
    SecretBytes content;
    appendTlv(content, Challenge, challenge);
    appendTlv(content, Response, {}); // empty: the answer that we want
    SecretBytes data;
    appendTlv(data, DynamicAuthentication, content.view());
    return CommandApdu::generalAuthenticate(CipherSuite2, MessagingKey, std::move(data));
}

/// What the card shows of itself; views into its answer.
struct CardShare {
    QByteArrayView nonce;
    QByteArrayView cryptogram;
    QByteArrayView certificate; ///< with its tag
};

Result<CardShare> shareIn(QByteArrayView answer) {
    const auto outer = findTlv(answer, DynamicAuthentication);
    const auto share = outer ? findTlv(*outer, Response) : outer;
    if (!share)
        return fail(share.error());
    constexpr qsizetype CertificateAt = ControlSize + NonceSize + CryptogramSize;
    if (share->size() <= CertificateAt || share->front() != NoPersistentBinding)
        return fail(ErrorCode::CardProtocolError, u"not the answer to a key agreement"_s);
    return CardShare{.nonce = share->sliced(ControlSize, NonceSize),
                     .cryptogram = share->sliced(ControlSize + NonceSize, CryptogramSize),
                     .certificate = share->sliced(CertificateAt)};
}

Result<QByteArray> idOf(QByteArrayView certificate) {
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    if (EVP_Digest(certificate.data(), static_cast<std::size_t>(certificate.size()),
                   reinterpret_cast<unsigned char*>(digest.data()), nullptr, EVP_sha256(), nullptr) != 1)
        return openssl::failure("hashing");
    return digest.first(CardIdSize);
}

struct Agreement {
    SecureMessagingKeys keys;
    QByteArray cardKey;
};

/// The host's steps H4 to H13 of 4.1.1.
Result<Agreement> agreementFrom(const CardShare& share, const EphemeralKey& ephemeral,
                                SecureMessagingParties parties, QByteArrayView signerObject) {
    const auto content = findTlv(share.certificate, CertificateTag);
    const auto certificate = content ? checkedCardCertificate(*content, signerObject) : fail(content.error());
    if (!certificate)
        return fail(certificate.error());
    const auto cardId = idOf(share.certificate);
    const auto secret = ephemeral.agree(certificate->point);
    if (!cardId || !secret)
        return fail(cardId ? secret.error() : cardId.error());
    parties.cardId = *cardId;
    parties.nonce = share.nonce.toByteArray();
    auto keys = deriveSecureMessagingKeys(*secret, parties);
    const auto confirmation = keys ? keyConfirmation(keys->confirmation, parties) : fail(keys.error());
    if (!confirmation)
        return fail(confirmation.error());
    if (*confirmation != SecretBytes::copyOf(share.cryptogram))
        return fail(ErrorCode::CardNotGenuine, u"the card came to other keys"_s);
    keys->confirmation.clear();
    return Agreement{.keys = *std::move(keys), .cardKey = certificate->point};
}

} // namespace

bool PivSecureMessaging::isOffered(QByteArrayView propertyTemplate) {
    const auto algorithms = findTlv(propertyTemplate, Algorithms);
    TlvReader reader(algorithms.value_or(QByteArrayView()));
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (object && object->tag == Algorithm && object->value.size() == 1 &&
            static_cast<quint8>(object->value.front()) == CipherSuite2)
            return true;
    }
    return false;
}

Result<PivSecureMessaging> PivSecureMessaging::establish(CardTransaction& transaction,
                                                         QByteArrayView signerObject) {
    const auto ephemeral = EphemeralKey::generate();
    const auto hostId = ephemeral ? makeHostId() : fail(ephemeral.error());
    if (!hostId)
        return fail(hostId.error());
    const SecureMessagingParties parties{
        .hostId = *hostId, .hostPoint = ephemeral->point(), .cardId = {}, .nonce = {}};
    const auto answer = madoguchi::exchange(transaction, keyAgreement(parties));
    if (!answer)
        return fail(answer.error());
    if (!answer->status.isSuccess())
        return fail(ErrorCode::SecureMessagingFailed, u"key agreement: "_s + toString(answer->status));
    const auto share = shareIn(answer->data.view());
    auto agreed = share ? agreementFrom(*share, *ephemeral, parties, signerObject) : fail(share.error());
    if (!agreed)
        return fail(ErrorCode::SecureMessagingFailed, toString(agreed.error()));
    return PivSecureMessaging(std::move(agreed->keys), std::move(agreed->cardKey));
}

bool PivSecureMessaging::carries(const CommandApdu& command) {
    switch (command.header().ins) {
    case 0x20: // VERIFY
    case 0x24: // CHANGE REFERENCE DATA
    case 0x87: // GENERAL AUTHENTICATE
    case 0xCB: // GET DATA
        return true;
    default:
        return false;
    }
}

Result<ResponseApdu> PivSecureMessaging::exchange(CardTransaction& transaction, const CommandApdu& command) {
    const auto wrapped = m_session.wrap(command);
    if (!wrapped)
        return fail(wrapped.error());
    const auto answer = madoguchi::exchange(transaction, *wrapped);
    if (!answer)
        return fail(answer.error());
    return m_session.unwrap(*answer);
}

} // namespace madoguchi
