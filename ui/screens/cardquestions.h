// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before something happens to a card: until when, why, before whom. Every question names the
// card and its holder. GUI thread.
#pragma once

#include "app/operators/cardlife.h"
#include "ui/screens/confirmation.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"

namespace madoguchi {

class CardQuestions {
public:
    /// `fates`: what becomes of the keys when the card goes, to be said where it does.
    explicit CardQuestions(Confirmation& confirmation, const KeyFates& fates = {})
        : m_confirmation(confirmation), m_fates(fates) {}

    /// A null day: no day due back. `refused`: what was typed before and is no such day.
    void askLending(const RegisteredCard& card, QDate today, std::function<void(QDate)> confirmed,
                    const QString& refused = {});
    void askTakingBack(const RegisteredCard& card, std::function<void()> confirmed);
    void askFound(const RegisteredCard& card, std::function<void()> confirmed);
    /// With an id of CardLife::invalidationReasons().
    void askInvalidating(const RegisteredCard& card, std::function<void(const QString&)> confirmed);
    /// With an id of CardLife::suspensionReasons().
    void askSuspending(const RegisteredCard& card, std::function<void(const QString&)> confirmed);
    void askResuming(const RegisteredCard& card, std::function<void()> confirmed);
    /// `card` is its number; `people`: who may be the witness. With an operator's id.
    void askDestroying(const QString& card, const QString& holder, const QList<Operator>& people,
                       std::function<void(const QString&)> confirmed);

    /// A question with one thing to choose.
    struct Choosing {
        Confirmation::Question question; ///< without content
        FieldRow::Texts texts;
        QString id; ///< object name of the field
        QList<FieldOption> options;
        QString missing; ///< said beside the field when nothing was chosen
    };

private:
    /// Asks again until something is chosen. With an id of the options.
    void askChoosing(const Choosing& asked, std::function<void(const QString&)> chosen,
                     const QString& problem = {});

    Confirmation& m_confirmation;
    KeyFates m_fates;
};

} // namespace madoguchi
