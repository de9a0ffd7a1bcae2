// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/noticebar.h"

#include "ui/theme.h"
#include "ui/themestyle.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/announcement.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace madoguchi {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_words(new QScrollArea)
    , m_notice(new Notice(NoticeKind::Info, {}))
    , m_close(new ActionButton(ActionId::DismissMessage)) {
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setFocusPolicy(Qt::NoFocus);
    m_words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->setWidgetResizable(true);
    m_words->setWidget(m_notice);
    m_row->setContentsMargins(theme::px(16), theme::px(8), theme::px(16), 0);
    m_row->setSpacing(theme::px(16));
    m_row->addWidget(m_words, 1);
    m_row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &ActionButton::clicked, this, &NoticeBar::closeRequested);
    hide();
}

void NoticeBar::say(NoticeKind kind, const QString& title, const QString& text, const QString& close) {
    m_notice->say(kind, title, text);
    m_close->setText(close.isEmpty() ? tr("Close (Esc)") : close);
    m_close->setAccessibleName(close.isEmpty() ? actionText(ActionId::DismissMessage) : close);
    show();
    announce(*this);
    m_row->activate(); // the words' width depends on the button's
    fit();
    m_words->verticalScrollBar()->setValue(0);
}

void NoticeBar::setCompact(bool compact) {
    m_notice->setCompact(compact);
    theme::setCompact(m_close, compact);
    fit();
}

void NoticeBar::setMostHeight(int height) {
    m_mostHeight = height;
    fit();
}

void NoticeBar::scroll(int pages) {
    QScrollBar* bar = m_words->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep());
}

void NoticeBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

/// The words' own hint knows nothing of lines that wrap at this width.
void NoticeBar::fit() {
    const QMargins around = m_row->contentsMargins();
    const int width =
        this->width() - around.left() - around.right() - m_row->spacing() - m_close->sizeHint().width();
    const int most = m_mostHeight - around.top() - around.bottom();
    int needed = m_notice->heightForWidth(width);
    if (needed > most) // beside the scroll bar the lines are shorter
        needed = m_notice->heightForWidth(width - style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_notice->setMinimumHeight(needed);
    m_words->setFixedHeight(std::min(needed, std::max(most, m_close->sizeHint().height())));
}

} // namespace madoguchi
