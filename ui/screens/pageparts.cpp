// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/pageparts.h"

#include "ui/widgets/listtable.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::pageparts {

QVBoxLayout* column(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme::px(24), theme::px(16), theme::px(24), theme::px(16));
    column->setSpacing(theme::px(12));
    return column;
}

QBoxLayout* row() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::px(16));
    return row;
}

QLabel* text(const QString& text, theme::TextRole role) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(role));
    label->setWordWrap(true);
    return label;
}

bool isWide() {
    constexpr int SmallestWindow = 1280;
    constexpr int WideFrom = 853; // pixels of the design: the smallest window at 150 %
    const QWidget* window = QApplication::activeWindow();
    const int width = window == nullptr ? SmallestWindow : std::max(window->width(), SmallestWindow);
    return width >= theme::px(WideFrom);
}

QString moreRows(qsizetype rows) {
    if (rows <= ListTable::MostRows)
        return {};
    return QCoreApplication::translate("PageParts", "Only the first %1 of %2 are shown.")
        .arg(ListTable::MostRows)
        .arg(rows);
}

} // namespace madoguchi::pageparts
