// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl authority ...: what the office's root does, with its medium from the safe. Main thread; blocks
// as long as the card.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "authority" on the command line. Gives the exit status: 0 done, 1 failed (with
/// the reason on standard error), 2 not understood.
int runAuthorityCommand(const QStringList& arguments);

} // namespace madoguchi
