// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER (SP 800-73-4, part 2, 3.2). A counter is taken down
// and made durable before the comparison, so that pulling the card gives no free try. Under the card's lock.
#pragma once

#include "smartcard/simulator/pivstate.h"
#include "smartcard/simulator/receivedcommand.h"

namespace madoguchi::simulator {

Reply verify(PivState& state, const ReceivedCommand& command);
Reply changeReferenceData(PivState& state, const ReceivedCommand& command);
Reply resetRetryCounter(PivState& state, const ReceivedCommand& command);

} // namespace madoguchi::simulator
