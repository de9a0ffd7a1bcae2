// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the commands of a simulated PIV card work on: its memory, and the security status that a reset wipes.
// Used under the card's lock only.
#pragma once

#include "smartcard/simulator/cardcontent.h"
#include "smartcard/simulator/cardmessaging.h"
#include "smartcard/simulator/statusword.h"

#include <functional>
#include <optional>

namespace madoguchi::simulator {

enum class SelectedApplication { None, Piv, CardManager };

struct PivState {
    CardContent content;
    /// Makes the content durable before the card goes on; false if that failed.
    std::function<bool(const CardContent&)> persist;

    SelectedApplication selected = SelectedApplication::None;
    bool pinVerified = false;
    bool pinFresh = false; ///< nothing came between VERIFY and this command: 9C may sign once
    bool administrator = false;
    QByteArray witness;   ///< what the client must have decrypted; empty outside mutual authentication
    QByteArray challenge; ///< what the client must encrypt; empty outside single authentication
    std::optional<CardMessaging> messaging; ///< while keys are agreed upon

    bool save() const { return persist(content); }
    void forgetLogin() {
        pinVerified = pinFresh = administrator = false;
        witness.clear();
        challenge.clear();
        messaging.reset();
    }
};

} // namespace madoguchi::simulator
