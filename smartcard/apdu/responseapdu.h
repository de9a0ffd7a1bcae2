// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card's answer: data and status word, ISO/IEC 7816-4:2013 clause 5.2. A value; any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "smartcard/apdu/statusword.h"

namespace madoguchi {

struct ResponseApdu {
    SecretBytes data; ///< without the status word
    StatusWord status;

    /// Errors: CardProtocolError for fewer than two bytes.
    static Result<ResponseApdu> parse(SecretBytes raw);
};

} // namespace madoguchi
