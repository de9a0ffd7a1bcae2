// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/receivedcommand.h"

namespace madoguchi::simulator {
namespace {

int byteAt(QByteArrayView bytes, qsizetype index) {
    return static_cast<quint8>(bytes[index]);
}

int wordAt(QByteArrayView bytes, qsizetype index) {
    return byteAt(bytes, index) << 8 | byteAt(bytes, index + 1);
}

int orMost(int value, int most) {
    return value == 0 ? most : value;
}

bool parseShort(QByteArrayView body, ReceivedCommand& command) {
    if (body.size() == 1) {
        command.expected = orMost(byteAt(body, 0), 256);
        return true;
    }
    const int length = byteAt(body, 0);
    if (length == 0 || (body.size() != 1 + length && body.size() != 2 + length))
        return false;
    command.data = body.sliced(1, length).toByteArray();
    if (body.size() == 2 + length)
        command.expected = orMost(byteAt(body, 1 + length), 256);
    return true;
}

bool parseExtended(QByteArrayView body, ReceivedCommand& command) {
    const int first = wordAt(body, 1);
    if (body.size() == 3) {
        command.expected = orMost(first, 65536);
        return true;
    }
    if (first == 0 || (body.size() != 3 + first && body.size() != 5 + first))
        return false;
    command.data = body.sliced(3, first).toByteArray();
    if (body.size() == 5 + first)
        command.expected = orMost(wordAt(body, 3 + first), 65536);
    return true;
}

} // namespace

std::optional<ReceivedCommand> ReceivedCommand::parse(QByteArrayView bytes) {
    if (bytes.size() < 4)
        return {};
    ReceivedCommand command;
    command.cla = static_cast<quint8>(bytes[0]);
    command.ins = static_cast<quint8>(bytes[1]);
    command.p1 = static_cast<quint8>(bytes[2]);
    command.p2 = static_cast<quint8>(bytes[3]);
    const QByteArrayView body = bytes.sliced(4);
    if (body.isEmpty())
        return command;
    const bool extended = body.size() >= 3 && body[0] == 0;
    if (!(extended ? parseExtended(body, command) : parseShort(body, command)))
        return {};
    return command;
}

} // namespace madoguchi::simulator
