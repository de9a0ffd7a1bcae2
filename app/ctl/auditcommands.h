// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl audit ...: reading a station's log, also beside the running
// program. It needs no card: whoever may read the terminal key owns the
// station's files. Main thread; blocks.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "audit" on the command line. Gives the exit
/// status: 0 done, 1 failed (the reason is on standard error; a log found wrong
/// is reported on standard output), 2 not understood.
int runAuditCommand(const QStringList& arguments);

} // namespace madoguchi
