// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How much was said to one card. A value; any thread.
#pragma once

#include <QtGlobal>

namespace madoguchi {

struct CardTraffic {
    int commands = 0;         ///< APDUs, each piece of a chain and each GET RESPONSE counted
    qint64 bytesSent = 0;     ///< command bytes
    qint64 bytesReceived = 0; ///< response bytes with status words

    CardTraffic& operator+=(const CardTraffic& other) {
        commands += other.commands;
        bytesSent += other.bytesSent;
        bytesReceived += other.bytesReceived;
        return *this;
    }
    bool operator==(const CardTraffic&) const = default;
};

} // namespace madoguchi
