// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// madoguchictl attestation ...: which makers of cards the office trusts. Main thread.
#pragma once

#include <QStringList>

namespace madoguchi {

/// `arguments`: what follows "attestation" on the command line. Gives the exit status: 0 done, 1 failed (with
/// the reason on standard error), 2 not understood.
int runAttestationCommand(const QStringList& arguments);

} // namespace madoguchi
