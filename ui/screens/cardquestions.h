// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before something happens to a card: until when, why, before whom. Every question names the
// card and its holder. GUI thread.
#pragma once

#include "app/operators/cardlife.h"
#include "ui/screens/confirmation.h"

namespace madoguchi {

/// What an invalidation does to the drafts.
enum class DraftsAfter { Readable, Lost };

class CardQuestions {
public:
    explicit CardQuestions(Confirmation& confirmation) : m_confirmation(confirmation) {}

    /// A null day: no day due back.
    void askLending(const RegisteredCard& card, QDate today, std::function<void(QDate)> confirmed);
    void askTakingBack(const RegisteredCard& card, std::function<void()> confirmed);
    void askFound(const RegisteredCard& card, std::function<void()> confirmed);
    /// With an id of CardLife::invalidationReasons().
    void askInvalidating(const RegisteredCard& card, DraftsAfter drafts,
                         std::function<void(const QString&)> confirmed);
    /// `people`: who may be the witness. With an operator's id.
    void askDestroying(const RegisteredCard& card, const QList<Operator>& people,
                       std::function<void(const QString&)> confirmed);

private:
    Confirmation& m_confirmation;
};

} // namespace madoguchi
