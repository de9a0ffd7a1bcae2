// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// How many cards somebody may have at once: one rule for issuing, enrolling, lending and logging in. Without
// the policy "several cards" it is one. A day card is given beside it, because the other one lies at home:
// while the day card is in force the other is refused, and nothing has to be undone afterwards. Pure; any
// thread.
#pragma once

#include "app/base/result.h"
#include "app/operators/operatorcard.h"

#include <QList>

#include <functional>
#include <optional>

namespace madoguchi {

enum class CardTerm {
    Lasting,
    Day, ///< ends at a time of day
};

/// Whether the station's policy lets somebody have several cards; none: it does not. Errors:
/// PolicyUnreadable.
using AskSeveralCards = std::function<Result<bool>()>;

/// Active or suspended (with its holder or alone), and no day card that has ended.
bool isInForce(const OperatorCard& card, const QDateTime& now);

/// Whether a card of that term may come into force beside `others`, the cards that the same person has.
/// Errors: OperatorHasCard, with the card that stands in the way; those of `several`.
Result<> mayHaveBeside(const QList<OperatorCard>& others, CardTerm term, const AskSeveralCards& several,
                       const QDateTime& now);

/// The day card that is used instead of `card` now, among all cards of its holder. None for a day card, which
/// is used itself.
std::optional<OperatorCard> dayCardInsteadOf(const OperatorCard& card, const QList<OperatorCard>& all,
                                             const QDateTime& now);

} // namespace madoguchi
