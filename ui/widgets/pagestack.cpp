// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pagestack.h"

#include <QWidget>

namespace madoguchi {

PageStack::PageStack(QWidget* parent) : QStackedLayout(parent) {
    connect(this, &QStackedLayout::currentChanged, this, [this] {
        invalidate();
        if (parentWidget() != nullptr)
            parentWidget()->updateGeometry();
    });
}

// The widget is asked itself: the items of a layout remember heights that have changed since.

QSize PageStack::sizeHint() const {
    return currentWidget() == nullptr ? QSize() : currentWidget()->sizeHint();
}

QSize PageStack::minimumSize() const {
    const QWidget* page = currentWidget();
    // A page without a layout has no hint.
    return page == nullptr ? QSize(0, 0) : page->minimumSizeHint().expandedTo(page->minimumSize());
}

bool PageStack::hasHeightForWidth() const {
    return currentWidget() != nullptr && currentWidget()->hasHeightForWidth();
}

int PageStack::heightForWidth(int width) const {
    return currentWidget() == nullptr ? -1 : currentWidget()->heightForWidth(width);
}

} // namespace madoguchi
