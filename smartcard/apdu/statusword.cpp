// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/statusword.h"

namespace madoguchi {

std::optional<int> StatusWord::triesLeft() const {
    if (m_value == StatusBlocked.value())
        return 0;
    if ((m_value & 0xFFF0) == 0x63C0)
        return m_value & 0x0F;
    return std::nullopt;
}

QString toString(StatusWord status) {
    return QStringLiteral("%1").arg(status.value(), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace madoguchi
