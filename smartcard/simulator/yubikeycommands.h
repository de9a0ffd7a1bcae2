// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The few commands of YubiKeys beyond PIV that their clients can't do without: metadata (F7), serial number
// (F8), attestation (F9), version (FD) and a new management key (FF). Under the card's lock.
#pragma once

#include "smartcard/simulator/pivstate.h"
#include "smartcard/simulator/receivedcommand.h"

namespace madoguchi::simulator {

/// InstructionUnknown for every other instruction.
Reply yubikeyCommand(PivState& state, const ReceivedCommand& command);

} // namespace madoguchi::simulator
