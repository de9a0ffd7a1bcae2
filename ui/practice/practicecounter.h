// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The part of the practice day in which an operator serves an applicant: from the first login to a draft that
// is handed over. GUI thread.
#pragma once

#include "ui/practice/practicehands.h"

namespace madoguchi {

class PracticeCounter final : public PracticeHands {
public:
    using PracticeHands::PracticeHands;

    // In this order.
    void logInAtLast();
    void openReception();
    void writeDraft();
    void lookAtApplicantsCard();
    void loseCardAndComeBack();
    void finishDraft();
    /// To the colleague; and logs out.
    void findAndHandOver();

private:
    void typeAddress();
    void changePin();
};

} // namespace madoguchi
