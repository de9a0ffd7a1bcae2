// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Any card that can be put into a simulated reader or plugged into pcscd. Any thread: every call locks for
// itself; who needs a conversation undisturbed (a transaction) keeps the others away.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace madoguchi {

class SimulatedCard {
public:
    virtual ~SimulatedCard() = default;
    /// Answer to reset; empty for a card that gives none.
    virtual QByteArray atr() const = 0;
    /// Power or reset: whatever was logged in or selected is forgotten.
    virtual void reset() = 0;
    /// The response with its two status bytes, or nothing from a card that does not answer.
    virtual QByteArray transmit(QByteArrayView command) = 0;
};

} // namespace madoguchi
