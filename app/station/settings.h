// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Small named values of the station, as JSON in station.db. Only the classes of app/station use it; they are
// what checks sessions. Main thread.
#pragma once

#include "app/storage/database.h"

#include <QJsonObject>

#include <optional>

namespace madoguchi {

/// None when it was never written. Errors: DatabaseCorrupt, DatabaseFailed.
Result<std::optional<QJsonObject>> readSetting(Database& database, const QString& name);
/// Errors: DiskFull, DatabaseFailed.
Result<> writeSetting(Database& database, const QString& name, const QJsonObject& value);

} // namespace madoguchi
