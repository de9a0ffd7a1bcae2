// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is plugged in now, to choose from by keyboard. GUI thread; a moment.
#pragma once

#include "app/station/stationfolder.h"

#include <QStringList>

namespace madoguchi {

/// Where media that can be taken away are mounted and can be written to; never the station's own disk.
QStringList writableMedia(const StationFolder& station);
/// Files with certificates directly on such media, by their endings.
QStringList certificateFiles(const StationFolder& station);

} // namespace madoguchi
