// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An operator card of the register in words. GUI thread.
#pragma once

#include "app/drafts/vaultkeyslots.h"
#include "app/operators/cardlife.h"
#include "ui/widgets/factlist.h"

namespace madoguchi {

QList<Fact> cardFacts(const RegisteredCard& registered, VaultSlotState vaultSlot);

} // namespace madoguchi
