// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/foreigncard.h"

#include "smartcard/simulator/receivedcommand.h"
#include "smartcard/simulator/statusword.h"

namespace madoguchi {

QByteArray ForeignCard::atr() const {
    return QByteArray::fromHex("3B880180504F494E54434442"); // T=1, historical bytes of no meaning
}

QByteArray ForeignCard::transmit(QByteArrayView command) {
    using simulator::StatusWord;
    const auto parsed = simulator::ReceivedCommand::parse(command);
    if (!parsed)
        return simulator::statusBytes(StatusWord::WrongLength);
    return simulator::statusBytes(parsed->ins == 0xA4 ? StatusWord::NotFound
                                                      : StatusWord::InstructionUnknown);
}

} // namespace madoguchi
