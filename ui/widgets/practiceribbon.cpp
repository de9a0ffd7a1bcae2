// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/practiceribbon.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace madoguchi {

PracticeRibbon::PracticeRibbon(QWidget* parent) : QWidget(parent) {
    setFont(theme::font(theme::TextRole::Strong));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("For practice only. Do not enter real data."));
}

QSize PracticeRibbon::sizeHint() const {
    return {theme::px(400), theme::px(26)};
}

void PracticeRibbon::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(theme::colour::focusInner));
    // Stripes at both ends, so that the mark is not colour alone.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(theme::colour::text), theme::px(6)));
    const int stripes = theme::px(120);
    for (int x = -height(); x < stripes; x += theme::px(18)) {
        painter.drawLine(x, height(), x + height(), 0);
        painter.drawLine(width() - x, height(), width() - x - height(), 0);
    }
    const QRect middle = rect().adjusted(stripes, 0, -stripes, 0);
    painter.fillRect(middle, QColor(theme::colour::focusInner));
    painter.setPen(QColor(theme::colour::text));
    painter.drawText(middle, Qt::AlignCenter, accessibleName());
}

} // namespace madoguchi
