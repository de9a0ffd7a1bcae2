// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A simulated card that goes dead at one command. Made in the thread of the test; commands come from the
// card's worker.
#pragma once

#include "smartcard/simulator/simulatedcard.h"

#include <atomic>
#include <functional>
#include <memory>

namespace madoguchi {

enum class Cut { BeforeTheCommand, BeforeTheAnswer };

/// Another card's body whose `at`-th command from now on is the last: `atCut` is called on the worker, then
/// the card says nothing more.
class CutCard final : public SimulatedCard {
public:
    CutCard(std::shared_ptr<SimulatedCard> card, int at, Cut cut, std::function<void()> atCut)
        : m_card(std::move(card)), m_left(at), m_cut(cut), m_atCut(std::move(atCut)) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        ++m_commands;
        if (m_left-- > 0)
            return m_card->transmit(command);
        if (m_cut == Cut::BeforeTheAnswer)
            m_card->transmit(command);
        m_atCut();
        return {};
    }
    int commands() const { return m_commands; }

private:
    std::shared_ptr<SimulatedCard> m_card;
    int m_left;
    Cut m_cut;
    std::function<void()> m_atCut;
    std::atomic<int> m_commands = 0;
};

} // namespace madoguchi
