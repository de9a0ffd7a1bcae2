// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The part of the practice day in which a card administrator suspends one card, and puts an end to another
// before a witness. GUI thread.
#pragma once

#include "ui/practice/practicehands.h"

namespace madoguchi {

class PracticeCards : public PracticeHands {
    Q_OBJECT
protected:
    using PracticeHands::PracticeHands;

    void suspendCardAndResume();
    /// After it was reported lost.
    void findAndDestroyLostCard();

private:
    void openCardOf(const QString& person);
    /// Presses the button, chooses the first reason where one is asked for, and confirms.
    void change(const QString& name, ActionId action, const QString& reason = {});
};

} // namespace madoguchi
