// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked for when a card is issued. A value; any thread.
#pragma once

#include "app/operators/operator.h"

#include <QDateTime>

namespace madoguchi {

struct IssueOrder {
    Operator person; ///< new, or known as Enrolment::isSamePerson() has it, or without a card until now
    QDate lastDay;   ///< of the card and its certificates, in local time
    /// A day card: it and its certificates end then, on `lastDay`. Null for any other card.
    QDateTime dayCardEnd = {};
};

} // namespace madoguchi
