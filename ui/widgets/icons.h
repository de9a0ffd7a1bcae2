// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The program's icons, drawn by paths: sharp at every scale, and no image format or file is loaded at the
// start. Main thread.
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace madoguchi {

enum class IconShape { Info, Success, Warning, Error, Card, Lock, Person, Clock };

/// Fills `rect` (a square) in `colour`.
void paintIcon(QPainter& painter, IconShape shape, const QRectF& rect, const QColor& colour);
/// For buttons and lists; crisp on the screens of this program at its present scale.
QIcon icon(IconShape shape, const QColor& colour);

/// An icon that stands beside its word; screen readers skip it, the word says it.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    /// `size` in design pixels.
    IconLabel(IconShape shape, const QColor& colour, int size = 24, QWidget* parent = nullptr);
    void setShape(IconShape shape, const QColor& colour);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconShape m_shape;
    QColor m_colour;
    int m_size;
};

} // namespace madoguchi
