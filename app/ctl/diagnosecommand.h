// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl diagnose: what is the matter with cards and readers. Main thread; blocks as long as the cards.
#pragma once

#include <QStringList>

namespace madoguchi {

/// The exit status: 0 when everything is well, 1 when something needs attention.
int runDiagnoseCommand(const QStringList& arguments);

} // namespace madoguchi
