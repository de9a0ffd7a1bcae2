// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a card tells without its PIN, for a diagnosis: a conversation on the card's worker thread, which costs
// no try.
#pragma once

#include "smartcard/cardstack.h"
#include "smartcard/piv/pivkey.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace madoguchi {

struct CertificateFacts {
    enum class State { Missing, Unreadable, Read };

    PivKey key = PivKey::Authentication;
    State state = State::Missing;
    QDateTime notBefore = {}; ///< UTC; only when Read
    QDateTime notAfter = {};
};

struct CardExamination {
    bool hasChuid = false;
    QList<CertificateFacts> certificates; ///< 9A, 9C, 9D, 9E
    std::optional<int> pinTries; ///< 0 is blocked; none: the PIN is verified and the card does not tell
};

/// Errors: CardNotPiv, and those of a card that leaves, stays silent or makes no sense.
Result<CardExamination> examineCard(CardTransaction& transaction);

} // namespace madoguchi
