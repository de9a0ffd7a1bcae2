// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/commandapdu.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::size_t LongestPiece = 255;
constexpr quint8 ChainingBit = 0x10; // of CLA, clause 5.4.1

constexpr quint8 Verify = 0x20;
constexpr quint8 ChangeReferenceData = 0x24;
constexpr quint8 ResetRetryCounter = 0x2C;
constexpr quint8 GeneralAuthenticate = 0x87;
constexpr quint8 Select = 0xA4;
constexpr quint8 GetResponse = 0xC0;
constexpr quint8 GetData = 0xCB; // odd instruction: the data field is BER-TLV

} // namespace

CommandApdu::CommandApdu(ApduHeader header, SecretBytes data, ApduAnswer answer)
    : m_header(header), m_data(std::move(data)), m_answer(answer) {}

CommandApdu CommandApdu::selectByName(QByteArrayView aid) {
    return {{.ins = Select, .p1 = 0x04}, SecretBytes::copyOf(aid), ApduAnswer::Data};
}

CommandApdu CommandApdu::getData(QByteArrayView tag) {
    SecretBytes tagList; // 5C: the tags that are wanted; 3FFF: in the current application
    tagList.append(0x5C);
    tagList.append(static_cast<unsigned char>(tag.size()));
    tagList.append(tag);
    return {{.ins = GetData, .p1 = 0x3F, .p2 = 0xFF}, std::move(tagList), ApduAnswer::Data};
}

CommandApdu CommandApdu::verify(quint8 reference, SecretBytes data) {
    return {{.ins = Verify, .p2 = reference}, std::move(data), ApduAnswer::None};
}

CommandApdu CommandApdu::changeReferenceData(quint8 reference, SecretBytes data) {
    return {{.ins = ChangeReferenceData, .p2 = reference}, std::move(data), ApduAnswer::None};
}

CommandApdu CommandApdu::resetRetryCounter(quint8 reference, SecretBytes data) {
    return {{.ins = ResetRetryCounter, .p2 = reference}, std::move(data), ApduAnswer::None};
}

CommandApdu CommandApdu::generalAuthenticate(quint8 algorithm, quint8 key, SecretBytes data) {
    return {{.ins = GeneralAuthenticate, .p1 = algorithm, .p2 = key}, std::move(data), ApduAnswer::Data};
}

CommandApdu CommandApdu::getResponse(int le) {
    CommandApdu command({.ins = GetResponse}, {}, ApduAnswer::Data);
    command.m_le = le;
    return command;
}

std::size_t CommandEncoder::count() const {
    return std::max<std::size_t>(1, (m_command.data().size() + LongestPiece - 1) / LongestPiece);
}

SecretBytes CommandEncoder::piece(std::size_t index) const {
    const bool last = index + 1 == count();
    const std::size_t offset = index * LongestPiece;
    const std::size_t size = std::min(LongestPiece, m_command.data().size() - offset);
    const ApduHeader& header = m_command.header();
    SecretBytes bytes;
    bytes.append(last ? header.cla : static_cast<unsigned char>(header.cla | ChainingBit));
    bytes.append(header.ins);
    bytes.append(header.p1);
    bytes.append(header.p2);
    if (size > 0) {
        bytes.append(static_cast<unsigned char>(size));
        bytes.append(
            m_command.data().view().sliced(static_cast<qsizetype>(offset), static_cast<qsizetype>(size)));
    }
    if (last && m_command.answer() == ApduAnswer::Data)
        bytes.append(static_cast<unsigned char>(m_le % 256)); // 256 is written as 00
    return bytes;
}

} // namespace madoguchi
