// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/bertlv.h"

namespace madoguchi::simulator {
namespace {

constexpr int LongestTag = 3;

/// Takes bytes off the front; every step says whether there was enough.
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}
    bool atEnd() const { return m_rest.isEmpty(); }

    std::optional<quint8> byte() {
        if (m_rest.isEmpty())
            return {};
        auto first = static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return first;
    }

    std::optional<QByteArrayView> bytes(qsizetype count) {
        if (count > m_rest.size())
            return {};
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

private:
    QByteArrayView m_rest;
};

std::optional<quint32> readTag(Reader& reader) {
    auto byte = reader.byte();
    if (!byte)
        return {};
    quint32 tag = *byte;
    if ((tag & 0x1F) != 0x1F)
        return tag;
    for (int size = 2; size <= LongestTag; ++size) {
        byte = reader.byte();
        if (!byte)
            return {};
        tag = tag << 8 | *byte;
        if ((*byte & 0x80) == 0)
            return tag;
    }
    return {};
}

std::optional<qsizetype> readLength(Reader& reader) {
    auto first = reader.byte();
    if (!first || *first < 0x80)
        return first;
    if (*first != 0x81 && *first != 0x82)
        return {};
    qsizetype length = 0;
    for (int i = 0; i < (*first & 0x0F); ++i) {
        const auto byte = reader.byte();
        if (!byte)
            return {};
        length = length << 8 | *byte;
    }
    return length;
}

void appendLength(QByteArray& out, qsizetype length) {
    Q_ASSERT(length <= 0xFFFF);
    if (length >= 0x100) {
        out.append(char(0x82)).append(static_cast<char>(length >> 8));
    } else if (length >= 0x80) {
        out.append(char(0x81));
    }
    out.append(static_cast<char>(length & 0xFF));
}

} // namespace

QByteArray encodeTlv(quint32 tag, QByteArrayView value) {
    QByteArray out;
    for (int shift = 16; shift >= 0; shift -= 8) {
        if (tag >> shift || shift == 0)
            out.append(static_cast<char>(tag >> shift & 0xFF));
    }
    appendLength(out, value.size());
    return out.append(value);
}

std::optional<QList<Tlv>> decodeTlvs(QByteArrayView bytes) {
    Reader reader(bytes);
    QList<Tlv> objects;
    while (!reader.atEnd()) {
        const auto tag = readTag(reader);
        const auto length = tag ? readLength(reader) : std::nullopt;
        const auto value = length ? reader.bytes(*length) : std::nullopt;
        if (!value)
            return {};
        objects.append({*tag, value->toByteArray()});
    }
    return objects;
}

std::optional<QByteArray> findTlv(const QList<Tlv>& objects, quint32 tag) {
    for (const Tlv& object : objects) {
        if (object.tag == tag)
            return object.value;
    }
    return {};
}

} // namespace madoguchi::simulator
