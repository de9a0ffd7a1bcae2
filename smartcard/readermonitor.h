// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Watches the readers on a thread of its own and reports each change to the main thread; tries again by
// itself while the service is missing. Made, used and destroyed on the main thread.
#pragma once

#include "smartcard/abandonablethread.h"
#include "smartcard/cardstack.h"
#include "smartcard/mailbox.h"

#include <functional>
#include <memory>

namespace madoguchi {

class ReaderMonitor {
public:
    /// `report` gets all readers at once when the thread starts and after each change, or why they can't be
    /// had, again for each try; called on the main thread, by `mailbox`, and never after the destructor.
    ReaderMonitor(std::shared_ptr<CardStack> stack, std::shared_ptr<Mailbox> mailbox,
                  std::function<void(Result<QList<ReaderState>>)> report);
    /// Interrupts the wait; abandons the thread if the stack does not obey within two seconds.
    ~ReaderMonitor();
    ReaderMonitor(const ReaderMonitor&) = delete;
    ReaderMonitor& operator=(const ReaderMonitor&) = delete;

private:
    struct Shared;
    static void watch(const std::shared_ptr<Shared>& shared);

    std::shared_ptr<Shared> m_shared;
    AbandonableThread m_thread;
};

} // namespace madoguchi
