// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The part of the practice day about cards that are in people's hands: a card administrator suspends,
// changes, takes back and lends them, and puts an end to a lost one before a witness. GUI thread.
#pragma once

#include "ui/practice/practicehands.h"

namespace madoguchi {

class PracticeCards final : public PracticeHands {
public:
    using PracticeHands::PracticeHands;

    /// The operator, with all her cards.
    void suspendAndResume();
    /// One card alone.
    void suspendCardAndResume();
    /// Of a colleague.
    void reportLostCard();
    void lookAtCards();
    /// After it was reported lost.
    void findAndDestroyLostCard();
    // Of whom PracticeIssuing made a card for; it ends invalidated.
    void changeRole();
    void takeBackAndLend();

private:
    void openOperator(const QString& name);
    void openCardOf(const QString& person);
    /// Presses the button, types the answer where something is asked for, and confirms.
    void change(const QString& name, ActionId action, const QString& answer = {});
};

} // namespace madoguchi
