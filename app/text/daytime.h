// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Times of day as people type them: 8:30, 0830, 8時30分, in any width. Pure; any thread.
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace madoguchi {

/// Minutes since midnight, up to 24:00; none for anything else.
std::optional<int> minuteOfDay(const QString& typed);
/// "8:30-17:15", also with ～ or 〜 between them.
std::optional<std::pair<int, int>> spanOfDay(const QString& typed);
/// "08:30"
QString timeOfDay(int minute);
/// "08:30-17:15"
QString spanText(int from, int to);

} // namespace madoguchi
