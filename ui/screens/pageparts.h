// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The parts that pages with lists have in common. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QString>

class QBoxLayout;
class QLabel;
class QVBoxLayout;
class QWidget;

namespace madoguchi::pageparts {

/// A column over the whole of `page`, with the margins of a page.
QVBoxLayout* column(QWidget* page);
/// A row for buttons, with room for the focus ring.
QBoxLayout* row();
QLabel* text(const QString& text, theme::TextRole role = theme::TextRole::Body);
/// Whether the window has room beside each other for what else stands one below the other: asked when a page
/// is made.
bool isWide();
/// Says so when a list shows only its first rows; empty otherwise.
QString moreRows(qsizetype rows);

} // namespace madoguchi::pageparts
