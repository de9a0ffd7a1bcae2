// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An operator card of the register in words. GUI thread.
#pragma once

#include "app/drafts/vaultkeyslots.h"
#include "app/issuing/attestation.h"
#include "app/operators/cardlife.h"
#include "ui/widgets/factlist.h"

#include <optional>

namespace madoguchi {

QList<Fact> cardFacts(const RegisteredCard& registered, VaultSlotState vaultSlot);
/// Who made the card, as it has proved itself. None: it did not.
QList<Fact> deviceFacts(const std::optional<AttestedDevice>& device);

} // namespace madoguchi
