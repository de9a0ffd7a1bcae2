// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pinpadblock.h"

#include <QtEndian>

#include <algorithm>
#include <reader.h>

namespace madoguchi {
namespace {

constexpr quint8 AsciiFromTheLeft = 0x82;  // bmFormatString: counted in bytes, no offset, left, ASCII
constexpr quint8 EightBytes = 0x08;        // bmPINBlockString: no length before the PIN
constexpr quint8 NoLength = 0x00;          // bmPINLengthFormat
constexpr quint8 PresentPinAt = 0;         // bInsertionOffsetOld, in the data
constexpr quint8 NewPinAt = 8;             // bInsertionOffsetNew
constexpr quint8 AskPresentAndRepeat = 03; // bConfirmPIN: 01 the new PIN twice, 02 the present one too
constexpr quint8 OkKey = 0x02;             // bEntryValidationCondition
constexpr quint16 Japanese = 0x0411;
constexpr qsizetype PrologueSize = 3; // of T=1, which the reader makes itself
constexpr qsizetype EndingsPlace = 2;
constexpr qsizetype PinPropertiesSize = 4;

template <class Number>
void append(QByteArray& block, Number number) {
    const Number little = qToLittleEndian(number);
    block.append(reinterpret_cast<const char*>(&little), sizeof little);
}

/// XXYY: the shortest and the longest PIN.
quint16 lengths(const PadOrder& order, const PadProperties& reader) {
    const quint8 shortest = std::max(order.shortest, reader.shortest);
    const quint8 longest = reader.longest == 0 ? order.longest : std::min(order.longest, reader.longest);
    return static_cast<quint16>(shortest << 8 | longest);
}

} // namespace

PadProperties pinPropertiesFrom(QByteArrayView answer) {
    PadProperties properties;
    if (answer.size() >= PinPropertiesSize)
        properties.endings = static_cast<quint8>(answer[EndingsPlace]);
    return properties;
}

PadProperties tlvPropertiesFrom(QByteArrayView answer) {
    PadProperties properties;
    while (answer.size() >= 2) {
        const qsizetype size = static_cast<quint8>(answer[1]);
        if (answer.size() < 2 + size)
            break;
        const quint8 value = size == 1 ? static_cast<quint8>(answer[2]) : 0;
        switch (answer[0]) {
        case PCSCv2_PART10_PROPERTY_bEntryValidationCondition:
            properties.endings = value;
            break;
        case PCSCv2_PART10_PROPERTY_bMinPINSize:
            properties.shortest = value;
            break;
        case PCSCv2_PART10_PROPERTY_bMaxPINSize:
            properties.longest = value;
            break;
        default: // the others are of no use to us
            break;
        }
        answer = answer.sliced(2 + size);
    }
    return properties;
}

QByteArray pinPadBlock(const PadOrder& order, const PadProperties& reader) {
    const bool changes = order.task == PadOrder::Task::Change;
    const auto seconds =
        static_cast<quint8>(std::min<std::chrono::seconds::rep>(order.timeOut.count(), 0xFF));
    QByteArray block;
    append(block, seconds); // bTimerOut
    append(block, seconds); // bTimerOut2, after the first key
    append(block, AsciiFromTheLeft);
    append(block, EightBytes);
    append(block, NoLength);
    if (changes) {
        append(block, PresentPinAt);
        append(block, NewPinAt);
    }
    append(block, lengths(order, reader));
    if (changes)
        append(block, AskPresentAndRepeat);
    append(block, reader.endings == 0 || (reader.endings & OkKey) != 0 ? OkKey : reader.endings);
    const quint8 messages = changes ? 3 : 1;
    append(block, messages); // bNumberMessage
    append(block, Japanese);
    for (quint8 message = 0; message < messages; ++message)
        append(block, message); // bMsgIndex
    block.append(PrologueSize, '\0');
    append(block, static_cast<quint32>(order.command.size()));
    return block + order.command;
}

} // namespace madoguchi
