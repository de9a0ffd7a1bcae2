// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The notice that somebody signs who gets a card, as a file to be printed. GUI thread.
#pragma once

#include "ui/screens/screen.h"

namespace madoguchi {

/// Writes the notice, `text` of lendingNotice(), as HTML for a sheet of A4; on record as an export of the
/// register with the card as its target. Gives the sentence that says where it is. Errors: those of
/// exportFile().
Result<QString> saveLendingNotice(const ScreenContext& context, const QString& card, const QString& text);

} // namespace madoguchi
