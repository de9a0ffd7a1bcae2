// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the card administrator is to do at each step of issuing a card, in words. GUI thread.
#pragma once

#include "app/issuing/cardissuing.h"

#include <QString>

namespace madoguchi {

/// Which PINs a step asks for.
enum class IssuePins { None, One, Two };

struct IssueStepText {
    int number = 0; ///< 1 to IssueSteps; 0 outside them
    QString title = {};
    QString todo = {}; ///< what to do now, or what is going on
    QString pinLabel = {};
    QString repeatLabel = {};
    IssuePins pins = IssuePins::None;
    bool changesCard = false; ///< the card must stay where it is
};

constexpr int IssueSteps = 4;

/// All translated.
IssueStepText issueStepText(const IssuingView& view, const IssueOrder& order);
/// What a wrong or impossible PIN, or the tries left, have to say; empty when nothing.
QString issuePinText(const IssuingView& view);
/// The notice that the holder signs when she takes the card.
QString lendingNotice(const IssueOrder& order, const IssuingView& view, const QDateTime& now);

} // namespace madoguchi
