// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/practice/tour.h"

#include <QWidget>

#include <chrono>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds BetweenLooks{20};
constexpr int MostLooks = 1500; // 30 seconds: a slow machine is not a failure
/// Looks that a state must last before its picture: timers of the screen have run and it is painted.
constexpr int LooksBeforePicture = 5;

QString fileName(int number, const QString& step) {
    return u"%1-%2.png"_s.arg(number, 3, 10, '0'_L1).arg(step);
}

} // namespace

Tour::Tour(QWidget& window, const QString& folder, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder) {
    m_timer.setInterval(BetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
}

void Tour::add(TourStep step) {
    m_steps.append(std::move(step));
}

QStringList Tour::pictures() const {
    QStringList names;
    for (const TourStep& step : m_steps) {
        if (step.picture)
            names += fileName(static_cast<int>(names.size()) + 1, step.name);
    }
    return names;
}

void Tour::start() {
    begin();
    m_timer.start();
}

void Tour::fail(const QString& why) {
    m_why = why;
}

void Tour::begin() {
    m_looks = 0;
    if (m_next < m_steps.size() && m_steps[m_next].act)
        m_steps[m_next].act();
}

void Tour::look() {
    if (m_next >= m_steps.size())
        return end({});
    const TourStep& step = m_steps[m_next];
    ++m_looks;
    if (!m_why.isEmpty() || m_looks > MostLooks) {
        photograph(); // what there was instead
        return end(m_why.isEmpty() ? step.name : u"%1: %2"_s.arg(step.name, m_why));
    }
    if (m_looks < LooksBeforePicture || (step.until && !step.until()))
        return;
    if (step.picture && !photograph())
        return fail(u"its picture can't be written"_s);
    ++m_next;
    begin();
}

void Tour::end(const QString& failure) {
    m_timer.stop();
    Q_EMIT finished(failure);
}

bool Tour::photograph() {
    return m_window.grab().save(m_folder + u'/' + fileName(++m_pictures, m_steps[m_next].name));
}

} // namespace madoguchi
