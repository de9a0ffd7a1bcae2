// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The steps of destroying a card before a witness, in words. GUI thread.
#pragma once

#include "app/login/carddestruction.h"
#include "ui/screens/cardstep.h"

namespace madoguchi {

/// Whether a witness's card has a reader to go into.
enum class OtherReader { None, Present };

CardStep destroyStep(const DestructionView& view, OtherReader reader);

} // namespace madoguchi
