// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The conversations with a card that is being made, one at a time. After giveUp() none begins any more; one
// that the card is in goes on to its end, which is then on record. Main thread; the card is talked to on its
// worker.
#pragma once

#include "app/issuing/issueledger.h"
#include "smartcard/cardservice.h"
#include "smartcard/piv/blankcard.h"
#include "smartcard/piv/verifygate.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace madoguchi {

/// What a conversation is for.
struct IssuingStep {
    QString issue = {}; ///< empty while the card is only read
    QString name = {};  ///< as for IssueLedger::noteLate()
    /// What the card must show first; none where that is not known yet, or the conversation looks itself.
    std::optional<BlankCard> card = {};
};

class IssuingTalk : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the object.
    IssuingTalk(CardService& cards, IssueLedger& ledger) : m_cards(cards), m_ledger(ledger) {}

    /// `done` comes once, unless giveUp() was called. Errors: those of CardService::converse() and
    /// checkSameBlankCard().
    template <class T>
    void begin(CardId card, IssuingStep step, std::function<Result<T>(CardTransaction&)> conversation,
               std::function<void(Result<T>)> done);
    void giveUp();

Q_SIGNALS:
    /// The late end of a step could not be recorded: the login must be halted.
    void recordLost();

private:
    void noteLate(const IssuingStep& step, VerifyGate& gate, const Result<>& end);

    CardService& m_cards;
    IssueLedger& m_ledger;
    std::shared_ptr<VerifyGate> m_gate;
};

template <class T>
void IssuingTalk::begin(CardId card, IssuingStep step,
                        std::function<Result<T>(CardTransaction&)> conversation,
                        std::function<void(Result<T>)> done) {
    giveUp();
    const auto gate = std::make_shared<VerifyGate>();
    m_gate = gate;
    std::optional<BlankCard> expected = step.card;
    m_cards.converse<T>(
        card,
        [gate, expected = std::move(expected),
         conversation = std::move(conversation)](CardTransaction& transaction) -> Result<T> {
            if (!gate->pass())
                return fail(ErrorCode::CardRemoved, QStringLiteral("given up before it began"));
            if (Result<> same = expected ? checkSameBlankCard(transaction, *expected) : Result<>(); !same)
                return fail(same.error());
            return conversation(transaction);
        },
        this,
        [this, gate, step = std::move(step), done = std::move(done)](Result<T> result) {
            if (gate == m_gate)
                return done(std::move(result));
            noteLate(step, *gate, result ? Result<>() : Result<>(fail(result.error())));
        });
}

} // namespace madoguchi
