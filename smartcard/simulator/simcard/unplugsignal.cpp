// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/simcard/unplugsignal.h"

#include <array>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi::simcard {
namespace {

bool isReadable(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    return poll(&waiting, 1, 0) == 1;
}

} // namespace

Result<UnplugSignal> UnplugSignal::watch() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int descriptor = signalfd(-1, &signals, SFD_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::FileUnreadable, u"no descriptor for signals"_s);
    return UnplugSignal(descriptor);
}

UnplugSignal::UnplugSignal(UnplugSignal&& other) noexcept : m_signal(std::exchange(other.m_signal, -1)) {}

UnplugSignal::~UnplugSignal() {
    if (m_signal >= 0)
        close(m_signal);
}

QList<int> UnplugSignal::descriptors() const {
    return {m_signal, STDIN_FILENO};
}

bool UnplugSignal::isGiven() {
    if (isReadable(m_signal))
        return true;
    std::array<char, 256> typed;
    return isReadable(STDIN_FILENO) && read(STDIN_FILENO, typed.data(), typed.size()) <= 0;
}

} // namespace madoguchi::simcard
