// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// When whoever has the office's root makes cards: while no two people can issue them on screen, and in the
// place of administrators' cards that are blocked, expired or away. Main thread.
#pragma once

#include "app/issuing/officekey.h"
#include "app/station/station.h"

#include <QStringList>

namespace madoguchi {

/// Whether somebody can issue cards now and somebody else be her witness: both with a card that would be let
/// in at some hour of the day. Whose PIN is blocked the register does not know. Errors: those of Database.
Result<bool> canTwoIssue(Station& station);

/// Whether a first card may be made in place of `cards`, by register id: no other card that may be used now
/// opens the office key. Errors: CardUnknown; InputInvalid when there is such a card, and for a card whose
/// holder issues none; those of Database.
Result<> mayBeReplaced(Station& station, const QStringList& cards);

/// They are invalidated and their certificates revoked, each on record as CardInvalidate; one that is out of
/// use already stays as it is, so that it can be repeated. After that no card opens the office key: those
/// that may be let in again, which it gives, wait for it. Errors: those of Database; RecordFailed.
Result<QStringList> retireCards(Station& station, const QStringList& cards);

/// The cards in use, by register id, whose PUK and management key `office` does not give: they were issued
/// with another office key. Errors: those of Database.
Result<QStringList> cardsBeyond(Station& station, const OfficeKey& office);

} // namespace madoguchi
