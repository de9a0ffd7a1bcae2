// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/responseapdu.h"

#include <QtEndian>

namespace madoguchi {

Result<ResponseApdu> ResponseApdu::parse(SecretBytes raw) {
    if (raw.size() < 2)
        return fail(ErrorCode::CardProtocolError, QStringLiteral("response of %1 bytes").arg(raw.size()));
    const std::size_t length = raw.size() - 2;
    const StatusWord status(qFromBigEndian<quint16>(raw.data() + length));
    raw.truncate(length);
    return ResponseApdu{std::move(raw), status};
}

} // namespace madoguchi
