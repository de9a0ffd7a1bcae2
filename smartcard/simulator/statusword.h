// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// ISO 7816-4 status words that the simulated cards answer with. Any thread.
#pragma once

#include <QByteArray>

namespace madoguchi::simulator {

enum class StatusWord : quint16 {
    Success = 0x9000,
    MoreData = 0x6100,   ///< low byte: how much, 00 for 256 or more
    WrongTries = 0x63C0, ///< low four bits: tries left
    MemoryFailure = 0x6581,
    WrongLength = 0x6700,
    LastCommandExpected = 0x6883, ///< the command chain was broken
    SecureMessagingUnsupported = 0x6882,
    SecurityNotSatisfied = 0x6982,
    AuthenticationBlocked = 0x6983,
    ConditionsNotSatisfied = 0x6985,
    CommandNotAllowed = 0x6986,      ///< no application is selected
    MessagingObjectMissing = 0x6987, ///< of secure messaging
    MessagingObjectWrong = 0x6988,
    WrongData = 0x6A80,
    FunctionUnsupported = 0x6A81,
    NotFound = 0x6A82,
    NotEnoughMemory = 0x6A84,
    WrongParameters = 0x6A86,
    ReferenceNotFound = 0x6A88,
    InstructionUnknown = 0x6D00,
    ClassUnknown = 0x6E00,
};

/// What a command leads to; the data is empty unless the status is Success.
struct Reply {
    StatusWord status = StatusWord::Success;
    QByteArray data = {};
};

inline Reply success(QByteArray data = {}) {
    return {StatusWord::Success, std::move(data)};
}

/// 63Cx with x tries left, at most 15.
inline StatusWord wrongTries(int left) {
    const int shown = left < 0 ? 0 : (left > 15 ? 15 : left);
    return static_cast<StatusWord>(static_cast<int>(StatusWord::WrongTries) | shown);
}

/// The two bytes as they end a response.
inline QByteArray statusBytes(StatusWord status) {
    const auto word = static_cast<quint16>(status);
    return QByteArray(1, static_cast<char>(word >> 8)).append(static_cast<char>(word & 0xFF));
}

} // namespace madoguchi::simulator
