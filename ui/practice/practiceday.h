// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The practice day: one day at the counter, played through the real screens with real key presses, a picture
// of each state. GUI thread.
#pragma once

#include "ui/practice/practicecards.h"

namespace madoguchi {

class PracticeDay final : public PracticeCards {
    Q_OBJECT
public:
    /// All but `pictures` must outlive the day.
    PracticeDay(MainWindow& window, Workstation& station, PracticeStrip& strip,
                const PracticeStation& practice, const QString& pictures);

    void start();

Q_SIGNALS:
    /// `failure` is empty, or names the step that did not come true.
    void finished(const QString& failure);

private:
    // The day, in its order.
    void logInAtLast();
    void openReception();
    void writeDraft();
    void lookAtApplicantsCard();
    void loseCardAndComeBack();
    void finishDraft();
    void findAndHandOver();
    void changePin();
    void lockCard();
    void unlockCard();
    void closeAndOpenTerminal();
    void suspendAndResume();
    void issueCard();
    void blockIssuedCard();
    void unblockIssuedCard();
    void reportLostCard();
    void lookAtCards();
    void openOperator(const QString& name);
    void readTheLog();
    void lookAtStation();
    void assignReaders();

    QString m_pictures;
    std::unique_ptr<Tour> m_tour;
};

} // namespace madoguchi
