// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice day: one day at the counter, played through the real screens with real key presses, a picture
// of each state. GUI thread.
#pragma once

#include "ui/practice/practicecards.h"
#include "ui/practice/practicecounter.h"
#include "ui/practice/practiceissuing.h"
#include "ui/practice/practiceoffice.h"

#include <QObject>

#include <memory>

namespace madoguchi {

class PracticeDay final : public QObject {
    Q_OBJECT
public:
    /// What `place` refers to must outlive the day. Pictures go into the folder `pictures`.
    PracticeDay(const PracticePlace& place, const QString& pictures);

    void start();

Q_SIGNALS:
    /// `failure` is empty, or names the step that did not come true.
    void finished(const QString& failure);

private:
    MainWindow& m_window;
    QString m_pictures;
    QList<TourStep> m_steps;
    PracticeCounter m_counter;
    PracticeOffice m_office;
    PracticeCards m_cards;
    PracticeIssuing m_issuing;
    std::unique_ptr<Tour> m_tour;
};

} // namespace madoguchi
