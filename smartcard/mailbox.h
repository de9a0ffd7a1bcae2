// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Carries calls from any thread to the main thread, in order. It may outlive its reader: what is posted
// after close() is dropped, so that an abandoned thread can still post. A queue of its own with a file
// descriptor as the bell, because Qt's event queue is opaque to ThreadSanitizer.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

namespace madoguchi {

class Mailbox {
public:
    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// Any thread. `call` runs on the main thread; what it captures must be alive whenever that is.
    void post(std::function<void()> call);

    /// Readable when there is something to take; for a QSocketNotifier. Main thread.
    int bell() const { return m_bell; }
    /// Takes everything posted so far and silences the bell. Main thread.
    std::vector<std::function<void()>> takeAll();
    /// Drops what is there and what comes. Main thread.
    void close();

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_calls;
    bool m_closed = false;
    int m_bell;
};

} // namespace madoguchi
