// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The part of the practice day of those who look after the counter: supervisor, auditor and system
// administrator. GUI thread.
#pragma once

#include "ui/practice/practicehands.h"

namespace madoguchi {

class PracticeOffice final : public PracticeHands {
public:
    using PracticeHands::PracticeHands;

    /// By wrong PINs of a colleague.
    void lockCard();
    void unlockCard();
    void closeAndOpenTerminal();
    void readTheLog();
    /// Its pages, and readers that get a part.
    void lookAtStation();

private:
    void assignReaders();
};

} // namespace madoguchi
