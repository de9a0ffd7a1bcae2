// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is to be done at each step of unblocking a card, in words. GUI thread.
#pragma once

#include "app/issuing/pinunblocking.h"
#include "ui/screens/cardstep.h"

namespace madoguchi {

/// `pinRule`: what the new PIN must be made of.
CardStep unblockStep(const UnblockingView& view, const QString& pinRule);

} // namespace madoguchi
