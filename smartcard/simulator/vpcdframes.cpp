// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/vpcdframes.h"

#include <QtEndian>

namespace madoguchi {
namespace {

constexpr qsizetype HeaderSize = 2;

} // namespace

std::optional<QByteArray> VpcdFrames::next() {
    if (m_bytes.size() < HeaderSize)
        return {};
    const qsizetype size = qFromBigEndian<quint16>(m_bytes.constData());
    if (m_bytes.size() < HeaderSize + size)
        return {};
    const QByteArray payload = m_bytes.sliced(HeaderSize, size);
    m_bytes.remove(0, HeaderSize + size);
    return payload;
}

QByteArray VpcdFrames::frame(QByteArrayView payload) {
    Q_ASSERT(payload.size() <= LongestPayload);
    QByteArray bytes(HeaderSize, '\0');
    qToBigEndian(static_cast<quint16>(payload.size()), bytes.data());
    return bytes.append(payload);
}

} // namespace madoguchi
