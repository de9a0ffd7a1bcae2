// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One process per station: whoever writes to it holds this lock, because SQLite's write-ahead log and the
// audit log both allow one writer only. The system releases it when the process ends, however it ends.
// Any thread.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <optional>

namespace madoguchi {

struct StationHolder {
    QString program; ///< its file's name, such as "madoguchictl"
    qint64 process;
};

/// Who has the station, if `error` is a StationInUse that knows.
std::optional<StationHolder> stationHolder(const Error& error);

class StationLock {
public:
    /// `path`: the lock file, made when missing (0600) and never removed. Never waits.
    /// Errors: StationInUse, with the holder's program and process id in the detail ("madoguchi, process
    /// 4711"); FileUnwritable.
    static Result<StationLock> take(const QString& path);

    StationLock(StationLock&& other) noexcept;
    StationLock& operator=(StationLock&&) = delete;
    ~StationLock();

private:
    explicit StationLock(int descriptor);
    int m_descriptor;
};

} // namespace madoguchi
