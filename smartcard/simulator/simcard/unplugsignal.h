// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Tells that somebody wants the card out: SIGTERM, SIGINT, or the end of standard input. Main thread.
#pragma once

#include "app/base/result.h"

#include <QList>

namespace madoguchi::simcard {

class UnplugSignal {
public:
    /// From now on the two signals no longer end the program. FileUnreadable if the
    /// system gives no descriptor.
    static Result<UnplugSignal> watch();
    UnplugSignal(UnplugSignal&& other) noexcept;
    UnplugSignal(const UnplugSignal&) = delete;
    UnplugSignal& operator=(const UnplugSignal&) = delete;
    ~UnplugSignal();

    /// What becomes readable when it may be time.
    QList<int> descriptors() const;
    /// Whether it is. What was typed is read and dropped.
    bool isGiven();

private:
    explicit UnplugSignal(int signalDescriptor) : m_signal(signalDescriptor) {}

    int m_signal;
};

} // namespace madoguchi::simcard
