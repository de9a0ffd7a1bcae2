// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/pinchange.h"

#include "app/actions/actioncatalogue.h"
#include "app/audit/auditwriter.h"
#include "app/login/lockoutregister.h"
#include "app/login/pinpads.h"
#include "app/station/stationpolicy.h"
#include "smartcard/piv/pinsetting.h"

#include <memory>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

PinChange::PinChange(const LoginParts& parts, PinRegister& pins, QObject* parent)
    : QObject(parent), m_parts(parts), m_recognition(parts), m_pins(pins), m_try(parts) {}

Result<> PinChange::start(const Session& session, CardId card, TypedPins typed) {
    if (m_isUnderWay)
        return fail(ErrorCode::CardBusy, u"a change is under way"_s);
    const Result<PinPolicy> policy = checkTyped(session, typed);
    if (!policy)
        return noteRefused(session.facts(), policy.error());
    const Result<bool> used = m_pins.wasUsed(session.facts().card, typed.next, policy->remembered);
    if (!used)
        return noteRefused(session.facts(), used.error());
    auto former = m_pins.hash(session.facts().card, typed.present);
    if (!former)
        return noteRefused(session.facts(), former.error());
    begin({.session = session.facts(),
           .card = card,
           .typed = std::move(typed),
           .former = std::move(*former),
           .remembered = policy->remembered,
           .usedBefore = *used});
    return {};
}

Result<> PinChange::startOnPad(const Session& session, CardId card) {
    if (m_isUnderWay)
        return fail(ErrorCode::CardBusy, u"a change is under way"_s);
    if (const Result<> permitted = session.require(Permission::UseSession); !permitted)
        return noteRefused(session.facts(), permitted.error());
    if (!m_parts.pads || !m_parts.pads->changes(card))
        return noteRefused(session.facts(), {ErrorCode::InputInvalid, u"not on this reader's keys"_s});
    begin({.session = session.facts(), .card = card, .entry = PinEntry::OnPad});
    return {};
}

void PinChange::begin(Order order) {
    m_isUnderWay = true;
    const CardId card = order.card;
    m_order.emplace(std::move(order));
    m_recognition.read(card, this, [this, round = m_round](Result<CardIdentity> identity) {
        if (round == m_round)
            onCardRead(std::move(identity));
    });
}

Result<PinPolicy> PinChange::checkTyped(const Session& session, const TypedPins& typed) const {
    if (const Result<> permitted = session.require(Permission::UseSession); !permitted)
        return fail(permitted.error());
    const Result<StationPolicy> policy = m_parts.policy();
    if (!policy)
        return fail(policy.error());
    const SessionFacts& facts = session.facts();
    if (const Result<> possible = checkPinFormat(typed.present); !possible)
        return fail(possible.error());
    if (const Result<> sound = checkNewPin(typed.next, policy->pins, facts.operatorId); !sound)
        return fail(sound.error());
    if (!(typed.next == typed.again))
        return fail(ErrorCode::PinsDiffer);
    if (typed.next == typed.present)
        return fail(ErrorCode::PinUsedBefore);
    return policy->pins;
}

void PinChange::onCardRead(Result<CardIdentity> identity) {
    if (!identity)
        return refuse(identity.error());
    auto recognised = m_recognition.recognise(*identity);
    if (!recognised)
        return refuse(recognised.error());
    if (const Result<> sent = send(*recognised); !sent)
        refuse(sent.error());
}

Result<> PinChange::send(const RecognisedCard& recognised) {
    const QString card = m_order->session.card;
    if (recognised.card.id != card)
        return fail(ErrorCode::CardChanged, u"not the session's card"_s);
    if (Result<> allowed = m_recognition.checkAdmission(recognised); !allowed)
        return allowed;
    if (Result<> mayTry = m_parts.lockout.checkTry(card, recognised.identity.pinTries); !mayTry)
        return mayTry;
    const auto request = std::make_shared<PinChangeRequest>(
        PinChangeRequest{.chuid = recognised.identity.chuid,
                         .cardCertificate = recognised.card.cardCertificate,
                         .pinReference = recognised.identity.pinReference,
                         .present = std::move(m_order->typed.present),
                         .next = std::move(m_order->typed.next),
                         .entry = m_order->entry,
                         .onlyProve = m_order->usedBefore,
                         .messagingKey = recognised.card.messagingKey});
    AuditRecord wrong = record(AuditOutcome::Refused);
    wrong.action = QString::fromLatin1(actionEntry(ActionId::PinRefused).name);
    return m_try.start({.reader = m_order->card,
                        .card = card,
                        .cardTriesLeft = recognised.identity.pinTries,
                        .submitted = record(AuditOutcome::None),
                        .accepted = record(AuditOutcome::Done),
                        .wrong = wrong,
                        .conversation =
                            [request](CardTransaction& transaction, const std::shared_ptr<VerifyGate>& gate) {
                                return changePinOnCard(transaction, *request, *gate);
                            },
                        .change = change(),
                        .unanswered = unanswered()},
                       [this](Result<PinOutcome> outcome) { onAnswer(std::move(outcome)); });
}

std::function<void()> PinChange::unanswered() {
    if (m_order->usedBefore) // then only the present PIN was sent
        return {};
    return [this, card = m_order->session.card] { Q_EMIT unsettled(card); };
}

std::function<Result<>()> PinChange::change() const {
    const QString card = m_order->session.card;
    if (m_order->usedBefore)
        return [] { return Result<>(fail(ErrorCode::PinUsedBefore)); };
    if (m_order->entry == PinEntry::OnPad)
        return [&pins = m_pins, card] { return pins.noteSetByHolder(card); };
    return [&pins = m_pins, card, former = m_order->former, remembered = m_order->remembered] {
        return pins.noteChanged(card, former, remembered);
    };
}

void PinChange::onAnswer(Result<PinOutcome> outcome) {
    if (!outcome)
        return refuse(outcome.error());
    if (outcome->kind == PinOutcome::Kind::Blocked)
        return refuse({ErrorCode::CardBlocked});
    if (outcome->problem == PadProblem::Unusable)
        m_parts.pads->distrust(m_order->card);
    const QString card = m_order->session.card;
    m_order.reset();
    m_isUnderWay = false;
    if (outcome->kind == PinOutcome::Kind::Unsettled) {
        Q_EMIT unsettled(card);
    } else if (outcome->problem) {
        Q_EMIT notEntered(*outcome->problem);
    } else if (outcome->kind == PinOutcome::Kind::Wrong) {
        Q_EMIT presentWrong(outcome->triesLeft);
    } else {
        Q_EMIT changed();
    }
}

void PinChange::giveUp() {
    if (!m_isUnderWay)
        return;
    ++m_round;
    m_try.giveUp();
    m_order.reset();
    m_isUnderWay = false;
}

AuditRecord PinChange::record(AuditOutcome outcome) const {
    AuditRecord record = recordFor(m_order->session, outcome);
    if (m_order->entry == PinEntry::OnPad)
        record.details[u"pinPad"_s] = u"yes"_s;
    return record;
}

AuditRecord PinChange::recordFor(const SessionFacts& session, AuditOutcome outcome) {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(ActionId::PinChange).name);
    record.outcome = outcome;
    record.operatorId = session.operatorId;
    record.card = session.card;
    record.session = session.id;
    record.target = u"card:"_s + session.card;
    return record;
}

void PinChange::refuse(const Error& why) {
    const Result<> refusal = noteRefused(m_order->session, why);
    m_order.reset();
    m_isUnderWay = false;
    Q_EMIT refused(refusal.error());
}

/// Always fails: with `why`, or because that can't be recorded.
Result<> PinChange::noteRefused(const SessionFacts& session, const Error& why) {
    AuditRecord refused = recordFor(session, AuditOutcome::Refused);
    refused.details[u"error"_s] = errorName(why.code);
    if (!why.detail.isEmpty())
        refused.details[u"detail"_s] = why.detail;
    const Result<> noted = m_parts.audit.appendTogether({refused});
    return fail(noted ? why : noted.error());
}

} // namespace madoguchi
