// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl station ...: setting a station up, its rules, and beginning a new log when the old one was
// found wrong. Main thread; blocks.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "station" on the command line. Gives the exit status: 0 done, 1 failed (with the
/// reason on standard error), 2 not understood.
int runStationCommand(const QStringList& arguments);

} // namespace madoguchi
