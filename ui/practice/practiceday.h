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

namespace madoguchi {

class PracticeDay final : public QObject {
    Q_OBJECT
public:
    /// What `place` refers to must outlive the day. Pictures go into the folder `pictures`.
    PracticeDay(const PracticePlace& place, const QString& pictures);

    /// The files that there will be in the folder.
    QStringList pictures() const { return m_tour.pictures(); }
    void start() { m_tour.start(); }

Q_SIGNALS:
    /// See Tour::finished().
    void finished(const QString& failure);

private:
    Tour m_tour;
    PracticeCounter m_counter;
    PracticeOffice m_office;
    PracticeCards m_cards;
    PracticeIssuing m_issuing;
};

} // namespace madoguchi
