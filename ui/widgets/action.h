// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Ties a control to the ActionId under which its use is recorded. A guard walks every screen and fails on a
// button, menu entry, field or shortcut without one. Main thread.
#pragma once

#include "app/actions/actionid.h"

#include <QString>

#include <optional>

class QObject;

namespace madoguchi {

/// Stored as a property of the object: a widget, a QAction or a QShortcut.
void setAction(QObject* control, ActionId id);
/// None when nothing was set on this very object.
std::optional<ActionId> actionOf(const QObject* control);
/// The catalogue's text for a button, translated.
QString actionText(ActionId id);

} // namespace madoguchi
