// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/silentcard.h"

#include "smartcard/simulator/cardpersonality.h"

namespace madoguchi {

QByteArray SilentCard::atr() const {
    return m_silence == Silence::AtReset ? QByteArray() : CardPersonality::plain().atr;
}

} // namespace madoguchi
