// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The part of the practice day in which a blank card becomes a colleague's, is blocked and opened again, and
// serves as a day card at last. GUI thread.
#pragma once

#include "ui/practice/practicehands.h"

namespace madoguchi {

class PracticeIssuing final : public PracticeHands {
public:
    using PracticeHands::PracticeHands;

    // In this order.
    void issueCard();
    void blockIssuedCard();
    void unblockIssuedCard();
    /// After it was invalidated.
    void issueDayCard();

private:
    void makeCard(const QString& name);
    void finishCard(const QString& name, const QString& pin);
};

} // namespace madoguchi
