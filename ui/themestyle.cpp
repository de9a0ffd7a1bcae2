// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/themestyle.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace madoguchi {

using namespace Qt::StringLiterals;
using theme::px;
namespace colour = theme::colour;

namespace {

constexpr int compactHeight = 28;
constexpr auto kindProperty = "madoguchiButtonKind";
constexpr auto compactProperty = "madoguchiCompact";
constexpr auto invalidProperty = "madoguchiInvalid";

ButtonKind kindOf(const QWidget* button) {
    const QVariant kind = button == nullptr ? QVariant() : button->property(kindProperty);
    return kind.isValid() ? static_cast<ButtonKind>(kind.toInt()) : ButtonKind::Secondary;
}

struct ButtonColours {
    QRgb fill;
    QRgb line;
    QRgb text;
};

QRgb byState(QStyle::State state, QRgb normal, QRgb hover, QRgb pressed) {
    if (state.testFlag(QStyle::State_Sunken))
        return pressed;
    return state.testFlag(QStyle::State_MouseOver) ? hover : normal;
}

ButtonColours buttonColours(ButtonKind kind, QStyle::State state) {
    if (!state.testFlag(QStyle::State_Enabled))
        return {colour::surface, colour::line, colour::supporting};
    switch (kind) {
    case ButtonKind::Primary: {
        const QRgb fill = byState(state, colour::primary, colour::primaryHover, colour::primaryPressed);
        return {fill, fill, colour::paper};
    }
    case ButtonKind::Danger: {
        const QRgb fill = byState(state, colour::errorText, colour::errorPressed, colour::errorPressed);
        return {fill, fill, colour::paper};
    }
    case ButtonKind::Secondary: {
        const QRgb line = byState(state, colour::primary, colour::primaryHover, colour::primaryPressed);
        return {byState(state, colour::paper, colour::selected, colour::selected), line, line};
    }
    }
    Q_UNREACHABLE();
}

void paintBox(QPainter& painter, const QRectF& rect, QRgb fill, QRgb line, qreal width, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(line), width));
    painter.setBrush(QColor(fill));
    const qreal inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const qreal outer = px(4);
    const qreal inner = px(2);
    painter.setPen(QPen(QColor(colour::focusOuter), outer));
    const QRectF black = rect.adjusted(outer / 2, outer / 2, -outer / 2, -outer / 2);
    painter.drawRoundedRect(black, px(theme::radius) + outer, px(theme::radius) + outer);
    painter.setPen(QPen(QColor(colour::focusInner), inner));
    const qreal step = outer + inner / 2;
    painter.drawRoundedRect(rect.adjusted(step, step, -step, -step), px(theme::radius), px(theme::radius));
    painter.restore();
}

QRgb markColour(QStyle::State state) {
    return state.testFlag(QStyle::State_Enabled) ? colour::primary : colour::supporting;
}

void paintCheckBox(QPainter& painter, const QRectF& rect, QStyle::State state, bool invalid) {
    const bool on = state.testFlag(QStyle::State_On);
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    const QRgb line = invalid ? colour::errorLine : on ? markColour(state) : colour::supporting;
    const QRgb fill = on ? markColour(state) : enabled ? colour::paper : colour::surface;
    paintBox(painter, rect, fill, line, px(2), px(3));
    if (!on)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(colour::paper), px(3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y);
    };
    painter.drawPolyline(QPolygonF{at(0.24, 0.53), at(0.43, 0.72), at(0.77, 0.30)});
    painter.restore();
}

void paintRadioButton(QPainter& painter, const QRectF& rect, QStyle::State state, bool invalid) {
    const bool on = state.testFlag(QStyle::State_On);
    const QRgb line = invalid ? colour::errorLine : on ? markColour(state) : colour::supporting;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(line), px(2)));
    painter.setBrush(QColor(state.testFlag(QStyle::State_Enabled) ? colour::paper : colour::surface));
    const qreal inset = px(2) / 2.0;
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(line));
        const qreal dot = rect.width() * 0.27;
        painter.drawEllipse(rect.adjusted(dot, dot, -dot, -dot));
    }
    painter.restore();
}

void paintArrow(QPainter& painter, const QRectF& rect, QRgb line) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(line), px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = rect.center();
    const qreal size = px(5);
    painter.drawPolyline(QPolygonF{middle + QPointF(-size, -size / 2), middle + QPointF(0, size / 2),
                                   middle + QPointF(size, -size / 2)});
    painter.restore();
}

} // namespace

namespace theme {

void setButtonKind(QWidget* button, ButtonKind kind) {
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->update();
}

void setCompact(QWidget* button, bool compact) {
    if (button->property(compactProperty).toBool() == compact)
        return;
    button->setProperty(compactProperty, compact);
    QEvent change(QEvent::StyleChange); // a button keeps its size hint until then
    QCoreApplication::sendEvent(button, &change);
}

void setInvalid(QWidget* field, bool invalid) {
    field->setProperty(invalidProperty, invalid);
    field->update();
}

bool isInvalid(const QWidget* field) {
    return field != nullptr && field->property(invalidProperty).toBool();
}

void paintField(QPainter& painter, const QRect& rect, bool enabled, bool invalid) {
    const QRgb line = invalid ? colour::errorLine : enabled ? colour::supporting : colour::line;
    paintBox(painter, rect, enabled ? colour::paper : colour::surface, line, invalid ? px(2) : px(1),
             px(theme::radius));
}

} // namespace theme

ThemeStyle::ThemeStyle() : QProxyStyle(u"fusion"_s) {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const bool enabled = option->state.testFlag(State_Enabled);
    // The enum has some 50 values of which five concern us; a switch would have to name all of them.
    if (element == PE_PanelLineEdit) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            theme::paintField(*painter, option->rect, enabled, theme::isInvalid(widget));
    } else if (element == PE_IndicatorCheckBox) {
        paintCheckBox(*painter, option->rect, option->state, theme::isInvalid(widget));
    } else if (element == PE_IndicatorRadioButton) {
        paintRadioButton(*painter, option->rect, option->state, theme::isInvalid(widget));
    } else if (element != PE_FrameFocusRect && element != PE_FrameLineEdit) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    if (element == CE_FocusFrame) {
        paintFocusRing(*painter, option->rect);
    } else if (element == CE_PushButtonBevel) {
        const ButtonColours colours = buttonColours(kindOf(widget), option->state);
        paintBox(*painter, option->rect, colours.fill, colours.line, px(1), px(theme::radius));
    } else if (element == CE_PushButtonLabel) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        QStyleOptionButton coloured = button == nullptr ? QStyleOptionButton() : *button;
        coloured.palette.setColor(QPalette::ButtonText,
                                  QColor(buttonColours(kindOf(widget), option->state).text));
        QProxyStyle::drawControl(element, &coloured, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
    if (control != CC_ComboBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool enabled = option->state.testFlag(State_Enabled);
    theme::paintField(*painter, option->rect, enabled, theme::isInvalid(widget));
    paintArrow(*painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget),
               enabled ? colour::text : colour::supporting);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin)
        return px(theme::focusRingWidth);
    if (metric == PM_HeaderMargin) // as a cell's, so that headings stand above what they name
        return pixelMetric(PM_FocusFrameHMargin, option, widget) + 1;
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth ||
        metric == PM_ExclusiveIndicatorHeight)
        return px(22);
    if (metric == PM_CheckBoxLabelSpacing || metric == PM_RadioButtonLabelSpacing)
        return px(8);
    if (metric == PM_LayoutHorizontalSpacing || metric == PM_LayoutVerticalSpacing)
        return px(16);
    if (metric == PM_LayoutLeftMargin || metric == PM_LayoutRightMargin || metric == PM_LayoutTopMargin ||
        metric == PM_LayoutBottomMargin)
        return px(16);
    if (metric == PM_ScrollBarExtent)
        return px(16);
    if (metric == PM_SmallIconSize || metric == PM_ButtonIconSize)
        return px(20);
    if (metric == PM_ButtonShiftHorizontal || metric == PM_ButtonShiftVertical)
        return 0;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returnData) const {
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    // The ring moves often and over text: without a mask it would only cost, as it is transparent inside.
    if (hint == SH_FocusFrame_Mask || hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption* option,
                                 const QWidget* widget) const {
    if (element == SE_LineEditContents)
        return option->rect.adjusted(px(8), px(2), -px(8), -px(2));
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                 SubControl subControl, const QWidget* widget) const {
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
        return option->rect.adjusted(option->rect.width() - px(36), 0, 0, 0);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return option->rect.adjusted(px(8), px(2), -px(36), -px(2));
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton && widget != nullptr && widget->property(compactProperty).toBool()) {
        result = {size.width() + px(16), std::max(size.height() + px(2), px(compactHeight))};
    } else if (type == CT_PushButton) {
        result.setWidth(std::max(size.width() + px(32), px(96)));
        result.setHeight(std::max(size.height() + px(8), px(theme::targetHeight)));
    } else if (type == CT_LineEdit || type == CT_ComboBox || type == CT_TabBarTab) {
        result.setHeight(std::max(result.height(), px(theme::targetHeight)));
        if (type == CT_ComboBox)
            result.setWidth(size.width() + px(56));
    } else if (type == CT_CheckBox || type == CT_RadioButton || type == CT_ItemViewItem ||
               type == CT_HeaderSection || type == CT_MenuItem) {
        result.setHeight(std::max(result.height(), px(theme::rowHeight)));
    }
    return result;
}

} // namespace madoguchi
