// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card that says nothing: put in upside down, broken, or stuck in the middle of a conversation. Any thread.
#pragma once

#include "smartcard/simulator/simulatedcard.h"

namespace madoguchi {

class SilentCard final : public SimulatedCard {
public:
    enum class Silence {
        AtReset,    ///< no answer to reset: the reader shows it as mute
        AtCommands, ///< an answer to reset, but never one to a command
    };
    explicit SilentCard(Silence silence) : m_silence(silence) {}

    QByteArray atr() const override;
    void reset() override {}
    QByteArray transmit(QByteArrayView) override { return {}; }

private:
    Silence m_silence;
};

} // namespace madoguchi
