// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardsatonce.h"

#include "app/operators/cardevents.h"

#include <algorithm>

namespace madoguchi {
namespace {

bool isDayCard(const OperatorCard& card) {
    return card.endsAt.isValid();
}

/// A day card leaves room for the card at home, which waits meanwhile; everything else leaves none.
bool standsInTheWay(const OperatorCard& card, CardTerm term, const QDateTime& now) {
    return isInForce(card, now) && (term == CardTerm::Lasting || isDayCard(card));
}

} // namespace

bool isInForce(const OperatorCard& card, const QDateTime& now) {
    return isInHands(card.state) && (!isDayCard(card) || now < card.endsAt);
}

Result<> mayHaveBeside(const QList<OperatorCard>& others, CardTerm term, const AskSeveralCards& several,
                       const QDateTime& now) {
    const auto first = std::ranges::find_if(
        others, [&](const OperatorCard& card) { return standsInTheWay(card, term, now); });
    if (first == others.end())
        return {};
    const Result<bool> allowed = several ? several() : Result<bool>(false);
    if (!allowed)
        return fail(allowed.error());
    return *allowed ? Result<>() : fail(ErrorCode::OperatorHasCard, first->id);
}

std::optional<OperatorCard> dayCardInsteadOf(const OperatorCard& card, const QList<OperatorCard>& all,
                                             const QDateTime& now) {
    if (isDayCard(card))
        return std::nullopt;
    const auto found = std::ranges::find_if(all, [&](const OperatorCard& other) {
        return isDayCard(other) && other.state == OperatorCardState::Active && isInForce(other, now);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace madoguchi
