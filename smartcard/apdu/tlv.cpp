// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/tlv.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint8 MultiByteTag = 0x1F;
constexpr quint8 MoreTagBytes = 0x80;
constexpr int LongestTag = 3;
constexpr quint8 LongLength = 0x80;
constexpr int LongestLength = 3;

} // namespace

Result<Tlv> TlvReader::next() {
    const auto tag = nextTag();
    const auto length = tag ? nextLength() : Result<qsizetype>(fail(tag.error()));
    if (!length || *length > m_rest.size()) {
        m_rest = {};
        return fail(length ? Error{ErrorCode::CardProtocolError, u"data object longer than the answer"_s}
                           : length.error());
    }
    const Tlv object{*tag, m_rest.first(*length)};
    m_rest = m_rest.sliced(*length);
    return object;
}

Result<quint32> TlvReader::nextTag() {
    auto byte = nextByte();
    if (!byte)
        return fail(byte.error());
    quint32 tag = *byte;
    if ((*byte & MultiByteTag) != MultiByteTag)
        return tag;
    for (int read = 1; read < LongestTag; ++read) {
        byte = nextByte();
        if (!byte)
            return fail(byte.error());
        tag = tag << 8 | *byte;
        if ((*byte & MoreTagBytes) == 0)
            return tag;
    }
    return fail(ErrorCode::CardProtocolError, u"tag of more than 3 bytes"_s);
}

Result<qsizetype> TlvReader::nextLength() {
    const auto first = nextByte();
    if (!first)
        return fail(first.error());
    if (*first < LongLength)
        return *first;
    const int count = *first - LongLength;
    if (count == 0 || count > LongestLength)
        return fail(ErrorCode::CardProtocolError, u"length of a form that cards do not use"_s);
    qsizetype length = 0;
    for (int read = 0; read < count; ++read) {
        const auto byte = nextByte();
        if (!byte)
            return fail(byte.error());
        length = length << 8 | *byte;
    }
    return length;
}

Result<quint8> TlvReader::nextByte() {
    if (m_rest.isEmpty())
        return fail(ErrorCode::CardProtocolError, u"data object cut short"_s);
    auto byte = static_cast<quint8>(m_rest.front());
    m_rest = m_rest.sliced(1);
    return byte;
}

Result<QByteArrayView> findTlv(QByteArrayView bytes, quint32 tag) {
    TlvReader reader(bytes);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return fail(object.error());
        if (object->tag == tag)
            return object->value;
    }
    return fail(ErrorCode::CardProtocolError, u"no data object %1"_s.arg(tag, 0, 16));
}

void appendTlv(SecretBytes& bytes, quint32 tag, QByteArrayView value) {
    for (int shift = 16; shift >= 0; shift -= 8) {
        if (tag >> shift != 0)
            bytes.append(static_cast<unsigned char>(tag >> shift));
    }
    Q_ASSERT(value.size() <= 0xFFFF);
    const auto length = static_cast<quint16>(value.size());
    if (length >= 0x100) {
        bytes.append(0x82);
    } else if (length >= 0x80) {
        bytes.append(0x81);
    }
    if (length >= 0x100)
        bytes.append(static_cast<unsigned char>(length >> 8));
    bytes.append(static_cast<unsigned char>(length));
    bytes.append(value);
}

} // namespace madoguchi
