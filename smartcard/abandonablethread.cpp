// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/abandonablethread.h"

namespace madoguchi {

AbandonableThread::AbandonableThread(std::function<void()> body)
    : m_thread([body = std::move(body), ending = m_ending]() mutable {
        body();
        body = nullptr; // what it owns ends before it counts as ended
        const std::lock_guard lock(ending->mutex);
        ending->ended = true;
        ending->changed.notify_all();
    }) {}

AbandonableThread::~AbandonableThread() {
    if (m_thread.joinable())
        m_thread.detach();
}

bool AbandonableThread::join(std::chrono::milliseconds limit) {
    if (!m_thread.joinable())
        return true;
    std::unique_lock lock(m_ending->mutex);
    if (!m_ending->changed.wait_for(lock, limit, [this] { return m_ending->ended; }))
        return false;
    lock.unlock();
    m_thread.join();
    return true;
}

} // namespace madoguchi
