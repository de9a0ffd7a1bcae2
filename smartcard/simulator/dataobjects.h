// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// GET DATA and PUT DATA (SP 800-73-4, part 2, 3.1.2 and 3.3.2). Under the card's lock.
#pragma once

#include "smartcard/simulator/pivstate.h"
#include "smartcard/simulator/receivedcommand.h"

namespace madoguchi::simulator {

Reply getData(const PivState& state, const ReceivedCommand& command);
/// Needs the management key.
Reply putData(PivState& state, const ReceivedCommand& command);

} // namespace madoguchi::simulator
