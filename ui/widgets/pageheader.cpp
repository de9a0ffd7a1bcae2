// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pageheader.h"

#include "app/base/clock.h"
#include "ui/clocktext.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {
constexpr int dateNeedsWidth = 860;
}

PageHeader::PageHeader(const Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_title(new QLabel)
    , m_icon(new IconLabel(IconShape::Person, QColor(theme::colour::body), 22))
    , m_operator(new QLabel)
    , m_time(new QLabel) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::px(24), theme::px(8), theme::px(24), theme::px(8));
    row->setSpacing(theme::px(12));
    row->addWidget(m_title, 1);
    row->addWidget(m_icon);
    row->addWidget(m_operator);
    row->addSpacing(theme::px(16));
    row->addWidget(m_time);
    m_title->setFont(theme::font(theme::TextRole::Title));
    for (QLabel* label : {m_title, m_operator, m_time})
        label->setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setOperator({}, {});
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &PageHeader::showTime);
    timer->start(1000);
    showTime();
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
}

QString PageHeader::title() const {
    return m_title->text();
}

void PageHeader::setOperator(const QString& name, const QString& role) {
    //: %1 is the operator's name, %2 the role
    m_operator->setText(name.isEmpty() ? QString() : tr("%1 (%2)").arg(name, role));
    m_operator->setVisible(!name.isEmpty());
    m_icon->setVisible(!name.isEmpty());
}

void PageHeader::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    showTime();
}

void PageHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, QColor(theme::colour::supporting));
}

void PageHeader::showTime() {
    const QDateTime now = m_clock.now();
    const bool roomy = width() >= theme::px(dateNeedsWidth);
    const QString time = roomy ? clocktext::dateAndTime(now) : clocktext::time(now);
    if (time != m_time->text())
        m_time->setText(time);
}

} // namespace madoguchi
