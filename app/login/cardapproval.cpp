// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/cardapproval.h"

#include "app/actions/actioncatalogue.h"
#include "app/audit/auditwriter.h"
#include "app/crypto/random.h"
#include "app/login/lockoutregister.h"
#include "app/session/session.h"
#include "smartcard/piv/pinlogin.h"
#include "smartcard/piv/pivpin.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChallengeBytes = 32;

/// The PIN and a signature by 9A, so that a card which merely says "right PIN" approves nothing.
auto proofOf(const RecognisedCard& recognised, SecretBytes pin) {
    const auto request = std::make_shared<PinLoginRequest>(
        PinLoginRequest{.chuid = recognised.identity.chuid,
                        .authenticationCertificate = recognised.card.authenticationCertificate,
                        .cardCertificate = recognised.card.cardCertificate,
                        .pinReference = recognised.identity.pinReference,
                        .pin = std::move(pin),
                        .challenge = randomBytes(ChallengeBytes),
                        .vaultPeer = {},
                        .messagingKey = recognised.card.messagingKey});
    return [request](CardTransaction& transaction,
                     const std::shared_ptr<VerifyGate>& gate) -> Result<PinOutcome> {
        request->gate = gate;
        const Result<PinLogin> login = logInWithPin(transaction, *request);
        if (!login)
            return fail(login.error());
        return login->pin;
    };
}

} // namespace

CardApproval::CardApproval(const LoginParts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_recognition(parts), m_try(parts) {
    connect(&parts.cards, &CardService::cardRemoved, this, &CardApproval::onCardRemoved);
}

AuditRecord CardApproval::record(ActionId action, AuditOutcome outcome) const {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(action).name);
    record.outcome = outcome;
    if (m_recognised) {
        record.operatorId = m_recognised->person.id;
        record.card = m_recognised->card.id;
    }
    const Session* session = m_parts.session ? m_parts.session() : nullptr;
    if (session)
        record.session = session->facts().id;
    return record;
}

void CardApproval::begin(CardId card, std::function<Result<>(const Operator&)> suits) {
    cancel();
    m_state = State::Reading;
    m_card = card;
    m_suits = std::move(suits);
    const quint64 round = m_round;
    m_recognition.read(card, this, [this, round](Result<CardIdentity> identity) {
        if (round == m_round && m_state == State::Reading)
            onCardRead(std::move(identity));
    });
}

void CardApproval::onCardRead(Result<CardIdentity> identity) {
    if (!identity)
        return refuse(identity.error());
    auto known = m_recognition.recognise(*identity);
    if (!known)
        return refuse(known.error());
    m_recognised = std::move(*known);
    m_triesLeft = m_recognised->identity.pinTries;
    if (const Result<> stands = checkStanding(); !stands)
        return refuse(stands.error());
    if (const Result<> mayTry = m_parts.lockout.checkTry(m_recognised->card.id, m_triesLeft); !mayTry)
        return refuse(mayTry.error());
    if (const Result<> noted =
            m_parts.audit.appendTogether({record(ActionId::ApprovalBegin, AuditOutcome::None)});
        !noted)
        return refuse(noted.error());
    m_state = State::AwaitingPin;
    Q_EMIT recognised(who(), m_triesLeft);
}

Approval CardApproval::who() const {
    const Operator& person = m_recognised->person;
    return {person.id, person.name, person.role, m_recognised->card.id};
}

Result<> CardApproval::checkStanding() const {
    if (Result<> allowed = m_recognition.checkAdmission(*m_recognised); !allowed)
        return allowed;
    return m_suits ? m_suits(m_recognised->person) : Result<>();
}

void CardApproval::submitPin(SecretBytes pin) {
    if (m_state != State::AwaitingPin)
        return;
    if (!checkPinFormat(pin)) {
        Q_EMIT pinMalformed();
        return;
    }
    // Once more: the card may have waited here past the end of hours, role or certificate.
    if (const Result<> stands = checkStanding(); !stands)
        return refuse(stands.error());
    m_state = State::CheckingPin;
    const Result<> sent =
        m_try.start({.reader = m_card,
                     .card = m_recognised->card.id,
                     .cardTriesLeft = m_triesLeft,
                     .submitted = record(ActionId::ApprovalPin, AuditOutcome::None),
                     .accepted = record(ActionId::ApprovalGiven, AuditOutcome::Done),
                     .wrong = record(ActionId::PinRefused, AuditOutcome::Refused),
                     .conversation = proofOf(*m_recognised, std::move(pin))},
                    [this](Result<PinOutcome> outcome) { onPinChecked(std::move(outcome)); });
    if (!sent)
        refuse(sent.error());
}

void CardApproval::onPinChecked(Result<PinOutcome> outcome) {
    if (!outcome)
        return refuse(outcome.error());
    switch (outcome->kind) {
    case PinOutcome::Kind::Accepted: {
        const Approval approval = who();
        end();
        Q_EMIT approved(approval);
        return;
    }
    case PinOutcome::Kind::Blocked:
        return refuse({ErrorCode::CardBlocked});
    case PinOutcome::Kind::NotEntered: // typed PINs are always entered
    case PinOutcome::Kind::Unsettled:
        return refuse({ErrorCode::CardProtocolError});
    case PinOutcome::Kind::Wrong:
        break;
    }
    m_triesLeft = outcome->triesLeft;
    if (const Result<> again = m_parts.lockout.checkTry(m_recognised->card.id, m_triesLeft); !again)
        return refuse(again.error());
    m_state = State::AwaitingPin;
    Q_EMIT pinWrong(outcome->triesLeft);
}

void CardApproval::onCardRemoved(CardId card) {
    // While a PIN is checked its conversation tells, with what became of the try.
    if (card == m_card && (m_state == State::Reading || m_state == State::AwaitingPin))
        refuse({ErrorCode::CardRemoved});
}

void CardApproval::refuse(const Error& why) {
    AuditRecord refused = record(ActionId::ApprovalRefused, AuditOutcome::Refused);
    refused.details[u"error"_s] = errorName(why.code);
    if (!why.detail.isEmpty())
        refused.details[u"detail"_s] = why.detail;
    const Result<> noted = m_parts.audit.appendTogether({refused});
    end();
    Q_EMIT this->refused(noted ? why : noted.error());
}

void CardApproval::cancel() {
    if (m_state == State::Idle)
        return;
    m_try.giveUp();
    const AuditRecord cancelled = record(ActionId::ApprovalCancel, AuditOutcome::None);
    end();
    if (const Result<> noted = m_parts.audit.appendTogether({cancelled}); !noted)
        Q_EMIT refused(noted.error());
}

void CardApproval::end() {
    ++m_round;
    m_state = State::Idle;
    m_card = 0;
    m_suits = {};
    m_recognised.reset();
    m_triesLeft.reset();
}

} // namespace madoguchi
