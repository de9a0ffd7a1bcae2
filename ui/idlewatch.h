// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Notices that nobody has used keyboard, mouse or touch for a while, wherever in the program the focus is.
// Time is the machine's time since boot, so that setting the clock changes nothing and a sleep counts. GUI
// thread.
#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

#include <chrono>

namespace madoguchi {

struct IdleLimits {
    std::chrono::milliseconds coverAfter;
    std::chrono::milliseconds lockAfter; ///< from the same last use; longer than coverAfter
};

class IdleWatch final : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive the watch.
    explicit IdleWatch(const Clock& clock, QObject* parent = nullptr);

    /// From now on, as if something had just been used.
    void start(IdleLimits limits);
    void stop();
    /// While covered a passing sleeve or a bumped desk keeps nothing awake: only keys and clicks count.
    void setCovered(bool covered) { m_covered = covered; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void coverDue();
    void lockDue();

private:
    /// True when a limit has passed that was not told yet.
    bool check();
    bool isUse(const QEvent& event);

    const Clock& m_clock;
    IdleLimits m_limits{};
    std::chrono::milliseconds m_lastUse{};
    QPoint m_lastPoint;
    bool m_covered = false;
    bool m_coverTold = false;
    QTimer m_timer;
};

} // namespace madoguchi
