// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicecardpicture.h"

#include "ui/roletext.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr int PictureWidth = 172;
constexpr int PictureHeight = 72;
constexpr int SmallestWidth = 96; ///< pixels
constexpr int Padding = 8;
constexpr int ChipWidth = 18;
constexpr int ChipHeight = 14;
constexpr QRgb ChipColour = 0xffd4af37;

void paintChip(QPainter& painter, double right, double top, double shrinking) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(ChipColour));
    const QSizeF size = QSizeF(theme::px(ChipWidth), theme::px(ChipHeight)) * shrinking;
    painter.drawRoundedRect(QRectF(QPointF(right - size.width(), top), size), 3, 3);
}

} // namespace

PracticeCardPicture::PracticeCardPicture(const PracticeCard& card, const QString& shortcut, QWidget* parent)
    : QAbstractButton(parent), m_card(card), m_shortcut(shortcut), m_width(theme::px(PictureWidth)) {
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setShortcut(QKeySequence(shortcut));
    setAccessibleName(tr("Practice card: %1 %2").arg(title(), card.name));
    setToolTip(tr("Puts the card on the reader or takes it off (%1); with Shift: on the second reader")
                   .arg(shortcut));
}

void PracticeCardPicture::setOnReader(const QString& reader) {
    m_onReader = reader;
    update();
}

QSize PracticeCardPicture::sizeHint() const {
    return {m_width, m_width * PictureHeight / PictureWidth};
}

void PracticeCardPicture::fitWidth(int width) {
    m_width = std::clamp(width, SmallestWidth, theme::px(PictureWidth));
    updateGeometry();
}

double PracticeCardPicture::shrinking() const {
    return static_cast<double>(m_width) / theme::px(PictureWidth);
}

QFont PracticeCardPicture::shrunk(theme::TextRole role) const {
    QFont font = theme::font(role);
    font.setPixelSize(qRound(font.pixelSize() * shrinking()));
    return font;
}

QString PracticeCardPicture::title() const {
    if (m_card.role)
        return roleText(*m_card.role);
    return m_card.piv ? tr("New card") : tr("Not an operator card");
}

QString PracticeCardPicture::pinText() const {
    return m_card.piv ? tr("PIN %1").arg(QString::fromLatin1(m_card.piv->pin())) : tr("no PIN");
}

void PracticeCardPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pad = qRound(theme::px(Padding) * shrinking());
    const QRectF edge = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool onReader = !m_onReader.isEmpty();
    painter.setPen(
        QPen(QColor(onReader ? theme::colour::primary : theme::colour::supporting), onReader ? 3 : 1));
    painter.setBrush(QColor(onReader ? theme::colour::selected : theme::colour::paper));
    painter.drawRoundedRect(edge, theme::px(theme::radius), theme::px(theme::radius));

    const QRect inside = rect().adjusted(pad, pad / 2, -pad, -pad / 2);
    const int line = inside.height() / 3;
    const QRect first(inside.left(), inside.top(), inside.width(), line);
    const QRect third(inside.left(), inside.top() + 2 * line, inside.width(), line);
    if (m_card.piv && !onReader)
        paintChip(painter, inside.right(), inside.top() + pad / 2, shrinking());
    painter.setPen(QColor(theme::colour::text));
    painter.setFont(shrunk(theme::TextRole::Supporting));
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, title());
    painter.drawText(third, Qt::AlignLeft | Qt::AlignVCenter, pinText());
    const QRect second(inside.left(), inside.top() + line, inside.width(), line);
    if (onReader)
        painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter, m_onReader);
    painter.drawText(third, Qt::AlignRight | Qt::AlignVCenter, m_shortcut);
    painter.setFont(shrunk(theme::TextRole::Strong));
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter, m_card.name);
}

} // namespace madoguchi
