// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cover.h"

#include "ui/clocktext.h"
#include "ui/errortext.h"
#include "ui/theme.h"
#include "ui/widgets/action.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::chrono::seconds Tick{1};
constexpr int ClockShare = 7; ///< of the height, where the window is small and the scale large

QLabel* line(theme::TextRole role, QVBoxLayout& layout) {
    auto* label = new QLabel;
    label->setFont(theme::font(role));
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    layout.addWidget(label);
    return label;
}

} // namespace

Cover::Cover(const Clock& clock, QWidget* parent) : QWidget(parent), m_clock(clock) {
    hide();
    setAutoFillBackground(true);
    // It takes the keyboard with setFocus() only; a policy would bring the ring around the whole window.
    setFocusPolicy(Qt::NoFocus);
    setAction(this, ActionId::ScreenReveal);
    setAccessibleName(tr("The screen is hidden"));

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::px(16));
    layout->addStretch();
    m_time = line(theme::TextRole::Clock, *layout);
    m_date = line(theme::TextRole::Title, *layout);
    layout->addSpacing(theme::px(32));
    m_text = line(theme::TextRole::Large, *layout);
    m_hint = line(theme::TextRole::Body, *layout);
    layout->addStretch();

    parent->installEventFilter(this);
    m_timer.setInterval(Tick);
    connect(&m_timer, &QTimer::timeout, this, &Cover::tick);
}

void Cover::coverNow() {
    m_text->setText(tr("The screen is hidden"));
    m_hint->setText(tr("Press F11, Enter or Esc to go back to your work."));
    tick();
    setGeometry(parentWidget()->rect());
    ensurePolished();
    layout()->activate(); // what follows is painted before any event
    raise();
    show();
    repaint();
    // Out of sight first; then what the input method still composes belongs to the field it was typed in.
    QGuiApplication::inputMethod()->commit();
    setFocus(Qt::OtherFocusReason);
    m_timer.start();
}

void Cover::showError(ErrorCode code) {
    const ErrorText text = errorText(code);
    m_text->setText(text.happened);
    m_hint->setText(text.safe + u'\n' + text.next);
}

void Cover::tick() {
    if (!isVisible() && m_timer.isActive())
        m_timer.stop();
    m_time->setText(clocktext::time(m_clock.now()));
    m_date->setText(clocktext::date(m_clock.now()));
}

bool Cover::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

void Cover::keyPressEvent(QKeyEvent* event) {
    event->accept(); // whatever is typed blindly goes nowhere
    const int key = event->key();
    const bool asks =
        key == Qt::Key_F11 || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
    // The key that hid the screen may still be held down.
    if (asks && !event->isAutoRepeat())
        Q_EMIT revealRequested();
}

void Cover::mousePressEvent(QMouseEvent* event) {
    event->accept();
    Q_EMIT revealRequested();
}

void Cover::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    QFont font = theme::font(theme::TextRole::Clock);
    font.setPixelSize(std::max(1, std::min(font.pixelSize(), height() / ClockShare)));
    m_time->setFont(font);
}

bool Cover::focusNextPrevChild(bool next) {
    Q_UNUSED(next)
    return true; // what lies below can't be reached
}

} // namespace madoguchi
