// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/cardcontent.h"

#include "smartcard/simulator/bertlv.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int ReferenceSize = 8;
constexpr int MostTries = 15; // the counter must fit 63Cx
constexpr qint64 LargestFile = 4'194'304;

const QString Format = u"madoguchi simulated card 1"_s;
const QString Warning =
    u"A SIMULATED card. This file holds its PIN, its PUK and its private keys in clear: whoever "
    "can read the file has the card. For practice and tests only."_s;

QJsonObject toJson(const CardReferenceValue& reference) {
    return {{u"value"_s, QString::fromLatin1(reference.value.toHex())},
            {u"tries"_s, reference.tries},
            {u"left"_s, reference.left}};
}

Result<CardReferenceValue> referenceFromJson(const QJsonValue& json) {
    CardReferenceValue reference;
    reference.value = QByteArray::fromHex(json["value"_L1].toString().toLatin1());
    reference.tries = json["tries"_L1].toInt(0);
    reference.left = json["left"_L1].toInt(-1);
    if (reference.value.size() != ReferenceSize || reference.tries < 1 || reference.tries > MostTries ||
        reference.left < 0 || reference.left > reference.tries)
        return fail(ErrorCode::FileMalformed, u"a PIN or PUK of the card makes no sense"_s);
    return reference;
}

Result<ManagementKey> managementKeyFromJson(const QJsonValue& json) {
    const auto algorithm = managementKeyAlgorithmOf(static_cast<quint8>(json["algorithm"_L1].toInt(0xFF)));
    const QByteArray value = QByteArray::fromHex(json["value"_L1].toString().toLatin1());
    if (!algorithm || value.size() != managementKeySize(*algorithm))
        return fail(ErrorCode::FileMalformed, u"the card's management key makes no sense"_s);
    return ManagementKey{*algorithm, value};
}

Result<> keysFromJson(const QJsonObject& json, std::map<quint8, CardKey>& keys) {
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        bool isNumber = false;
        const uint reference = entry.key().toUInt(&isNumber, 16);
        Result<CardKey> key = CardKey::fromPem(entry.value().toString().toLatin1());
        if (!isNumber || reference > 0xFF || !key)
            return fail(ErrorCode::FileMalformed, u"a key of the card makes no sense"_s);
        keys.emplace(static_cast<quint8>(reference), std::move(*key));
    }
    return {};
}

Result<> objectsFromJson(const QJsonObject& json, std::map<quint32, QByteArray>& objects) {
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        bool isNumber = false;
        const uint tag = entry.key().toUInt(&isNumber, 16);
        const QByteArray hex = entry.value().toString().toLatin1();
        const QByteArray value = QByteArray::fromHex(hex);
        if (!isNumber || tag > 0xFFFFFF || value.size() * 2 != hex.size() || value.size() > 0xFF00)
            return fail(ErrorCode::FileMalformed, u"an object of the card makes no sense"_s);
        objects.emplace(tag, value);
    }
    return {};
}

QString hexName(quint32 number) {
    return QString::number(number, 16).toUpper();
}

} // namespace

QByteArray CardReferenceValue::padded(QByteArrayView value) {
    return value.toByteArray().leftJustified(ReferenceSize, char(0xFF));
}

QByteArray CardReferenceValue::text() const {
    const qsizetype end = value.indexOf(char(0xFF));
    return end < 0 ? value : value.first(end);
}

quint32 CardContent::certificateTag(quint8 keyReference) {
    switch (keyReference) {
    case 0x9A:
        return 0x5FC105;
    case 0x9C:
        return 0x5FC10A;
    case 0x9D:
        return 0x5FC10B;
    case 0x9E:
        return 0x5FC101;
    case 0xF9: // YubiKey's, which signs attestations
        return 0x5FFF01;
    default: // the retired keys have theirs in a row
        return keyReference >= 0x82 && keyReference <= 0x95 ? 0x5FC10Du + keyReference - 0x82u : 0;
    }
}

bool CardContent::offersMessaging() const {
    return personality.offersSecureMessaging && keys.contains(MessagingKeyReference) &&
           !messagingCertificate.isEmpty();
}

QByteArray CardContent::certificate(quint8 keyReference) const {
    const auto object = objects.find(certificateTag(keyReference));
    if (object == objects.end())
        return {};
    const auto parts = simulator::decodeTlvs(object->second);
    if (!parts || simulator::findTlv(*parts, 0x71).value_or(QByteArray()) != QByteArray(1, '\0'))
        return {};
    return simulator::findTlv(*parts, 0x70).value_or(QByteArray());
}

void CardContent::setCertificate(quint8 keyReference, QByteArrayView der) {
    objects[certificateTag(keyReference)] = simulator::encodeTlv(0x70, der) +
                                            simulator::encodeTlv(0x71, QByteArray(1, '\0')) +
                                            simulator::encodeTlv(0xFE, {});
}

Result<QJsonObject> CardContent::toJson() const {
    QJsonObject keyJson;
    for (const auto& [reference, key] : keys) {
        const Result<QByteArray> pem = key.toPem();
        if (!pem)
            return fail(pem.error());
        keyJson.insert(hexName(reference), QString::fromLatin1(*pem));
    }
    QJsonObject objectJson;
    for (const auto& [tag, value] : objects)
        objectJson.insert(hexName(tag), QString::fromLatin1(value.toHex()));
    return QJsonObject{
        {u"format"_s, Format},
        {u"warning"_s, Warning},
        {u"personality"_s, personality.toJson()},
        {u"serialNumber"_s, static_cast<qint64>(serialNumber)},
        {u"pin"_s, madoguchi::toJson(pin)},
        {u"puk"_s, madoguchi::toJson(puk)},
        {u"managementKey"_s, QJsonObject{{u"algorithm"_s, static_cast<int>(managementKey.algorithm)},
                                         {u"value"_s, QString::fromLatin1(managementKey.value.toHex())}}},
        {u"keys"_s, keyJson},
        {u"messagingCertificate"_s, QString::fromLatin1(messagingCertificate.toHex())},
        {u"objects"_s, objectJson}};
}

Result<CardContent> CardContent::fromJson(const QJsonObject& json) {
    if (json.value("format"_L1).toString() != Format)
        return fail(ErrorCode::FileMalformed, u"not a simulated card"_s);
    Result<CardPersonality> personality = CardPersonality::fromJson(json.value("personality"_L1).toObject());
    Result<CardReferenceValue> pin = referenceFromJson(json.value("pin"_L1));
    Result<CardReferenceValue> puk = referenceFromJson(json.value("puk"_L1));
    Result<ManagementKey> managementKey = managementKeyFromJson(json.value("managementKey"_L1));
    CardContent content;
    const Result<> keys = keysFromJson(json.value("keys"_L1).toObject(), content.keys);
    const Result<> objects = objectsFromJson(json.value("objects"_L1).toObject(), content.objects);
    if (!personality || !pin || !puk || !managementKey || !keys || !objects)
        return fail(ErrorCode::FileMalformed, u"the file of the simulated card is damaged"_s);
    content.personality = std::move(*personality);
    content.serialNumber = static_cast<quint32>(json.value("serialNumber"_L1).toInteger());
    content.pin = std::move(*pin);
    content.puk = std::move(*puk);
    content.managementKey = std::move(*managementKey);
    content.messagingCertificate =
        QByteArray::fromHex(json.value("messagingCertificate"_L1).toString().toLatin1());
    return content;
}

Result<CardContent> CardContent::load(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    if (file.size() > LargestFile)
        return fail(ErrorCode::FileMalformed, u"too large for a simulated card"_s);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return fail(ErrorCode::FileMalformed, path);
    return fromJson(document.object());
}

Result<> CardContent::save(const QString& path) const {
    const Result<QJsonObject> json = toJson();
    if (!json)
        return fail(json.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(*json).toJson());
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, file.errorString());
    return {};
}

} // namespace madoguchi
