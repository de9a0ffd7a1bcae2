// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/waitingpage.h"

#include "ui/clocktext.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr int ProblemWidth = 640;
constexpr int ClockShare = 7; ///< of the height, where the window is small and the scale large

QLabel* line(theme::TextRole role, QVBoxLayout& layout) {
    auto* label = new QLabel;
    label->setFont(theme::font(role));
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    layout.addWidget(label);
    return label;
}

} // namespace

WaitingPage::WaitingPage(const Clock& clock, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_problem(new Notice(NoticeKind::Error, {})) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::px(8));
    layout->addStretch(2);
    m_time = line(theme::TextRole::Clock, *layout);
    m_date = line(theme::TextRole::Large, *layout);
    m_year = line(theme::TextRole::Heading, *layout);
    layout->addStretch(1);
    m_card = new IconLabel(IconShape::Card, QColor(theme::colour::primary), 48);
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    m_invitation = line(theme::TextRole::Large, *layout);
    m_invitation->setWordWrap(true);
    m_problem->setMaximumWidth(theme::px(ProblemWidth));
    auto* problem = new QHBoxLayout; // in the middle, and as high as its lines need
    problem->addStretch(1);
    problem->addWidget(m_problem, 100);
    problem->addStretch(1);
    layout->addLayout(problem);
    layout->addStretch(2);
    showTime();
}

void WaitingPage::showMessage(const LoginMessage& message) {
    const bool well = message.kind == NoticeKind::Info;
    m_card->setVisible(well);
    m_invitation->setVisible(well);
    m_invitation->setText(message.title);
    m_problem->setVisible(!well);
    m_problem->say(message.kind, message.title, message.text);
}

void WaitingPage::showTime() {
    m_time->setText(clocktext::time(m_clock.now()));
    m_date->setText(clocktext::date(m_clock.now()));
    m_year->setText(clocktext::westernYear(m_clock.now()));
}

QSize WaitingPage::minimumSizeHint() const {
    return {theme::px(320), theme::px(240)};
}

void WaitingPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    QFont font = theme::font(theme::TextRole::Clock);
    font.setPixelSize(std::min(font.pixelSize(), height() / ClockShare));
    m_time->setFont(font);
}

} // namespace madoguchi
