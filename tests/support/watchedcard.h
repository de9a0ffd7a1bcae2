// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card with somebody looking over its shoulder: `before` sees each command before the card does. On the
// thread of the conversation.
#pragma once

#include "smartcard/simulator/simulatedcard.h"
#include "tests/support/pincommand.h"

#include <functional>
#include <memory>

namespace madoguchi {

class WatchedCard final : public SimulatedCard {
public:
    WatchedCard(std::shared_ptr<SimulatedCard> card, std::function<void(QByteArrayView)> before)
        : m_card(std::move(card)), m_before(std::move(before)) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        m_before(command);
        return m_card->transmit(command);
    }
    /// VERIFY that carries a PIN, rather than asking for the counter.
    static bool isPinTry(QByteArrayView command) { return command.at(1) == 0x20 && carriesPin(command); }

private:
    std::shared_ptr<SimulatedCard> m_card;
    std::function<void(QByteArrayView)> m_before;
};

} // namespace madoguchi
