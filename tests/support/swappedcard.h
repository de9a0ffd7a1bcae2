// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A reader that lies about which card it holds: from swap() on another card answers, and nothing says that
// the first one left. Any thread.
#pragma once

#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/expect.h"
#include "tests/support/pincommand.h"

#include <atomic>
#include <memory>
#include <utility>

namespace madoguchi {

class SwappedCard final : public SimulatedCard {
public:
    /// The second card is what can be read from the first: the same objects, another key in 9E. It knows the
    /// PIN, so that nothing but its genuineness keeps it out.
    SwappedCard(const CardOrder& order, const CertificateAuthority& authority) {
        CardContent content = expect(makeCard(order, authority));
        CardContent copy = expect(CardContent::fromJson(expect(content.toJson())));
        copy.keys.insert_or_assign(0x9E, expect(CardKey::generate(CardKeyAlgorithm::P256)));
        m_original = std::make_shared<SimulatedPivCard>(std::move(content));
        m_copy = std::make_shared<SimulatedPivCard>(std::move(copy));
    }

    const std::shared_ptr<SimulatedPivCard>& original() const { return m_original; }
    void swap() { m_swapped = true; }
    /// As soon as the conversation in which the first card proves its 9E key for the `proofs`-th time is
    /// over.
    void swapAfter(int proofs) { m_proofsLeft = proofs; }
    /// Commands with a PIN or PUK that the second card got.
    int pinsGiven() const { return m_pinsGiven; }

    QByteArray atr() const override { return m_original->atr(); }
    void reset() override {
        m_original->reset();
        m_copy->reset();
        if (m_proofsLeft == 0)
            swap();
    }
    QByteArray transmit(QByteArrayView command) override {
        if (!m_swapped) {
            m_proofsLeft -= command.at(1) == '\x87' && command.at(3) == '\x9E' ? 1 : 0;
            return m_original->transmit(command);
        }
        m_pinsGiven += carriesPin(command) ? 1 : 0;
        return m_copy->transmit(command);
    }

private:
    std::shared_ptr<SimulatedPivCard> m_original;
    std::shared_ptr<SimulatedPivCard> m_copy;
    std::atomic<bool> m_swapped = false;
    std::atomic<int> m_proofsLeft = -1; ///< negative: never
    std::atomic<int> m_pinsGiven = 0;
};

} // namespace madoguchi
