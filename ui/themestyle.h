// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Draws controls as theme.h says, over Qt's Fusion. A style of our own instead of a style sheet: nothing is
// parsed at the start and every size follows the scale. Main thread.
#pragma once

#include <QProxyStyle>

namespace madoguchi {

enum class ButtonKind { Primary, Secondary, Danger };

namespace theme {
/// Set on a QPushButton: how it looks. Without it a button is Secondary.
void setButtonKind(QWidget* button, ButtonKind kind);
/// Set on a QPushButton of the frame where the window is small and the scale large: less room around the
/// text.
void setCompact(QWidget* button, bool compact);
/// Set on a field: a thick red line instead of the grey one. The word and icon are up to the caller.
void setInvalid(QWidget* field, bool invalid);
bool isInvalid(const QWidget* field);
/// The box of a field in `rect`, for widgets that draw themselves.
void paintField(QPainter& painter, const QRect& rect, bool enabled, bool invalid);
} // namespace theme

class ThemeStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ThemeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
};

} // namespace madoguchi
