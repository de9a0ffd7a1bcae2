// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/airinterface.h"

namespace madoguchi::simulator {
namespace {

constexpr quint8 MessagingKey = 0x04;
constexpr quint8 CardAuthenticationKey = 0x9E;

/// CHUID, discovery object, certificate of 9E and signer of secure messaging: readable by everybody.
bool isOpenObject(const QByteArray& tagList) {
    for (const char* open : {"5C035FC102", "5C017E", "5C035FC101", "5C035FC122"}) {
        if (tagList == QByteArray::fromHex(open))
            return true;
    }
    return false;
}

} // namespace

std::optional<StatusWord> refusalInTheAir(const ReceivedCommand& command, bool isProtected) {
    switch (command.ins) {
    case 0x2C: // RESET RETRY COUNTER, GENERATE, PUT DATA: never
    case 0x47:
    case 0xDB:
        return StatusWord::FunctionUnsupported;
    case 0x20: // VERIFY and CHANGE REFERENCE DATA
    case 0x24:
        return isProtected ? std::nullopt : std::optional(StatusWord::SecurityNotSatisfied);
    case 0x87:
        return isProtected || command.p2 == MessagingKey || command.p2 == CardAuthenticationKey
                   ? std::nullopt
                   : std::optional(StatusWord::SecurityNotSatisfied);
    case 0xCB:
        return isProtected || isOpenObject(command.data) ? std::nullopt
                                                         : std::optional(StatusWord::SecurityNotSatisfied);
    default:
        return {};
    }
}

} // namespace madoguchi::simulator
