// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A command APDU taken apart, short or extended (ISO 7816-4, 5.2). Any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace madoguchi::simulator {

struct ReceivedCommand {
    quint8 cla = 0;
    quint8 ins = 0;
    quint8 p1 = 0;
    quint8 p2 = 0;
    QByteArray data;
    int expected = 256; ///< the most bytes the client takes; 256 too when it did not say

    /// Nothing if the lengths contradict each other.
    static std::optional<ReceivedCommand> parse(QByteArrayView bytes);

    bool isChained() const { return (cla & 0x10) != 0; }
    /// Same class (but for chaining), instruction and parameters.
    bool continues(const ReceivedCommand& earlier) const {
        return (cla & ~0x10) == (earlier.cla & ~0x10) && ins == earlier.ins && p1 == earlier.p1 &&
               p2 == earlier.p2;
    }
};

} // namespace madoguchi::simulator
