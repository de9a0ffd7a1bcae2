// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A simulated card as a transaction without stack or threads, which can be pulled out before any command.
// The thread of the test.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/simulator/simulatedcard.h"

#include <limits>
#include <memory>

namespace madoguchi {

class CardInHand final : public CardTransaction {
public:
    explicit CardInHand(std::shared_ptr<SimulatedCard> card) : m_card(std::move(card)) { m_card->reset(); }
    ~CardInHand() override { m_card->reset(); }

    /// The card gives `commands` more answers, then it is gone.
    void pullAfter(int commands) { m_left = commands; }
    /// The card carries out one command more than it answers.
    void swallowLastAnswer() { m_swallows = true; }
    int commands() const { return m_commands; }

    Result<SecretBytes> transmit(QByteArrayView command) override {
        if (m_left <= 0) {
            if (m_left == 0 && m_swallows)
                m_card->transmit(command);
            m_left = -1;
            return fail(ErrorCode::CardRemoved);
        }
        --m_left;
        ++m_commands;
        return SecretBytes::copyOf(m_card->transmit(command));
    }

private:
    std::shared_ptr<SimulatedCard> m_card;
    int m_left = std::numeric_limits<int>::max();
    int m_commands = 0;
    bool m_swallows = false;
};

} // namespace madoguchi
