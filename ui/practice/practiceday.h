// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice day: one day at the counter, played through the real screens with real key presses, a picture
// of each state. GUI thread.
#pragma once

#include "app/login/loginstate.h"
#include "ui/practice/practicestation.h"
#include "ui/practice/tour.h"
#include "ui/practice/typist.h"

namespace madoguchi {

class MainWindow;
class PracticeStrip;

class PracticeDay final : public QObject {
    Q_OBJECT
public:
    /// All but `pictures` must outlive the day.
    PracticeDay(MainWindow& window, PracticeStrip& strip, const PracticeStation& practice,
                const QString& pictures);

    void start();

Q_SIGNALS:
    /// `failure` is empty, or names the step that did not come true.
    void finished(const QString& failure);

private:
    void morning();

    void insert(const QString& name, const QString& card, LoginState until);
    void logIn(const QString& card);
    void enterPin(const QString& name, const QByteArray& pin, std::function<bool()> until);
    void takeCardOut();
    void step(TourStep step) { m_steps.append(std::move(step)); }

    bool isIn(LoginState state) const;
    bool isOn(const QString& screen) const;
    QByteArray pinOf(const QString& card) const;

    MainWindow& m_window;
    PracticeStrip& m_strip;
    const PracticeStation& m_practice;
    QString m_pictures;
    Typist m_typist;
    QList<TourStep> m_steps;
    std::unique_ptr<Tour> m_tour;
};

} // namespace madoguchi
