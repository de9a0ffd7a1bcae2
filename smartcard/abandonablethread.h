// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A thread that its owner can leave behind when it is stuck in a call that never returns. What it works on
// must therefore be its own or shared with it, never borrowed. The owner's thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace madoguchi {

class AbandonableThread {
public:
    explicit AbandonableThread(std::function<void()> body);
    /// Abandons the thread unless it was joined.
    ~AbandonableThread();
    AbandonableThread(const AbandonableThread&) = delete;
    AbandonableThread& operator=(const AbandonableThread&) = delete;

    /// Waits for the body to return, at most `limit`. False: it still runs.
    bool join(std::chrono::milliseconds limit);

private:
    struct Ending {
        std::mutex mutex;
        std::condition_variable changed;
        bool ended = false;
    };

    std::shared_ptr<Ending> m_ending = std::make_shared<Ending>();
    std::thread m_thread;
};

} // namespace madoguchi
