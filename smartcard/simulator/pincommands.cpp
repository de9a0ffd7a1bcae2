// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/pincommands.h"

#include <algorithm>
#include <openssl/crypto.h>

namespace madoguchi::simulator {
namespace {

constexpr qsizetype Size = 8;
constexpr qsizetype Shortest = 6;
constexpr quint8 PivPin = 0x80;
constexpr quint8 Puk = 0x81;
constexpr char Padding = char(0xFF);

/// 6 to 8 bytes, then padding only.
bool isPadded(QByteArrayView value) {
    if (value.size() != Size)
        return false;
    qsizetype length = Size;
    while (length > 0 && value[length - 1] == Padding)
        --length;
    return length >= Shortest && !value.first(length).contains(Padding);
}

bool isWellFormedPin(const CardPersonality& card, QByteArrayView value) {
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || c == Padding; };
    return isPadded(value) && (!card.onlyDigitsInPin || std::all_of(value.begin(), value.end(), isDigit));
}

Reply wrong(const PivState& state, const CardReferenceValue& reference) {
    if (reference.left == 0 && state.content.personality.blocksOnLastWrongTry)
        return {StatusWord::AuthenticationBlocked};
    return {wrongTries(reference.left)};
}

Reply compare(PivState& state, CardReferenceValue& reference, QByteArrayView value) {
    if (reference.left == 0)
        return {StatusWord::AuthenticationBlocked};
    --reference.left;
    if (!state.save())
        return {StatusWord::MemoryFailure};
    if (value.size() != Size || CRYPTO_memcmp(value.data(), reference.value.constData(), Size) != 0)
        return wrong(state, reference);
    reference.left = reference.tries;
    return {state.save() ? StatusWord::Success : StatusWord::MemoryFailure};
}

Reply status(const PivState& state) {
    if (state.content.pin.left == 0)
        return {StatusWord::AuthenticationBlocked};
    if (state.pinVerified)
        return success();
    return {wrongTries(state.content.pin.left)};
}

} // namespace

Reply verify(PivState& state, const ReceivedCommand& command) {
    if (command.p2 != PivPin)
        return {StatusWord::ReferenceNotFound};
    if (command.p1 == 0xFF && command.data.isEmpty()) {
        state.pinVerified = state.pinFresh = false;
        return success();
    }
    if (command.p1 != 0)
        return {StatusWord::WrongParameters};
    if (command.data.isEmpty())
        return status(state);
    const bool wellFormed = isWellFormedPin(state.content.personality, command.data);
    if (!wellFormed && !state.content.personality.malformedPinCostsTry)
        return {StatusWord::WrongData};
    Reply reply = compare(state, state.content.pin, command.data);
    state.pinVerified = state.pinFresh = reply.status == StatusWord::Success;
    return reply;
}

Reply changeReferenceData(PivState& state, const ReceivedCommand& command) {
    if (command.p1 != 0)
        return {StatusWord::WrongParameters};
    if (command.p2 != PivPin && command.p2 != Puk)
        return {StatusWord::ReferenceNotFound};
    if (command.data.size() != 2 * Size)
        return {StatusWord::WrongLength};
    const bool isPin = command.p2 == PivPin;
    const QByteArray next = command.data.sliced(Size);
    if (!(isPin ? isWellFormedPin(state.content.personality, next) : isPadded(next)))
        return {StatusWord::WrongData};
    CardReferenceValue& reference = isPin ? state.content.pin : state.content.puk;
    Reply reply = compare(state, reference, QByteArrayView(command.data).first(Size));
    if (isPin)
        state.pinVerified = reply.status == StatusWord::Success && state.content.personality.verifiesOnChange;
    if (reply.status != StatusWord::Success)
        return reply;
    reference.value = next;
    return {state.save() ? StatusWord::Success : StatusWord::MemoryFailure};
}

Reply resetRetryCounter(PivState& state, const ReceivedCommand& command) {
    if (command.p1 != 0)
        return {StatusWord::WrongParameters};
    if (command.p2 != PivPin)
        return {StatusWord::ReferenceNotFound};
    if (command.data.size() != 2 * Size)
        return {StatusWord::WrongLength};
    const QByteArray next = command.data.sliced(Size);
    if (!isWellFormedPin(state.content.personality, next))
        return {StatusWord::WrongData};
    Reply reply = compare(state, state.content.puk, QByteArrayView(command.data).first(Size));
    if (reply.status != StatusWord::Success)
        return reply;
    state.pinVerified = false;
    state.content.pin.value = next;
    state.content.pin.left = state.content.pin.tries;
    return {state.save() ? StatusWord::Success : StatusWord::MemoryFailure};
}

} // namespace madoguchi::simulator
