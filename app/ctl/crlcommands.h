// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl crl ...: revocation lists are signed on an issuing card and carried between stations. Main
// thread; blocks as long as the card.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "crl" on the command line. Gives the exit status: 0 done, 1 failed (with the
/// reason on standard error), 2 not understood.
int runCrlCommand(const QStringList& arguments);

} // namespace madoguchi
