// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Frames of vpcd's protocol: two bytes of length, most significant first, then that many bytes. Any thread;
// one object, one thread at a time.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace madoguchi {

/// Puts frames together from whatever pieces the socket gives. Any bytes are some frames, so nothing is
/// refused; at most one frame (65,537 bytes) and the last piece are held.
class VpcdFrames {
public:
    static constexpr qsizetype LongestPayload = 0xFFFF;

    void append(QByteArrayView bytes) { m_bytes += bytes; }
    /// The payload of the next whole frame, taken out; nothing until it is all there.
    std::optional<QByteArray> next();

    /// A frame with that payload, which is not longer than LongestPayload.
    static QByteArray frame(QByteArrayView payload);

private:
    QByteArray m_bytes;
};

} // namespace madoguchi
