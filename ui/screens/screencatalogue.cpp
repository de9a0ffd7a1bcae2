// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/screencatalogue.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

// A row: {"desk", Permission::OpenReception, true, QT_TRANSLATE_NOOP("ScreenCatalogue", "Desk"),
//         makeScreen<DeskScreen>}
constexpr std::array<ScreenEntry, 0> Entries{};

} // namespace

std::span<const ScreenEntry> screenCatalogue() {
    return Entries;
}

const ScreenEntry* screenEntry(std::span<const ScreenEntry> catalogue, const QString& name) {
    const auto found = std::ranges::find_if(
        catalogue, [&](const ScreenEntry& entry) { return name == QLatin1StringView(entry.name); });
    return found == catalogue.end() ? nullptr : &*found;
}

} // namespace madoguchi
