// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a screen reader is to say at once, whatever has the keyboard. GUI thread.
#pragma once

class QWidget;

namespace madoguchi {

/// Says the widget's accessible name and description.
void announce(QWidget& widget);

} // namespace madoguchi
