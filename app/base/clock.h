// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The time, as a seam: the only fake in our tests besides cards' bytes. Any thread.
#pragma once

#include <QDateTime>

#include <chrono>

namespace madoguchi {

class Clock {
public:
    virtual ~Clock() = default;
    /// Wall-clock time in UTC. People and networks can set it, so nothing that protects may rest on it alone.
    virtual QDateTime now() const = 0;
    /// Time since this machine started, sleep included; it only grows. Comparable within one bootId().
    virtual std::chrono::milliseconds sinceBoot() const = 0;
    /// Identifies this start of the machine; empty if the system does not tell.
    virtual QByteArray bootId() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override;
    std::chrono::milliseconds sinceBoot() const override;
    QByteArray bootId() const override;
};

} // namespace madoguchi
