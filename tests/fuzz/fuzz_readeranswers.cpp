// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a reader says of itself: the block that asks it for a PIN is whole, whatever it says.

#include "smartcard/pcsc/pcscfeatures.h"
#include "smartcard/pcsc/pinpadblock.h"
#include "tests/fuzz/fuzzinput.h"

using namespace madoguchi;

namespace {

constexpr qsizetype VerifyHead = 19;
constexpr qsizetype ChangeHead = 24;

void mustBeWhole(const PadProperties& reader) {
    const QByteArray command(13, '\xFF');
    must(pinPadBlock({.command = command}, reader).size() == VerifyHead + command.size());
    const PadOrder change{.task = PadOrder::Task::Change, .command = command};
    must(pinPadBlock(change, reader).size() == ChangeHead + command.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView answer(data, static_cast<qsizetype>(size));
    const ControlCodes codes = controlCodesFrom(answer);
    must(codes.size() <= answer.size() / 6);
    must(!featuresFrom(codes).verifiesOnPad || codes.contains(6));
    mustBeWhole(pinPropertiesFrom(answer));
    mustBeWhole(tlvPropertiesFrom(answer));
    return 0;
}
