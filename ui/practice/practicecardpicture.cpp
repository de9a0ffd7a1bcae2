// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/practicecardpicture.h"

#include "ui/theme.h"

#include <QPainter>

namespace madoguchi {
namespace {

constexpr int PictureWidth = 172;
constexpr int PictureHeight = 72;
constexpr int Padding = 8;
constexpr int ChipWidth = 18;
constexpr int ChipHeight = 14;
constexpr QRgb ChipColour = 0xffd4af37;

} // namespace

PracticeCardPicture::PracticeCardPicture(const PracticeCard& card, const QString& shortcut, QWidget* parent)
    : QAbstractButton(parent), m_card(card), m_shortcut(shortcut) {
    setFocusPolicy(Qt::NoFocus);
    setShortcut(QKeySequence(shortcut));
    setAccessibleName(tr("Practice card: %1 %2").arg(card.title, card.name));
    setToolTip(tr("Puts the card on the reader or takes it off (%1)").arg(shortcut));
}

void PracticeCardPicture::setOnReader(bool onReader) {
    m_onReader = onReader;
    update();
}

QSize PracticeCardPicture::sizeHint() const {
    return {theme::px(PictureWidth), theme::px(PictureHeight)};
}

QString PracticeCardPicture::pinText() const {
    return m_card.piv ? tr("PIN %1").arg(QString::fromLatin1(m_card.piv->pin())) : tr("no PIN");
}

void PracticeCardPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pad = theme::px(Padding);
    const QRectF edge = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(
        QPen(QColor(m_onReader ? theme::colour::primary : theme::colour::supporting), m_onReader ? 3 : 1));
    painter.setBrush(QColor(m_onReader ? theme::colour::selected : theme::colour::paper));
    painter.drawRoundedRect(edge, theme::px(theme::radius), theme::px(theme::radius));

    const QRect inside = rect().adjusted(pad, pad / 2, -pad, -pad / 2);
    if (m_card.piv) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(ChipColour));
        painter.drawRoundedRect(QRect(inside.right() - theme::px(ChipWidth), inside.top() + pad / 2,
                                      theme::px(ChipWidth), theme::px(ChipHeight)),
                                3, 3);
    }
    painter.setPen(QColor(theme::colour::text));
    painter.setFont(theme::font(theme::TextRole::Supporting));
    const int line = inside.height() / 3;
    const QRect first(inside.left(), inside.top(), inside.width() - theme::px(ChipWidth), line);
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_card.title, Qt::ElideRight, first.width()));
    painter.drawText(QRect(inside.left(), inside.top() + 2 * line, inside.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter, pinText());
    painter.drawText(QRect(inside.left(), inside.top() + 2 * line, inside.width(), line),
                     Qt::AlignRight | Qt::AlignVCenter, m_onReader ? tr("on the reader") : m_shortcut);
    painter.setFont(theme::font(theme::TextRole::Strong));
    painter.drawText(QRect(inside.left(), inside.top() + line, inside.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter, m_card.name);
}

} // namespace madoguchi
