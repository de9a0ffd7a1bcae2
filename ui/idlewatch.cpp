// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/idlewatch.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace madoguchi {
namespace {

constexpr std::chrono::milliseconds LookInterval{500};

} // namespace

IdleWatch::IdleWatch(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
    m_timer.setInterval(LookInterval);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
}

void IdleWatch::start(IdleLimits limits) {
    m_limits = limits;
    m_lastUse = m_clock.sinceBoot();
    m_coverTold = false;
    m_covered = false;
    m_timer.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::stop() {
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

bool IdleWatch::check() {
    const std::chrono::milliseconds idle = m_clock.sinceBoot() - m_lastUse;
    if (idle >= m_limits.lockAfter) {
        stop();
        Q_EMIT lockDue();
        return true;
    }
    if (idle >= m_limits.coverAfter && !m_coverTold) {
        m_coverTold = true;
        Q_EMIT coverDue();
        return true;
    }
    return false;
}

bool IdleWatch::isUse(const QEvent& event) {
    // The kinds of input are few among Qt's many events; a switch would have to name them all.
    const QEvent::Type type = event.type();
    if (type == QEvent::KeyPress) // a thing lying on the keyboard is not a person
        return !static_cast<const QKeyEvent&>(event).isAutoRepeat();
    if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick ||
        type == QEvent::TouchBegin || type == QEvent::TabletPress)
        return true;
    if (m_covered)
        return false;
    if (type == QEvent::MouseMove) {
        // Qt also sends moves when a widget appears under a mouse that rests.
        const QPoint point = static_cast<const QMouseEvent&>(event).globalPosition().toPoint();
        return std::exchange(m_lastPoint, point) != point;
    }
    return type == QEvent::Wheel || type == QEvent::InputMethod || type == QEvent::TouchUpdate;
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
    Q_UNUSED(watched)
    if (!isUse(*event))
        return false;
    // The limit may have passed while the machine slept or the program was busy: then this very use comes too
    // late, and reaches nobody.
    if (check())
        return true;
    m_lastUse = m_clock.sinceBoot();
    m_coverTold = false;
    return false;
}

} // namespace madoguchi
