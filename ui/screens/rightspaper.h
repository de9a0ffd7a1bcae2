// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who may do what, to be printed, gone through and signed. GUI thread.
#pragma once

#include "ui/screens/screen.h"

namespace madoguchi {

/// Writes the list as it is now; on record as an export of the rights. Gives the sentence that says where it
/// is. Errors: those of savePaper() and reviewRights().
Result<QString> saveRightsPaper(const ScreenContext& context);

} // namespace madoguchi
