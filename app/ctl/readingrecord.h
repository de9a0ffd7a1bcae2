// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Puts on record that somebody reads at the console what a screen shows with a permission only. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/station/stationfolder.h"

namespace madoguchi {

/// Before the reading: takes the station for a moment and records `call`, with details["via"] = "console".
/// When that can't be done, because a program has the station or its log is wrong, it says so on standard
/// error: what is wrong must stay readable.
void recordReading(const StationFolder& folder, ActionCall call);

} // namespace madoguchi
