// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/pinunblocking.h"

#include "app/issuing/issueledger.h"
#include "smartcard/piv/pinsetting.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

PinUnblocking::PinUnblocking(Parts parts, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_approval(m_parts.login), m_recognition(m_parts.login) {
    connect(&m_parts.login.cards, &CardService::cardInserted, this, &PinUnblocking::onCardInserted);
    connect(&m_parts.login.cards, &CardService::cardRemoved, this, &PinUnblocking::onCardRemoved);
    joinWitness();
}

void PinUnblocking::joinWitness() {
    connect(&m_approval, &CardApproval::recognised, this,
            [this](const Approval& who, std::optional<int> triesLeft) {
                m_view.witnessName = who.operatorName;
                m_view.triesLeft = triesLeft;
                enter(UnblockingState::AwaitingWitnessPin);
            });
    connect(&m_approval, &CardApproval::pinWrong, this, [this](int triesLeft) {
        m_view.pinWasWrong = true;
        m_view.triesLeft = triesLeft;
        enter(UnblockingState::AwaitingWitnessPin);
    });
    connect(&m_approval, &CardApproval::pinMalformed, this, [this] {
        m_view.pinWasMalformed = true;
        enter(UnblockingState::AwaitingWitnessPin);
    });
    connect(&m_approval, &CardApproval::approved, this, [this](const Approval&) {
        m_witnessCard = std::exchange(m_card, 0);
        enter(UnblockingState::AwaitingCard);
        takeCardsThere();
    });
    connect(&m_approval, &CardApproval::refused, this, &PinUnblocking::onWitnessRefused);
}

// ---- the way it goes -----------------------------------------------------------------------------------

bool PinUnblocking::isRunning() const {
    return m_view.state != UnblockingState::Idle && m_view.state != UnblockingState::Done &&
           m_view.state != UnblockingState::Stopped;
}

// What was said of a PIN holds for the state in which it is asked for again.
void PinUnblocking::enter(UnblockingState state, std::optional<Error> error) {
    m_view.state = state;
    m_view.error = std::move(error);
    if (state != UnblockingState::AwaitingWitnessPin) {
        m_view.triesLeft.reset();
        m_view.pinWasWrong = m_view.pinWasMalformed = false;
    }
    Q_EMIT viewChanged();
}

Result<> PinUnblocking::begin(const QString& card) {
    cancel();
    if (!session())
        return fail(ErrorCode::SessionEnded);
    Result<CardHolder> holder = m_parts.ledger.check(*session(), card);
    if (const Result<> fresh = session()->requireFreshPin(); holder && !fresh)
        holder = fail(fresh.error());
    if (!holder) {
        const Result<> noted = m_parts.ledger.noteRefused(*session(), card, {}, holder.error());
        return noted ? fail(holder.error()) : noted;
    }
    m_view.card = card;
    m_view.holderName = holder->person.name;
    m_view.holderId = holder->person.id;
    m_holder = *std::move(holder);
    enter(UnblockingState::AwaitingWitness);
    takeCardsThere();
    return {};
}

// A card may lie in its reader before its turn comes.
void PinUnblocking::takeCardsThere() {
    const QList<CardId> present = m_parts.login.cards.cardsPresent();
    for (const CardId card : present)
        onCardInserted(card);
}

void PinUnblocking::cancel() {
    forget();
    Q_EMIT viewChanged();
}

void PinUnblocking::forget() {
    ++m_round;
    m_view = {}; // first: nothing that ends below is an answer any more
    if (m_gate)
        m_gate->shut();
    m_gate.reset();
    m_approval.cancel();
    m_card = m_witnessCard = 0;
    m_holder.reset();
    m_witness.reset();
    m_blocked.reset();
}

void PinUnblocking::stop(const Error& why) {
    UnblockingView last = m_view;
    forget();
    m_view = std::move(last);
    enter(UnblockingState::Stopped, why);
    if (why.code == ErrorCode::RecordFailed)
        Q_EMIT recordLost();
}

void PinUnblocking::onCardInserted(CardId card) {
    if (card == m_parts.sessionCard() || card == m_witnessCard)
        return;
    if (m_view.state == UnblockingState::AwaitingWitness) {
        askWitness(card);
    } else if (m_view.state == UnblockingState::AwaitingCard) {
        readCard(card);
    }
}

void PinUnblocking::onCardRemoved(CardId card) {
    // While a card is talked to, its conversation tells; the session's own ends the session.
    if (card == m_card && m_view.state == UnblockingState::AwaitingNewPin)
        awaitCardAgain({ErrorCode::CardRemoved});
}

// ---- the witness ---------------------------------------------------------------------------------------

void PinUnblocking::askWitness(CardId card) {
    m_card = card;
    enter(UnblockingState::ReadingWitness);
    m_approval.begin(card, [this](const Operator& person) -> Result<> {
        if (!session() || !m_holder)
            return fail(ErrorCode::SessionEnded);
        m_witness = person;
        return IssueLedger::mayWitness(*session(), {m_holder->person, {}}, person);
    });
}

void PinUnblocking::submitWitnessPin(SecretBytes pin) {
    if (m_view.state != UnblockingState::AwaitingWitnessPin)
        return;
    enter(UnblockingState::CheckingWitness);
    m_approval.submitPin(std::move(pin));
}

void PinUnblocking::onWitnessRefused(const Error& why) {
    if (why.code == ErrorCode::RecordFailed || why.code == ErrorCode::SessionEnded)
        return stop(why);
    if (!isRunning())
        return;
    m_card = 0;
    m_witness.reset();
    m_view.witnessName.clear();
    enter(UnblockingState::AwaitingWitness, why);
}

// ---- the blocked card ----------------------------------------------------------------------------------

void PinUnblocking::awaitCardAgain(const Error& why) {
    m_card = 0;
    m_blocked.reset();
    enter(UnblockingState::AwaitingCard, why);
}

void PinUnblocking::readCard(CardId card) {
    m_card = card;
    enter(UnblockingState::ReadingCard);
    m_recognition.read(card, this, [this, round = m_round](Result<CardIdentity> identity) {
        if (round == m_round)
            onCardRead(std::move(identity));
    });
}

void PinUnblocking::onCardRead(Result<CardIdentity> identity) {
    auto known =
        identity ? m_recognition.recognise(*identity) : Result<RecognisedCard>(fail(identity.error()));
    const Result<> suits = known ? consider(*known) : Result<>(fail(known.error()));
    if (suits) {
        m_blocked = *std::move(known);
        return enter(UnblockingState::AwaitingNewPin);
    }
    if (!session())
        return stop({ErrorCode::SessionEnded});
    const QString target = known ? known->card.id : m_view.card;
    const Result<> noted = m_parts.ledger.noteRefused(*session(), target, m_witness->id, suits.error());
    if (!noted)
        return stop(noted.error());
    awaitCardAgain(suits.error());
}

// Before the PUK leaves the station: it is the card that holds it, and no copy.
Result<> PinUnblocking::consider(const RecognisedCard& card) const {
    if (card.card.id != m_view.card)
        return fail(ErrorCode::CardChanged, u"another card than was chosen"_s);
    if (Result<> genuine = m_recognition.checkGenuine(card); !genuine)
        return genuine;
    if (card.identity.pinReference != PinReference::Piv)
        return fail(ErrorCode::PinNotChangeable, u"a global PIN"_s);
    return {};
}

// ---- the new PIN ---------------------------------------------------------------------------------------

void PinUnblocking::submitNewPin(SecretBytes pin, const SecretBytes& repeated) {
    if (m_view.state != UnblockingState::AwaitingNewPin)
        return;
    if (!(pin == repeated))
        return enter(UnblockingState::AwaitingNewPin, Error{ErrorCode::PinsDiffer});
    if (const Result<> sound = m_parts.ledger.checkPin(*m_holder, pin); !sound)
        return enter(UnblockingState::AwaitingNewPin, sound.error());
    if (!session())
        return stop({ErrorCode::SessionEnded});
    auto begun = m_parts.ledger.begin(*session(), m_view.card, *m_witness);
    if (!begun) {
        const Result<> noted =
            m_parts.ledger.noteRefused(*session(), m_view.card, m_witness->id, begun.error());
        return stop(noted ? begun.error() : noted.error());
    }
    send(*std::move(begun), std::move(pin));
}

void PinUnblocking::send(BegunUnblocking begun, SecretBytes next) {
    const auto gate = std::make_shared<VerifyGate>();
    const auto request = std::make_shared<PinUnblockRequest>(
        PinUnblockRequest{.chuid = m_blocked->identity.chuid,
                          .puk = std::move(begun.puk),
                          .next = std::move(next),
                          .cardCertificate = m_blocked->card.cardCertificate,
                          .messagingKey = m_blocked->card.messagingKey});
    m_gate = gate;
    enter(UnblockingState::SettingPin);
    m_parts.login.cards.converse<PinOutcome>(
        m_card,
        [gate, request](CardTransaction& transaction) {
            return unblockPinOnCard(transaction, *request, *gate);
        },
        this,
        [this, gate, sent = std::make_shared<BegunUnblocking>(std::move(begun))](
            const Result<PinOutcome>& answer) { onAnswer(*sent, answer, m_gate == gate); });
}

// On record in any case, also when the session has ended since.
void PinUnblocking::onAnswer(const BegunUnblocking& begun, const Result<PinOutcome>& answer, bool isAwaited) {
    const Result<> recorded = m_parts.ledger.end(begun, answer);
    if (!isAwaited) {
        if (!recorded && recorded.error().code == ErrorCode::RecordFailed)
            Q_EMIT recordLost();
        return;
    }
    m_gate.reset();
    m_view.pinIsNew = answer && answer->kind == PinOutcome::Kind::Accepted;
    if (!recorded)
        return stop(recorded.error());
    if (!answer) {
        if (answer.error().code == ErrorCode::CardCommandRefused) // the card wants another kind of PIN
            return enter(UnblockingState::AwaitingNewPin, answer.error());
        return awaitCardAgain(answer.error());
    }
    switch (answer->kind) {
    case PinOutcome::Kind::Accepted:
        return enter(UnblockingState::Done);
    case PinOutcome::Kind::Wrong:
        m_view.pukTriesLeft = answer->triesLeft;
        return stop({ErrorCode::PukWrong});
    case PinOutcome::Kind::Blocked:
        return stop({ErrorCode::PukBlocked});
    case PinOutcome::Kind::NotEntered: // a PUK is never entered on a reader
    case PinOutcome::Kind::Unsettled:
        return stop({ErrorCode::CardProtocolError});
    }
}

} // namespace madoguchi
