// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/readingrecord.h"

#include "app/ctl/console.h"
#include "app/station/station.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

void recordReading(const StationFolder& folder, ActionCall call) {
    const SystemClock clock;
    const auto station = Station::open(folder, clock);
    call.details[u"via"_s] = u"console"_s;
    const Result<> noted = station ? (*station)->actions().note(call, nullptr) : fail(station.error());
    if (!noted && noted.error().code != ErrorCode::StationMissing) // of which the reading itself complains
        complain(u"madoguchictl: this reading is not on record: "_s + toString(noted.error()));
}

} // namespace madoguchi
