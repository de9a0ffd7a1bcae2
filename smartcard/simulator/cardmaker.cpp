// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardmaker.h"

#include "smartcard/simulator/bertlv.h"
#include "smartcard/simulator/cardcertificate.h"

#include <algorithm>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using simulator::encodeTlv;

constexpr int GuidSize = 16;
constexpr int MostTries = 15;

struct KeyPlan {
    quint8 reference;
    CardKeyAlgorithm algorithm;
    CertificateProfile profile;
};

bool isDigits(QByteArrayView value, qsizetype shortest) {
    return value.size() >= shortest && value.size() <= 8 &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<QByteArray> randomBytes(int size) {
    QByteArray bytes(size, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), size) != 1)
        return openssl::failure("drawing random bytes");
    return bytes;
}

/// SP 800-73-4, part 1, 3.1.2: a FASC-N for issuers outside the federal government, GUID, last day, no
/// signature.
QByteArray cardholderId(const QByteArray& guid, const QDateTime& notAfter) {
    const QByteArray fascN = QByteArray::fromHex("D4E739DA739CED39CE739D836858210842108421C84210C3EB");
    return encodeTlv(0x30, fascN) + encodeTlv(0x34, guid) +
           encodeTlv(0x35, notAfter.toUTC().toString(u"yyyyMMdd"_s).toLatin1()) + encodeTlv(0x3E, {}) +
           encodeTlv(0xFE, {});
}

/// SP 800-73-4, part 1, table 8: card identifier, container and grammar versions, the rest empty.
QByteArray capabilities(const QByteArray& identifier) {
    const QByteArray card = QByteArray::fromHex("A000000116FF02") + identifier.first(14);
    QByteArray out = encodeTlv(0xF0, card) + encodeTlv(0xF1, QByteArray(1, 0x21)) +
                     encodeTlv(0xF2, QByteArray(1, 0x21)) + encodeTlv(0xF3, {}) +
                     encodeTlv(0xF4, QByteArray(1, 0x00)) + encodeTlv(0xF5, QByteArray(1, 0x10));
    for (const quint32 tag : {0xF6u, 0xF7u, 0xFAu, 0xFBu, 0xFCu, 0xFDu, 0xFEu})
        out += encodeTlv(tag, {});
    return out;
}

/// The PIV PIN is the only PIN (SP 800-73-4, part 1, 3.3.2). Without contacts it may be used over secure
/// messaging, and no pairing code is wanted for that.
QByteArray discovery(bool contactless) {
    return encodeTlv(0x4F, QByteArray::fromHex("A000000308000010000100")) +
           encodeTlv(0x5F2F, QByteArray::fromHex(contactless ? "4C00" : "4000"));
}

/// No retired keys.
QByteArray keyHistory() {
    return encodeTlv(0xC1, QByteArray(1, '\0')) + encodeTlv(0xC2, QByteArray(1, '\0')) + encodeTlv(0xFE, {});
}

Result<> addObjects(CardContent& card, const CardOrder& order) {
    const Result<QByteArray> guid = randomBytes(GuidSize);
    const Result<QByteArray> identifier = randomBytes(GuidSize);
    const Result<QByteArray> serial = randomBytes(4);
    if (!guid || !identifier || !serial)
        return fail(ErrorCode::CryptoFailed, u"no random bytes"_s);
    card.serialNumber = serial->toHex().first(7).toUInt(nullptr, 16); // 28 bits: positive for every client
    card.objects[pivtag::CardholderId] = cardholderId(*guid, order.validity.notAfter);
    card.objects[pivtag::Capabilities] = capabilities(*identifier);
    card.objects[pivtag::KeyHistory] = keyHistory();
    card.objects[pivtag::Discovery] = discovery(order.personality.contactless);
    return {};
}

Result<> addKey(CardContent& card, const KeyPlan& plan, const CardOrder& order,
                const CertificateAuthority& authority) {
    Result<CardKey> key = CardKey::generate(plan.algorithm);
    if (!key)
        return fail(key.error());
    const Result<QByteArray> certificate =
        authority.issue(key->key(), order.subject, plan.profile, order.validity);
    if (!certificate)
        return fail(certificate.error());
    card.keys.insert_or_assign(plan.reference, std::move(*key));
    card.setCertificate(plan.reference, *certificate);
    return {};
}

QList<KeyPlan> plansOf(const CardOrder& order) {
    QList<KeyPlan> plans{{0x9A, order.authenticationAlgorithm, CertificateProfile::PivAuthentication},
                         {0x9C, order.signatureAlgorithm, CertificateProfile::Signature},
                         {0x9D, order.managementAlgorithm, CertificateProfile::KeyManagement}};
    if (order.withCardAuthentication)
        plans.append({0x9E, order.cardAlgorithm, CertificateProfile::CardAuthentication});
    return plans;
}

QByteArray certificateObject(const QByteArray& der) {
    return encodeTlv(0x70, der) + encodeTlv(0x71, QByteArray(1, '\0')) + encodeTlv(0xFE, {});
}

/// The beginning of the signer's key identifier (SP 800-73-4 part 2, table 15); empty without one.
QByteArray issuerIdentifier(const QByteArray& signerCertificate) {
    const auto* der = reinterpret_cast<const unsigned char*>(signerCertificate.constData());
    const openssl::X509Certificate parsed(d2i_X509(nullptr, &der, signerCertificate.size()));
    const ASN1_OCTET_STRING* id = parsed ? X509_get0_subject_key_id(parsed.get()) : nullptr;
    return id ? QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(id)), 8) : QByteArray();
}

/// A blank card has no CHUID to take it from.
Result<QByteArray> guidOf(const CardContent& card) {
    const auto held = card.objects.find(pivtag::CardholderId);
    const auto chuid = held != card.objects.end() ? simulator::decodeTlvs(held->second) : std::nullopt;
    const auto guid = chuid ? simulator::findTlv(*chuid, 0x34) : std::nullopt;
    return guid ? Result<QByteArray>(*guid) : randomBytes(GuidSize);
}

bool areTries(int tries) {
    return tries >= 1 && tries <= MostTries;
}

} // namespace

Result<> addMessagingKey(CardContent& card, const CardOrder& order, const CertificateAuthority& authority) {
    Result<CardKey> key = CardKey::generate(CardKeyAlgorithm::P256);
    const Result<CardKey> signer = CardKey::generate(CardKeyAlgorithm::P256);
    if (!key || !signer)
        return fail((key ? signer : key).error());
    const Result<QByteArray> certificate =
        authority.issue(signer->key(), {order.subject.organization, {}, u"PIV content signer"_s, {}},
                        CertificateProfile::ContentSigning, order.validity);
    const Result<QByteArray> guid = guidOf(card);
    const Result<QByteArray> publicKey = key->publicKeyTemplate();
    for (const Result<QByteArray>* made : {&certificate, &guid, &publicKey}) {
        if (!*made)
            return fail(made->error());
    }
    const Result<QByteArray> cardCertificate = simulator::signedCardCertificate(
        {.issuer = issuerIdentifier(*certificate), .subject = *guid, .publicKey = *publicKey}, *signer);
    if (!cardCertificate)
        return fail(cardCertificate.error());
    card.keys.insert_or_assign(MessagingKeyReference, std::move(*key));
    card.messagingCertificate = *cardCertificate;
    card.objects[pivtag::MessagingSigner] = certificateObject(*certificate);
    return {};
}

CardContent blankCardContent(CardPersonality personality) {
    CardContent card;
    card.managementKey = ManagementKey::factoryDefault(personality.managementAlgorithm);
    card.personality = std::move(personality);
    card.pin.value = CardReferenceValue::padded("123456");
    card.puk.value = CardReferenceValue::padded("12345678");
    return card;
}

Result<CardContent> makeCard(const CardOrder& order, const CertificateAuthority& authority) {
    if (!isDigits(order.pin, 6) || !isDigits(order.puk, 8))
        return fail(ErrorCode::InputInvalid, u"a PIN has 6 to 8 digits, a PUK 8"_s);
    const int pinTries = order.pinTries.value_or(order.personality.pinTries);
    const int pukTries = order.pukTries.value_or(order.personality.pinTries);
    if (!areTries(pinTries) || !areTries(pukTries))
        return fail(ErrorCode::InputInvalid, u"a card allows 1 to 15 tries"_s);
    CardContent card;
    card.personality = order.personality;
    card.pin = {CardReferenceValue::padded(order.pin), pinTries, pinTries};
    card.puk = {CardReferenceValue::padded(order.puk), pukTries, pukTries};
    card.managementKey = ManagementKey::factoryDefault(order.personality.managementAlgorithm);
    Result<> added = addObjects(card, order);
    for (const KeyPlan& plan : plansOf(order)) {
        if (added)
            added = addKey(card, plan, order, authority);
    }
    if (added && order.personality.offersSecureMessaging)
        added = addMessagingKey(card, order, authority);
    if (!added)
        return fail(added.error());
    return card;
}

} // namespace madoguchi
