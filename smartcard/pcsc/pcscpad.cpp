// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscpad.h"

#include <algorithm>
#include <array>
#include <reader.h>

namespace madoguchi {
namespace {

constexpr std::size_t LongestAnswer = 256;

} // namespace

PcscPad::Answer PcscPad::enter(const PadOrder& order) const {
    const quint8 feature =
        order.task == PadOrder::Task::Verify ? FEATURE_VERIFY_PIN_DIRECT : FEATURE_MODIFY_PIN_DIRECT;
    return m_codes.contains(feature) ? control(feature, pinPadBlock(order, properties())) : Answer();
}

PcscPad::Answer PcscPad::control(quint8 feature, const QByteArray& input) const {
    std::array<char, LongestAnswer> output{};
    DWORD size = 0;
    const LONG code = SCardControl(m_card, m_codes[feature], input.constData(),
                                   static_cast<DWORD>(input.size()), output.data(), output.size(), &size);
    if (code != SCARD_S_SUCCESS)
        return {code};
    return {code,
            QByteArray(output.data(), static_cast<qsizetype>(std::min<std::size_t>(size, output.size())))};
}

/// The newer question tells more; what neither answers stays unknown.
PadProperties PcscPad::properties() const {
    PadProperties properties;
    if (m_codes.contains(FEATURE_GET_TLV_PROPERTIES))
        properties = tlvPropertiesFrom(control(FEATURE_GET_TLV_PROPERTIES, {}).bytes);
    if (properties.endings == 0 && m_codes.contains(FEATURE_IFD_PIN_PROPERTIES))
        properties.endings = pinPropertiesFrom(control(FEATURE_IFD_PIN_PROPERTIES, {}).bytes).endings;
    return properties;
}

} // namespace madoguchi
