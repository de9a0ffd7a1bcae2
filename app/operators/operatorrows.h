// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How operators and cards are written into and read from the rows of station.db. Thread of the Statement.
#pragma once

#include "app/operators/operator.h"
#include "app/operators/operatorcard.h"
#include "app/storage/statement.h"

namespace madoguchi {

/// The columns of an operator, in the order that bindOperator() and operatorFrom() use.
inline constexpr char OperatorColumns[] =
    "id, name, kana, role, status, valid_from, valid_to, hours_from, hours_to, weekdays, terminals";
/// Binds ?1 to ?11.
void bindOperator(Statement& statement, const Operator& person);
/// Errors: DatabaseCorrupt for a role that this program does not know.
Result<Operator> operatorFrom(const Statement& row);

/// The columns of a card, in the order that cardFrom() reads.
inline constexpr char CardColumns[] =
    "id, operator, chuid_hash, certificate_9a, certificate_9d, certificate_9e, state, enrolled_at, "
    "last_login_at, last_login_terminal, failures_since_login, global_pin, ends_at, "
    "messaging_key";
OperatorCard cardFrom(const Statement& row);
OperatorCardState cardStateFrom(qint64 stored);

} // namespace madoguchi
