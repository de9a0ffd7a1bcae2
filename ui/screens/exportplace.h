// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where files that leave the program are put. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

namespace madoguchi {

/// One fixed place, made if it is not there: a dialog for files would let people rename and delete without a
/// record. "~/madoguchi-export/madoguchi-<kind>-20261121-140000.<ending>". Errors: FileUnwritable.
Result<QString> exportPath(const QString& kind, const QString& ending, const Clock& clock);

} // namespace madoguchi
