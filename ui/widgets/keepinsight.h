// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Scrolls a page so that what has the keyboard is seen with all that belongs to it. GUI thread.
#pragma once

class QAbstractItemView;
class QScrollArea;
class QWidget;

namespace madoguchi {

/// `control` must be inside the area. With it are seen, as far as the area is high enough: the whole field
/// that it belongs to; else its label; else, of a list that is higher than the area, the current row.
void keepInSight(QScrollArea& area, const QWidget& control);

/// Whenever another row becomes the current one of a list with the keyboard, the page around it follows.
void followCurrentRow(QAbstractItemView& list);

} // namespace madoguchi
