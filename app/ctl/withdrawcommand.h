// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl authority withdraw: the root takes an issuing certificate back. Main thread.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "authority withdraw" on the command line. Gives the exit status, as
/// runAuthorityCommand() does.
int runWithdrawCommand(const QStringList& arguments);

} // namespace madoguchi
