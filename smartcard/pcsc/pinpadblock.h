// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The bytes that tell a reader to ask for a PIN: PIN_VERIFY and PIN_MODIFY, PC/SC part 10 (2.02.09), 2.5.2
// and 2.5.3, and what it says of its pad before (2.6). Packed, little endian. Pure; any thread.
#pragma once

#include "smartcard/cardstack.h"

namespace madoguchi {

/// 0 where the reader does not tell.
struct PadProperties {
    quint8 endings = 0;  ///< bits: 01 the longest PIN is in, 02 the OK key, 04 the time-out
    quint8 shortest = 0; ///< PIN that the reader lets somebody enter
    quint8 longest = 0;

    bool operator==(const PadProperties&) const = default;
};

/// From the answer to FEATURE_IFD_PIN_PROPERTIES: display (2 bytes), endings, time-outs. Nothing from one
/// that is cut short.
PadProperties pinPropertiesFrom(QByteArrayView answer);
/// From the answer to FEATURE_GET_TLV_PROPERTIES: tag, length, value. What is cut short ends the list.
PadProperties tlvPropertiesFrom(QByteArrayView answer);

/// PINs are ASCII digits at the beginning of their 8 bytes; the reader leaves the rest as it is in the
/// command. Lengths are those that both sides allow.
QByteArray pinPadBlock(const PadOrder& order, const PadProperties& reader);

} // namespace madoguchi
