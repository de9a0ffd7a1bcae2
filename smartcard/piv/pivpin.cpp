// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivpin.h"

#include <QMetaEnum>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::size_t ShortestPin = 6;
constexpr std::size_t LongestPin = 8;
constexpr unsigned char Padding = 0xFF;

bool isPrintable(unsigned char byte) {
    return byte >= 0x20 && byte <= 0x7E;
}

} // namespace

QString padProblemName(std::optional<PadProblem> problem) {
    const QMetaEnum names = QMetaEnum::fromType<PadProblem>();
    return problem ? QString::fromLatin1(names.valueToKey(static_cast<int>(*problem))) : QString();
}

Result<> checkPinFormat(const SecretBytes& pin) {
    if (pin.size() < ShortestPin || pin.size() > LongestPin)
        return fail(ErrorCode::PinMalformed, QStringLiteral("not 6 to 8 characters"));
    if (!std::all_of(pin.data(), pin.data() + pin.size(), isPrintable))
        return fail(ErrorCode::PinMalformed, QStringLiteral("not printable ASCII"));
    return {};
}

SecretBytes paddedPin(const SecretBytes& pin) {
    SecretBytes padded = pin.clone();
    while (padded.size() < LongestPin)
        padded.append(Padding);
    return padded;
}

} // namespace madoguchi
