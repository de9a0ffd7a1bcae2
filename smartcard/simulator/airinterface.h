// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a card that is reached without contacts refuses (SP 800-73-4 part 2, table 2; part 1, table 2). Any
// thread.
#pragma once

#include "smartcard/simulator/receivedcommand.h"
#include "smartcard/simulator/statusword.h"

#include <optional>

namespace madoguchi::simulator {

/// Nothing: the command may be carried out. `isProtected`: it came under secure messaging.
std::optional<StatusWord> refusalInTheAir(const ReceivedCommand& command, bool isProtected);

} // namespace madoguchi::simulator
