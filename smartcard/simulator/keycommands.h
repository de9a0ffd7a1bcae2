// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// GENERAL AUTHENTICATE and GENERATE ASYMMETRIC KEY PAIR (SP 800-73-4, part 2, 3.2.4 and 3.3.1): signatures,
// ECDH, authentication with the management key, new keys. Under the card's lock.
#pragma once

#include "smartcard/simulator/pivstate.h"
#include "smartcard/simulator/receivedcommand.h"

namespace madoguchi::simulator {

/// `pinFresh`: VERIFY was the command just before this one.
Reply generalAuthenticate(PivState& state, const ReceivedCommand& command, bool pinFresh);
/// Needs the management key.
Reply generateKeyPair(PivState& state, const ReceivedCommand& command);

} // namespace madoguchi::simulator
