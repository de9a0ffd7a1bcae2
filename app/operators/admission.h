// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// May this operator log in with this card, here and now? Asked before the PIN. Pure; any thread.
#pragma once

#include "app/base/errorcode.h"
#include "app/operators/operator.h"
#include "app/operators/operatorcard.h"

#include <QDateTime>

#include <optional>

namespace madoguchi {

/// None: yes. Else CardUnknown (invalidated or destroyed), CardLost, CardReturned, OperatorSuspended,
/// OperatorOutsideDates, OperatorOutsideHours or OperatorWrongTerminal, in this order. `now` is turned into
/// the system's local time.
std::optional<ErrorCode> admission(const Operator& person, const OperatorCard& card, const QString& terminal,
                                   const QDateTime& now);

} // namespace madoguchi
