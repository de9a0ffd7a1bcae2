// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pagearea.h"

#include "ui/widgets/keepinsight.h"

#include <QApplication>

namespace madoguchi {

PageArea::PageArea(QWidget* page, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(page);
    // Queued: what the focus brought along, such as a summary of errors, has its place by then.
    connect(qApp, &QApplication::focusChanged, this, &PageArea::followKeyboard, Qt::QueuedConnection);
}

void PageArea::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    followKeyboard(); // a message that opens above takes room
}

void PageArea::followKeyboard() {
    const QWidget* now = QApplication::focusWidget();
    if (now != nullptr && widget()->isAncestorOf(now))
        keepInSight(*this, *now);
}

} // namespace madoguchi
