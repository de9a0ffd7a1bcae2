// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/readermonitor.h"

#include <condition_variable>
#include <mutex>

using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr auto RetryInterval = 500ms;
constexpr auto InterruptInterval = 20ms;
constexpr int InterruptTries = 100;

} // namespace

struct ReaderMonitor::Shared {
    Shared(std::shared_ptr<CardStack> theStack, std::shared_ptr<Mailbox> theMailbox,
           std::function<void(Result<QList<ReaderState>>)> theReport)
        : stack(std::move(theStack)), mailbox(std::move(theMailbox)), report(std::move(theReport)) {}

    std::shared_ptr<CardStack> stack;
    std::shared_ptr<Mailbox> mailbox;
    std::function<void(Result<QList<ReaderState>>)> report; ///< main thread only; empty when nobody listens

    std::mutex mutex;
    std::condition_variable changed;
    bool stopped = false;

    bool isStopped() {
        const std::lock_guard lock(mutex);
        return stopped;
    }

    void stop() {
        const std::lock_guard lock(mutex);
        stopped = true;
        changed.notify_all();
    }

    void pause() {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, RetryInterval, [this] { return stopped; });
    }
};

ReaderMonitor::ReaderMonitor(std::shared_ptr<CardStack> stack, std::shared_ptr<Mailbox> mailbox,
                             std::function<void(Result<QList<ReaderState>>)> report)
    : m_shared(std::make_shared<Shared>(std::move(stack), std::move(mailbox), std::move(report)))
    , m_thread([shared = m_shared] { watch(shared); }) {}

ReaderMonitor::~ReaderMonitor() {
    m_shared->report = nullptr; // what waits in the mailbox comes too late
    m_shared->stop();
    for (int tried = 0; tried < InterruptTries; ++tried) {
        m_shared->stack->interrupt(); // again and again: one that comes before the wait may be lost
        if (m_thread.join(InterruptInterval))
            return;
    }
}

void ReaderMonitor::watch(const std::shared_ptr<Shared>& shared) {
    QList<ReaderState> known;
    shared->stack->interrupt(); // no readers at all is news too, the first time
    while (!shared->isStopped()) {
        auto states = shared->stack->waitForChange(known);
        if (shared->isStopped())
            return;
        known = states ? *states : QList<ReaderState>();
        const bool failed = !states;
        shared->mailbox->post([shared, states = std::move(states)] {
            if (shared->report)
                shared->report(states);
        });
        if (failed) {
            shared->pause();
            shared->stack->interrupt();
        }
    }
}

} // namespace madoguchi
