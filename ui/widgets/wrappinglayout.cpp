// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/wrappinglayout.h"

#include <algorithm>

namespace madoguchi {

WrappingLayout::WrappingLayout(QWidget* parent) : QLayout(parent) {}
WrappingLayout::~WrappingLayout() = default;

void WrappingLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

int WrappingLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* WrappingLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* WrappingLayout::takeAt(int index) {
    if (itemAt(index) == nullptr)
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem* const item = at->release();
    m_items.erase(at);
    return item;
}

QSize WrappingLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize WrappingLayout::sizeHint() const {
    QSize size;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size.rwidth() += hint.width() + (size.isEmpty() ? 0 : spacing());
        size.setHeight(std::max(size.height(), hint.height()));
    }
    return size;
}

void WrappingLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    arrange(area, Pass::Place);
}

// Gives the height of all rows.
int WrappingLayout::arrange(const QRect& area, Pass pass) const {
    QPoint next = area.topLeft();
    int row = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (next.x() > area.left() && next.x() + size.width() > area.left() + area.width()) {
            next = {area.left(), next.y() + row + spacing()};
            row = 0;
        }
        if (pass == Pass::Place)
            item->setGeometry({next, size});
        next.rx() += size.width() + spacing();
        row = std::max(row, size.height());
    }
    return next.y() + row - area.top();
}

} // namespace madoguchi
