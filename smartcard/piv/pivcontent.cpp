// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivcontent.h"

#include "smartcard/apdu/tlv.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

class Content {
public:
    Content& add(quint32 tag, QByteArrayView value) {
        appendTlv(m_bytes, tag, value);
        return *this;
    }
    QByteArray bytes() const { return m_bytes.view().toByteArray(); }

private:
    SecretBytes m_bytes; // as TLVs are written; nothing secret here
};

// The digits 9999 9999 999999 0 1 0000000000 3 0000 1, packed with parity and checksum as FASC-N wants it.
const QByteArray NonFederalFascN = QByteArray::fromHex("d4e739da739ced39ce739d836858210842108421c84210c3eb");
constexpr qsizetype GuidBytes = 16;
// GSC-IS identifier of a card (RID and type), before the 14 bytes of its own.
const QByteArray CardIdentifier = QByteArray::fromHex("a000000116ff02");

// Start sentinel and agency code 9999, five bits for each: the first 25 bits.
bool isNonFederal(QByteArrayView fascN) {
    return fascN.startsWith(NonFederalFascN.first(3)) && (fascN[3] & 0x80) != 0;
}

} // namespace

QByteArray chuidContent(const QByteArray& guid, const QDate& lastDay) {
    return Content()
        .add(0x30, NonFederalFascN)
        .add(0x34, guid)
        .add(0x35, lastDay.toString(u"yyyyMMdd"_s).toLatin1())
        .add(0x3E, {}) // no signature
        .add(0xFE, {})
        .bytes();
}

ChuidIdentifiers chuidIdentifiers(QByteArrayView content) {
    ChuidIdentifiers identifiers;
    for (TlvReader reader(content); !reader.atEnd();) {
        const auto element = reader.next();
        if (!element)
            return {};
        if (element->tag == 0x34 && element->value.size() == GuidBytes)
            identifiers.guid = element->value.toByteArray();
        if (element->tag == 0x30 && element->value.size() == NonFederalFascN.size())
            identifiers.fascN = element->value.toByteArray();
    }
    if (identifiers.guid == QByteArray(GuidBytes, '\0'))
        identifiers.guid.clear();
    if (isNonFederal(identifiers.fascN))
        identifiers.fascN.clear();
    return identifiers;
}

QByteArray capabilityContent(const QByteArray& identifier) {
    Content content;
    content.add(0xF0, CardIdentifier + identifier)
        .add(0xF1, "\x21") // version 2.1 of the container and of its grammar
        .add(0xF2, "\x21")
        .add(0xF3, {})
        .add(0xF4, QByteArrayView("\0", 1))
        .add(0xF5, "\x10"); // the data model of PIV
    for (const quint32 tag : {0xF6U, 0xF7U, 0xFAU, 0xFBU, 0xFCU, 0xFDU, 0xFEU})
        content.add(tag, {});
    return content.bytes();
}

QByteArray capabilityIdentifier(QByteArrayView content) {
    const auto identifier = findTlv(content, 0xF0);
    if (!identifier || identifier->size() != CardIdentifier.size() + CapabilityIdentifierBytes ||
        !identifier->startsWith(CardIdentifier))
        return {};
    return identifier->sliced(CardIdentifier.size()).toByteArray();
}

QByteArray keyHistoryContent() {
    const QByteArrayView none("\0", 1);
    return Content().add(0xC1, none).add(0xC2, none).add(0xFE, {}).bytes();
}

QByteArray newCardGuid() {
    return QUuid::createUuid().toRfc4122();
}

} // namespace madoguchi
