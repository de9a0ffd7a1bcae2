// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakepad.h"

#include <QtEndian>

#include <cstring>
#include <reader.h>
#include <type_traits>
#include <winscard.h>

namespace madoguchi {
namespace {

constexpr DWORD VerifyCode = SCARD_CTL_CODE(3401);
constexpr DWORD ChangeCode = SCARD_CTL_CODE(3402);
constexpr DWORD PropertiesCode = SCARD_CTL_CODE(3403);
constexpr quint16 WrongLength = 0x6403;
constexpr quint16 NewPinsDiffer = 0x6402;
constexpr quint16 InvalidParameter = 0x6B80;
constexpr qsizetype ApduHeader = 5;

QByteArray wordOf(quint16 status) {
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(status, bytes.data());
    return bytes;
}

/// What both structures have, with the places of the PINs in the data.
struct Asked {
    quint8 format = 0;
    qsizetype blockSize = 0;
    qsizetype shortest = 0;
    qsizetype longest = 0;
    bool repeats = false;
    QList<qsizetype> places = {};
    QByteArray apdu = {};
};

template <class Structure>
std::optional<Asked> readBlock(const QByteArray& block) {
    Structure head{};
    constexpr qsizetype Size = sizeof(Structure);
    if (block.size() < Size)
        return std::nullopt;
    std::memcpy(&head, block.constData(), sizeof head);
    const QByteArray apdu = block.sliced(Size);
    if (qFromLittleEndian(head.ulDataLength) != static_cast<quint32>(apdu.size()) || apdu.size() < ApduHeader)
        return std::nullopt;
    const quint16 lengths = qFromLittleEndian(head.wPINMaxExtraDigit);
    Asked asked{.format = head.bmFormatString,
                .blockSize = head.bmPINBlockString & 0x0F,
                .shortest = lengths >> 8,
                .longest = lengths & 0xFF,
                .apdu = apdu};
    if constexpr (std::is_same_v<Structure, PIN_MODIFY_STRUCTURE>) {
        asked.places = {head.bInsertionOffsetOld, head.bInsertionOffsetNew};
        asked.repeats = head.bConfirmPIN == 0x03;
    } else {
        asked.places = {0};
    }
    const bool understood = asked.format == 0x82 && head.bmPINLengthFormat == 0 &&
                            head.bEntryValidationCondition == 0x02 && head.bTimerOut != 0;
    return understood ? std::optional(asked) : std::nullopt;
}

/// What the person typed, in the places of the command; or the reader's word.
std::optional<quint16> fillIn(Asked& asked, const QList<QByteArray>& typed, const FakePad& pad) {
    if (asked.shortest < pad.shortest || asked.longest > pad.longest)
        return InvalidParameter;
    for (const QByteArray& pin : typed) {
        if (pin.size() < asked.shortest || pin.size() > asked.longest || pin.size() > asked.blockSize)
            return WrongLength;
    }
    if (asked.repeats && typed.value(1) != typed.value(2))
        return NewPinsDiffer;
    for (qsizetype i = 0; i < asked.places.size(); ++i)
        asked.apdu.replace(ApduHeader + asked.places[i], typed.value(i).size(), typed.value(i));
    return std::nullopt;
}

/// None for a block that the reader does not understand.
std::optional<Asked> readQuestion(FakePad::Question question, const QByteArray& block) {
    return question == FakePad::Question::Verify ? readBlock<PIN_VERIFY_STRUCTURE>(block)
                                                 : readBlock<PIN_MODIFY_STRUCTURE>(block);
}

} // namespace

FakePad::Question FakePad::questionOf(unsigned long controlCode) {
    switch (controlCode) {
    case CM_IOCTL_GET_FEATURE_REQUEST:
        return Question::Features;
    case PropertiesCode:
        return Question::Properties;
    case VerifyCode:
        return Question::Verify;
    case ChangeCode:
        return Question::Change;
    default:
        return Question::Unknown;
    }
}

QByteArray FakePad::features() const {
    QByteArray list;
    const auto add = [&list](char feature, DWORD code) {
        QByteArray entry(6, Qt::Uninitialized);
        entry[0] = feature;
        entry[1] = 4;
        qToBigEndian(static_cast<quint32>(code), entry.data() + 2);
        list += entry;
    };
    if (verifies)
        add(FEATURE_VERIFY_PIN_DIRECT, VerifyCode);
    if (changes)
        add(FEATURE_MODIFY_PIN_DIRECT, ChangeCode);
    add(FEATURE_GET_TLV_PROPERTIES, PropertiesCode);
    return list;
}

QByteArray FakePad::properties() const {
    QByteArray list = QByteArray::fromHex("0102100202010706010007010003010a");
    list[9] = static_cast<char>(shortest); // 06 01 00: bMinPINSize
    list[12] = static_cast<char>(longest); // 07 01 00: bMaxPINSize
    return list;
}

QByteArray FakePad::enter(Question question, const QByteArray& block, const PadVisit& visit,
                          SimulatedCard& card) const {
    std::optional<Asked> asked = readQuestion(question, block);
    if (!asked)
        return wordOf(visit.says.value_or(InvalidParameter));
    QByteArray answer;
    if (visit.reachesCard && !visit.typed.isEmpty()) {
        const std::optional<quint16> word = fillIn(*asked, visit.typed, *this);
        answer = word ? wordOf(*word) : card.transmit(asked->apdu);
    }
    return visit.says ? wordOf(*visit.says) : answer;
}

} // namespace madoguchi
