// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/tour.h"

#include <QWidget>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds BetweenLooks{20};
constexpr int MostLooks = 1500; // 30 seconds: a slow machine is not a failure
/// Looks that a state must last before its picture: timers of the screen have run and it is painted.
constexpr int LooksBeforePicture = 5;

} // namespace

Tour::Tour(QWidget& window, const QString& folder, QList<TourStep> steps, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder), m_steps(std::move(steps)) {
    m_timer.setInterval(BetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
}

void Tour::start() {
    begin();
    m_timer.start();
}

void Tour::begin() {
    m_looks = 0;
    if (m_next < m_steps.size() && m_steps[m_next].act)
        m_steps[m_next].act();
}

void Tour::look() {
    if (m_next >= m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished({});
        return;
    }
    const TourStep& step = m_steps[m_next];
    ++m_looks;
    if (m_looks < LooksBeforePicture || (step.until && !step.until())) {
        if (m_looks > MostLooks) {
            m_timer.stop();
            photograph();
            Q_EMIT finished(step.name);
        }
        return;
    }
    if (step.picture)
        photograph();
    ++m_next;
    begin();
}

void Tour::photograph() {
    const QString name =
        u"%1/%2-%3.png"_s.arg(m_folder).arg(++m_pictures, 3, 10, '0'_L1).arg(m_steps[m_next].name);
    if (!m_window.grab().save(name))
        qWarning("can't write %s", qUtf8Printable(name));
}

} // namespace madoguchi
