// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One command and its answer in as many pieces as the card pleases: chaining, 61xx and 6Cxx.

#include "smartcard/apdu/exchange.h"
#include "tests/fuzz/fuzzedcard.h"

using namespace madoguchi;

namespace {

CommandApdu commandFor(FuzzInput& input) {
    switch (input.byte() % 4) {
    case 0:
        return CommandApdu::selectByName("A name");
    case 1:
        return CommandApdu::verify(0x80, SecretBytes(8));
    case 2: // chained
        return CommandApdu::generalAuthenticate(0x07, 0x9A, SecretBytes(256 + 10));
    default: // chained, no answer wanted
        return CommandApdu({.ins = 0xDB, .p1 = 0x3F, .p2 = 0xFF}, SecretBytes(1'000), ApduAnswer::None);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FuzzInput input(data, size);
    const CommandApdu command = commandFor(input);
    FuzzedCard card(input);
    const auto answer = exchange(card, command);
    // Each GET RESPONSE brings at least a byte, and may be repeated once with another Le.
    must(card.commands() <= 2 * static_cast<int>(LongestAnswer) + 8);
    if (answer) {
        must(answer->data.size() <= LongestAnswer);
        must(!answer->status.bytesAvailable() && !answer->status.wantedLength());
    }
    return 0;
}
