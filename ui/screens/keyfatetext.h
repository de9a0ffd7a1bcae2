// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of the keys to the drafts and of the office when a card goes out of use: the same words in the
// question before and in what is said after, for every way in which it goes. GUI thread.
#pragma once

#include "app/operators/vaultkeyholders.h"

#include <QString>

namespace madoguchi {

/// A line for each key that no card in use has without this one; empty when there is none.
QString keyFateText(const KeyFates& fates);
/// `text` with that in lines of its own.
QString withKeyFates(const QString& text, const KeyFates& fates);

} // namespace madoguchi
