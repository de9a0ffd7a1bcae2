// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Two hostile cards. FuzzedCard knows nothing and says what the input says; SpoiltCard is a simulated card
// whose answers are spoilt on their way, so that the input need not know any key to get far.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/simulator/simulatedcard.h"
#include "tests/fuzz/fuzzinput.h"

namespace madoguchi {

/// Each answer is two bytes of length and the answer. A length of 0, or the end of the input: the card is
/// gone.
class FuzzedCard final : public CardTransaction {
public:
    explicit FuzzedCard(FuzzInput& input) : m_input(input) {}

    Result<SecretBytes> transmit(QByteArrayView) override {
        ++m_commands;
        const QByteArray answer = m_input.bytes(m_input.number());
        if (answer.isEmpty())
            return fail(ErrorCode::CardRemoved);
        return SecretBytes::copyOf(answer);
    }
    Result<std::optional<quint16>> enterOnPad(const PadOrder&) override {
        return std::optional(static_cast<quint16>(m_input.number()));
    }
    int commands() const { return m_commands; }

private:
    FuzzInput& m_input;
    int m_commands = 0;
};

/// For each answer one byte says what becomes of it; past the end of the input answers are left alone.
class SpoiltCard final : public CardTransaction {
public:
    SpoiltCard(SimulatedCard& card, FuzzInput& input) : m_card(card), m_input(input) { m_card.reset(); }

    Result<SecretBytes> transmit(QByteArrayView command) override {
        QByteArray answer = m_card.transmit(command);
        switch (m_input.byte() % 9) {
        case 1:
            answer = m_input.bytes(m_input.byte());
            break;
        case 2:
            answer.truncate(m_input.number() % (answer.size() + 1));
            break;
        case 3: {
            const qsizetype at = m_input.number() % answer.size();
            answer[at] = static_cast<char>(static_cast<quint8>(answer[at]) ^ m_input.byte());
            break;
        }
        case 4:
            answer = answer.chopped(2) + m_input.bytes(2);
            break;
        case 5: {
            const qsizetype at = m_input.number() % answer.size();
            answer.insert(at, m_input.bytes(m_input.byte()));
            break;
        }
        case 6:
            return fail(ErrorCode::CardRemoved);
        case 7:
            m_card.reset();
            break;
        case 8: // the answer to another question
            std::swap(answer, m_before);
            break;
        default:
            break;
        }
        m_before = answer;
        // The stack gives no answer that is shorter.
        return answer.size() < 2 ? Result<SecretBytes>(fail(ErrorCode::CardRemoved))
                                 : SecretBytes::copyOf(answer);
    }

    /// Nobody comes to the pad: the reader says what it likes.
    Result<std::optional<quint16>> enterOnPad(const PadOrder&) override {
        return std::optional(static_cast<quint16>(m_input.number()));
    }

private:
    SimulatedCard& m_card;
    FuzzInput& m_input;
    QByteArray m_before;
};

} // namespace madoguchi
