// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked for when a card is issued. A value; any thread.
#pragma once

#include "app/operators/operator.h"

#include <QDate>

namespace madoguchi {

struct IssueOrder {
    Operator person; ///< new, or known with the same name, reading and role
    QDate lastDay;   ///< of the card and its certificates, in local time; today for a day's card
};

} // namespace madoguchi
