// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A fuzzer's bytes, taken from the front. Past the end there are zeros, so that every input means something.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <cstdlib>

namespace madoguchi {

class FuzzInput {
public:
    FuzzInput(const std::uint8_t* data, std::size_t size) : m_rest(data, static_cast<qsizetype>(size)) {}

    bool atEnd() const { return m_rest.isEmpty(); }
    QByteArrayView rest() const { return m_rest; }
    quint8 byte() {
        if (m_rest.isEmpty())
            return 0;
        const auto first = static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return first;
    }
    /// Two bytes, big-endian.
    int number() {
        const int high = byte();
        return high << 8 | byte();
    }
    /// At most `count` bytes.
    QByteArray bytes(qsizetype count) {
        const QByteArray taken = m_rest.first(qMin(count, m_rest.size())).toByteArray();
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }

private:
    QByteArrayView m_rest;
};

/// What must hold whatever the bytes are.
inline void must(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace madoguchi
