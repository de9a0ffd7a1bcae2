// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/elidedlabel.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace madoguchi {

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(u'…'), QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::fits(const QString& line) const {
    return fontMetrics().horizontalAdvance(line) <= contentsRect().width();
}

QStringList ElidedLabel::lines() const {
    const QString whole = text();
    const auto found = std::ranges::find_if(whole, [](QChar each) { return each.isSpace(); });
    const qsizetype space = found == whole.cend() ? -1 : found - whole.cbegin();
    const bool isHighEnough = contentsRect().height() >= 2 * fontMetrics().lineSpacing();
    if (fits(text()) || space < 0 || !isHighEnough)
        return {text()};
    return {text().first(space), text().sliced(space + 1)};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStringList shown = lines();
    for (QString& line : shown)
        line = fontMetrics().elidedText(line, Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(),
                          shown.join(u'\n'), foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    const QStringList shown = lines();
    const bool isWhole = std::ranges::all_of(shown, [this](const QString& line) { return fits(line); });
    setToolTip(isWhole ? QString() : text());
}

} // namespace madoguchi
