// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl card ...: enrolling operator cards and listing them. Main thread; blocks as long as the card.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "card" on the command line. Gives the exit status: 0 done, 1 failed (with the
/// reason on standard error), 2 not understood.
int runCardCommand(const QStringList& arguments);

} // namespace madoguchi
