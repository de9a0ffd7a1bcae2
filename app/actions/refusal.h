// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whether a failure is a rule's no or something that broke: the record tells them apart. Pure; any thread.
#pragma once

#include "app/base/errorcode.h"

namespace madoguchi {

/// True: nothing is broken, and the same would be refused again. False: the action failed.
bool isRefusal(ErrorCode code);

} // namespace madoguchi
