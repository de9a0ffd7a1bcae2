// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One command and its whole answer: chains long data, fetches what 61xx announces, repeats with the Le that
// 6Cxx asks for. Blocks as long as the card does; the thread that owns the transaction.
#pragma once

#include "smartcard/apdu/commandapdu.h"
#include "smartcard/apdu/responseapdu.h"
#include "smartcard/cardstack.h"

namespace madoguchi {

/// No answer that we ask for is longer; a card that sends more is broken or hostile.
inline constexpr std::size_t LongestAnswer = std::size_t(16) * 1024;

/// The answer may carry any status word but 61xx and 6Cxx; telling good from bad is the caller's. When a
/// piece of a chained command is refused, that refusal is the answer. Errors: those of transmit, and
/// CardProtocolError for an answer that is too long, never ends or asks for a second correction of Le.
Result<ResponseApdu> exchange(CardTransaction& transaction, const CommandApdu& command);

/// CardCommandRefused with the status word as detail, or CardObjectMissing when the card says so.
tl::unexpected<Error> refused(const char* doing, StatusWord status);

} // namespace madoguchi
