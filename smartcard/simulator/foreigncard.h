// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A working card that is no PIV card, such as a point card or somebody's transport card: it knows no
// application and no command. Any thread.
#pragma once

#include "smartcard/simulator/simulatedcard.h"

namespace madoguchi {

class ForeignCard final : public SimulatedCard {
public:
    QByteArray atr() const override;
    void reset() override {}
    /// 6A82 to SELECT, 6D00 to everything else.
    QByteArray transmit(QByteArrayView command) override;
};

} // namespace madoguchi
