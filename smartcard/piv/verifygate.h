// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Settles between the card's worker and the main thread whether VERIFY went to the card: either the worker
// passes and the try counts whatever comes of it, or the main thread shuts first and no PIN is sent any more.
// Any thread.
#pragma once

#include <atomic>

namespace madoguchi {

class VerifyGate {
public:
    /// Right before VERIFY. False: it was shut, so VERIFY must not be sent.
    bool pass() { return moveOn(State::Passed); }
    /// True: VERIFY was not sent and never will be. False: it was, or may have been.
    bool shut() { return moveOn(State::Shut); }

private:
    enum class State { Open, Passed, Shut };
    bool moveOn(State next) {
        State open = State::Open;
        return m_state.compare_exchange_strong(open, next) || open == next;
    }
    std::atomic<State> m_state = State::Open;
};

} // namespace madoguchi
