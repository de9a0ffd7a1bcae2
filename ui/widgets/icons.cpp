// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/icons.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace madoguchi {

namespace {

// All paths live in a square of 24 units.
QPainterPath exclamation() {
    QPainterPath path;
    path.addRoundedRect(QRectF(10.8, 8, 2.4, 7), 1.1, 1.1);
    path.addEllipse(QPointF(12, 18), 1.45, 1.45);
    return path;
}

QPainterPath disc() {
    QPainterPath path;
    path.addEllipse(QPointF(12, 12), 10.5, 10.5);
    return path;
}

QPainterPath stroked(const QPainterPath& line, qreal width) {
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(line);
}

QPainterPath polyline(std::initializer_list<QPointF> points, qreal width) {
    QPainterPath line;
    line.addPolygon(QPolygonF(points));
    return stroked(line, width);
}

QPainterPath box(const QRectF& rect, qreal radius, qreal width) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return stroked(path, width);
}

QPainterPath infoPath() {
    QPainterPath letter;
    letter.addRoundedRect(QRectF(10.8, 10.5, 2.4, 8), 1.1, 1.1);
    letter.addEllipse(QPointF(12, 7), 1.5, 1.5);
    return disc() - letter;
}

QPainterPath warningPath() {
    QPainterPath triangle;
    triangle.moveTo(12, 2.5);
    triangle.lineTo(22.5, 21.5);
    triangle.lineTo(1.5, 21.5);
    triangle.closeSubpath();
    triangle = triangle.united(stroked(triangle, 1.6));
    return triangle - exclamation().translated(0, 0.4);
}

QPainterPath errorPath() {
    QPainterPath octagon;
    octagon.addPolygon(QPolygonF({{7.7, 1.5},
                                  {16.3, 1.5},
                                  {22.5, 7.7},
                                  {22.5, 16.3},
                                  {16.3, 22.5},
                                  {7.7, 22.5},
                                  {1.5, 16.3},
                                  {1.5, 7.7}}));
    octagon.closeSubpath();
    return octagon - exclamation().translated(0, -1.3);
}

QPainterPath lockPath() {
    QPainterPath body;
    body.addRoundedRect(QRectF(4, 10, 16, 12), 2, 2);
    QPainterPath shackle(QPointF(7.5, 11));
    shackle.lineTo(7.5, 7);
    shackle.cubicTo(7.5, 1, 16.5, 1, 16.5, 7);
    shackle.lineTo(16.5, 11);
    QPainterPath hole;
    hole.addEllipse(QPointF(12, 15.5), 1.7, 1.7);
    return body.united(stroked(shackle, 2.4)) - hole;
}

QPainterPath personPath() {
    QPainterPath path;
    path.addEllipse(QPointF(12, 7), 4.8, 4.8);
    path.moveTo(2.5, 22);
    path.cubicTo(2.5, 10.5, 21.5, 10.5, 21.5, 22);
    path.closeSubpath();
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPainterPath cardPath() {
    QPainterPath chip;
    chip.addRoundedRect(QRectF(5, 9, 5.5, 4.5), 1, 1);
    return box(QRectF(1.8, 4.8, 20.4, 14.4), 2.2, 1.8)
        .united(chip)
        .united(polyline({{13.5, 15.8}, {18.5, 15.8}}, 1.8));
}

QPainterPath shapePath(IconShape shape) {
    switch (shape) {
    case IconShape::Info:
        return infoPath();
    case IconShape::Success:
        return disc() - polyline({{7, 12.3}, {10.6, 15.9}, {17.2, 8.6}}, 2.6);
    case IconShape::Warning:
        return warningPath();
    case IconShape::Error:
        return errorPath();
    case IconShape::Card:
        return cardPath();
    case IconShape::Lock:
        return lockPath();
    case IconShape::Person:
        return personPath();
    case IconShape::Clock:
        return disc() - polyline({{12, 6}, {12, 12.3}, {16, 15}}, 2.2);
    }
    Q_UNREACHABLE();
}

} // namespace

void paintIcon(QPainter& painter, IconShape shape, const QRectF& rect, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 24, rect.height() / 24);
    painter.fillPath(shapePath(shape), colour);
    painter.restore();
}

QIcon icon(IconShape shape, const QColor& colour) {
    const int size = theme::px(24) * 2; // twice, for screens with two device pixels per pixel
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, shape, pixmap.rect(), colour);
    return QIcon(pixmap);
}

IconLabel::IconLabel(IconShape shape, const QColor& colour, int size, QWidget* parent)
    : QWidget(parent), m_shape(shape), m_colour(colour), m_size(theme::px(size)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setShape(IconShape shape, const QColor& colour) {
    m_shape = shape;
    m_colour = colour;
    update();
}

QSize IconLabel::sizeHint() const {
    return {m_size, m_size};
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, m_shape, QRectF(0, 0, m_size, m_size), m_colour);
}

} // namespace madoguchi
