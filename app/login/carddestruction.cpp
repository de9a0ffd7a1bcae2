// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/carddestruction.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

CardDestruction::CardDestruction(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)) {
    connect(&m_parts.login.cards, &CardService::cardInserted, this, &CardDestruction::onCardInserted);
    joinApproval();
}

// The approval is the workstation's: what it says while nothing is under way here is for somebody else.
void CardDestruction::joinApproval() {
    CardApproval* const approval = &m_parts.approval;
    connect(approval, &CardApproval::recognised, this,
            [this](const Approval& who, std::optional<int> triesLeft) {
                if (m_view.state != DestructionState::ReadingWitness)
                    return;
                m_view.witnessName = who.operatorName;
                m_view.triesLeft = triesLeft;
                enter(DestructionState::AwaitingPin);
            });
    connect(approval, &CardApproval::pinWrong, this, [this](int triesLeft) {
        if (m_view.state != DestructionState::CheckingPin)
            return;
        m_view.pinWasWrong = true;
        m_view.triesLeft = triesLeft;
        enter(DestructionState::AwaitingPin);
    });
    connect(approval, &CardApproval::pinMalformed, this, [this] {
        if (m_view.state != DestructionState::CheckingPin)
            return;
        m_view.pinWasMalformed = true;
        enter(DestructionState::AwaitingPin);
    });
    connect(approval, &CardApproval::approved, this, [this](const Approval& who) {
        if (m_view.state == DestructionState::CheckingPin)
            destroy({.operatorId = who.operatorId, .byCard = true});
    });
    connect(approval, &CardApproval::refused, this, &CardDestruction::onRefused);
}

bool CardDestruction::isRunning() const {
    return m_view.state != DestructionState::Idle && m_view.state != DestructionState::Done &&
           m_view.state != DestructionState::Stopped;
}

// What was said of a PIN holds for the state in which it is asked for again.
void CardDestruction::enter(DestructionState state, std::optional<Error> error) {
    m_view.state = state;
    m_view.error = std::move(error);
    if (state != DestructionState::AwaitingPin) {
        m_view.triesLeft.reset();
        m_view.pinWasWrong = m_view.pinWasMalformed = false;
    }
    Q_EMIT viewChanged();
}

Result<> CardDestruction::begin(const QString& card) {
    cancel();
    if (!session())
        return fail(ErrorCode::SessionEnded);
    const Result<CardHolder> holder = m_parts.life.mayDestroy(*session(), card);
    if (!holder)
        return fail(holder.error());
    m_view.card = card;
    m_view.holderName = holder->person.name;
    m_view.holderId = holder->person.id;
    enter(DestructionState::AwaitingWitness);
    lookForWitness();
    return {};
}

// Her card may be there already.
void CardDestruction::lookForWitness() {
    const QList<CardId> present = m_parts.login.cards.cardsPresent();
    for (const CardId card : present)
        onCardInserted(card);
}

void CardDestruction::onCardInserted(CardId card) {
    if (m_view.state != DestructionState::AwaitingWitness || card == m_parts.sessionCard())
        return;
    enter(DestructionState::ReadingWitness);
    m_parts.approval.begin(card, [this](const Operator& person) -> Result<> {
        return session() ? mayWitness(*session(), m_view.holderId, person) : fail(ErrorCode::SessionEnded);
    });
}

void CardDestruction::submitPin(SecretBytes pin) {
    if (m_view.state != DestructionState::AwaitingPin)
        return;
    m_view.pinWasWrong = m_view.pinWasMalformed = false;
    enter(DestructionState::CheckingPin);
    m_parts.approval.submitPin(std::move(pin));
}

void CardDestruction::onRefused(const Error& why) {
    if (!isRunning())
        return;
    m_view.witnessName.clear();
    if (why.code == ErrorCode::RecordFailed || why.code == ErrorCode::SessionEnded)
        return enter(DestructionState::Stopped, why);
    enter(DestructionState::AwaitingWitness, why);
}

void CardDestruction::name(const QString& witness) {
    if (m_view.state == DestructionState::AwaitingWitness)
        destroy({.operatorId = witness, .byCard = false});
}

void CardDestruction::destroy(const Witness& witness) {
    if (!session())
        return enter(DestructionState::Stopped, Error{ErrorCode::SessionEnded});
    const ActionCall call{
        ActionId::CardDestroy,
        u"card:"_s + m_view.card,
        {{u"witness"_s, witness.operatorId}, {u"witness-proof"_s, witness.byCard ? u"card"_s : u"named"_s}}};
    const Result<> destroyed = m_parts.actions.run(
        call, session(), [&] { return m_parts.life.destroy(*session(), m_view.card, witness); });
    if (destroyed) {
        m_view.byCard = witness.byCard;
        return enter(DestructionState::Done);
    }
    enter(DestructionState::Stopped, destroyed.error());
    if (destroyed.error().code == ErrorCode::RecordFailed)
        Q_EMIT recordLost();
}

void CardDestruction::cancel() {
    const bool wasRunning = isRunning();
    m_view = {}; // first: what the approval says of its end is no answer any more
    if (wasRunning)
        m_parts.approval.cancel();
    Q_EMIT viewChanged();
}

} // namespace madoguchi
