// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Everything that a simulated PIV card remembers without power. The secrets in it are those of a made-up
// card, kept as plain bytes and written as they are to the card's file: whoever has the file has the card and
// its PIN. Nothing of a real card belongs here. Any thread; one object, one thread at a time.
#pragma once

#include "smartcard/simulator/cardkey.h"
#include "smartcard/simulator/cardpersonality.h"
#include "smartcard/simulator/managementkey.h"

#include <QByteArray>
#include <QJsonObject>

#include <map>

namespace madoguchi {

/// Tags of data objects (SP 800-73-4, part 1, table 3).
namespace pivtag {
constexpr quint32 CardholderId = 0x5FC102; // CHUID
constexpr quint32 Capabilities = 0x5FC107; // CCC
constexpr quint32 KeyHistory = 0x5FC10C;
constexpr quint32 Discovery = 0x7E;
constexpr quint32 MessagingSigner = 0x5FC122;
} // namespace pivtag

/// Of the key for secure messaging.
inline constexpr quint8 MessagingKeyReference = 0x04;

/// A PIN or PUK with its counter.
struct CardReferenceValue {
    QByteArray value; ///< padded with FF to 8 bytes
    int tries = 3;    ///< what the counter starts from
    int left = 3;     ///< 0 when blocked

    static QByteArray padded(QByteArrayView value);
    /// Without the padding.
    QByteArray text() const;
};

struct CardContent {
    CardPersonality personality = CardPersonality::plain();
    quint32 serialNumber = 0; ///< of the chip, as YubiKeys tell it
    CardReferenceValue pin;
    CardReferenceValue puk;
    ManagementKey managementKey = ManagementKey::factoryDefault();
    std::map<quint8, CardKey> keys;        ///< by key reference: 04, 9A, 9C, 9D, 9E, 82..95
    std::map<quint32, QByteArray> objects; ///< by tag: what is inside tag 53, and 7E's own value

    /// Of key 04, card verifiable (tag 7F21); empty without one.
    QByteArray messagingCertificate;

    /// Whether it can do secure messaging: it is of such a make, and has key and certificate for it.
    bool offersMessaging() const;
    /// The data object's tag of a key's certificate, 0 for a key reference that has none.
    static quint32 certificateTag(quint8 keyReference);
    /// The certificate in DER; empty if there is none or it is packed.
    QByteArray certificate(quint8 keyReference) const;
    void setCertificate(quint8 keyReference, QByteArrayView der);

    Result<QJsonObject> toJson() const;
    /// FileMalformed if anything is missing or makes no sense.
    static Result<CardContent> fromJson(const QJsonObject& json);

    /// FileMissing, FileUnreadable or FileMalformed.
    static Result<CardContent> load(const QString& path);
    /// Writes beside the file and renames, readable by its owner only. FileUnwritable.
    Result<> save(const QString& path) const;
};

} // namespace madoguchi
