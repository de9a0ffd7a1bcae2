// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One table of all screens: name, the permission that shows it, whether it stands in the navigation, and how
// to make it. The guard that looks for forgotten controls walks this table. GUI thread.
#pragma once

#include "app/operators/permission.h"
#include "ui/screens/screen.h"

#include <memory>
#include <span>

namespace madoguchi {

struct ScreenEntry {
    const char* name; ///< Screen::name()
    Permission permission;
    bool inNavigation; ///< false: opened from another screen only
    const char* text;  ///< navigation label, English source in context "ScreenCatalogue"
    /// `target` as in Screen::openRequested().
    std::unique_ptr<Screen> (*make)(const ScreenContext& context, const QString& target);
    /// After an unlocking. False: the steps that a card took here ended at the lock, and the page below says
    /// how things stand.
    bool comesBack = true;
};

/// In the order of the navigation.
std::span<const ScreenEntry> screenCatalogue();
/// Null when there is no such screen.
const ScreenEntry* screenEntry(std::span<const ScreenEntry> catalogue, const QString& name);

/// For the table: makes a screen whose constructor takes (context, target).
template <class T>
std::unique_ptr<Screen> makeScreen(const ScreenContext& context, const QString& target) {
    return std::make_unique<T>(context, target);
}

} // namespace madoguchi
