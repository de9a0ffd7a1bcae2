// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/mailbox.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace madoguchi {

Mailbox::Mailbox() : m_bell(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Mailbox::~Mailbox() {
    ::close(m_bell);
}

void Mailbox::post(std::function<void()> call) {
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_calls.push_back(std::move(call));
    eventfd_write(m_bell, 1);
}

std::vector<std::function<void()>> Mailbox::takeAll() {
    const std::lock_guard lock(m_mutex);
    eventfd_t rings = 0;
    eventfd_read(m_bell, &rings);
    return std::exchange(m_calls, {});
}

void Mailbox::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_calls.clear();
}

} // namespace madoguchi
