// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/errorsummary.h"

#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace madoguchi {
namespace {

constexpr int IconSize = 20;
constexpr int RoomyWidth = 960; ///< below, in pixels of the design, the fields need the height

QLabel* plain(theme::TextRole role, QRgb colour) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(role));
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, QColor(colour));
    label->setPalette(palette);
    return label;
}

} // namespace

ErrorSummary::ErrorSummary(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_count(plain(theme::TextRole::Strong, theme::colour::errorText))
    , m_advice(plain(theme::TextRole::Supporting, theme::colour::text)) {
    const int ring = theme::px(theme::focusRingWidth);
    m_row->setContentsMargins(theme::px(24), ring, theme::px(16), ring);
    m_row->setSpacing(theme::px(12));
    m_row->addWidget(new IconLabel(IconShape::Error, QColor(theme::colour::errorText), IconSize));
    m_row->addWidget(m_count);
    m_row->addStretch();
    m_row->addWidget(m_advice);
    m_advice->setText(tr("F8: next one"));
    // Whatever does not fit is left out; the line never asks for more room than the form has.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void ErrorSummary::setEntries(const QList<Entry>& entries) {
    for (ActionButton* jump : std::as_const(m_jumps)) {
        jump->hide();
        jump->setParent(nullptr);
        jump->deleteLater(); // it may be what led here
    }
    m_jumps.clear();
    for (const Entry& entry : entries.first(std::min(listed, entries.size()))) {
        auto* jump = new ActionButton(ActionId::NextError, entry.label);
        //: %1 a field's label, %2 what is wrong with it
        jump->setAccessibleName(tr("%1: %2").arg(entry.label, entry.problem));
        connect(jump, &ActionButton::clicked, this, [this, id = entry.fieldId] { Q_EMIT jumpRequested(id); });
        m_jumps.append(jump);
        m_row->insertWidget(1 + static_cast<int>(m_jumps.size()), jump);
    }
    m_count->setText(tr("%n field(s) need a look", nullptr, static_cast<int>(entries.size())));
    setAccessibleName(m_count->text());
    showWhatFits();
    setVisible(!entries.isEmpty());
}

void ErrorSummary::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showWhatFits();
}

void ErrorSummary::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(theme::colour::errorSurface));
    painter.fillRect(0, 0, theme::px(8), height(), QColor(theme::colour::errorText));
}

void ErrorSummary::showWhatFits() {
    const QMargins margins = m_row->contentsMargins();
    for (ActionButton* jump : std::as_const(m_jumps))
        theme::setCompact(jump, width() < theme::px(RoomyWidth));
    int room = width() - margins.left() - margins.right() - theme::px(IconSize) - 2 * m_row->spacing() -
               m_count->sizeHint().width();
    const auto take = [&room, this](QWidget* part) {
        room -= part->sizeHint().width() + m_row->spacing();
        part->setVisible(room >= 0);
    };
    take(m_advice); // first: it leads to all of them
    for (ActionButton* jump : std::as_const(m_jumps))
        take(jump);
}

} // namespace madoguchi
