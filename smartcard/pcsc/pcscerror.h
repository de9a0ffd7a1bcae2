// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// PC/SC's return codes as our errors. The same code means different things while connecting and during a
// conversation. Any thread.
#pragma once

#include "app/base/result.h"

#include <winscard.h>

namespace madoguchi {

/// For the service as a whole and for connecting to a card. CardServiceMissing and CardServiceDenied,
/// ReaderMissing, CardMissing, CardBusy, CardMute; CardProtocolError for codes that should not occur.
tl::unexpected<Error> connectFailure(const char* call, LONG code);

/// For a conversation. CardRemoved, CardReset, CardMute, CardBusy, CardServiceMissing; CardProtocolError.
tl::unexpected<Error> conversationFailure(const char* call, LONG code);

} // namespace madoguchi
