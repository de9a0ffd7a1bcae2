// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a station's folder still lacks before an office can work with it. Read from its files each time. Any
// thread.
#pragma once

#include "app/station/stationfolder.h"

namespace madoguchi {

enum class SetupNeed {
    Nothing,
    Station,   ///< there is none; what a cut-off set-up left is used
    FirstCard, ///< no card was ever in its register
    SecondCard ///< only one ever was, it is in use and was made with the root: nobody can be a witness
};

/// Changes nothing. Errors: StationMissing and FileMissing for the remains of a station, without its key or
/// without its database, which is no empty folder; those of StationFolder::openToRead().
Result<SetupNeed> setupNeedOf(const StationFolder& folder);

} // namespace madoguchi
