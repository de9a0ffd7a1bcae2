// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/unblockledger.h"

#include "app/actions/actioncatalogue.h"
#include "app/actions/refusal.h"
#include "app/issuing/issueledger.h"
#include "app/operators/admission.h"
#include "app/operators/cardevents.h"
#include "app/station/stationpolicy.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

Result<> checkStanding(CardHolder holder, const QDateTime& now) {
    holder.person.hours.reset();
    holder.person.terminals.clear();
    const auto refused = admission(holder.person, holder.card, {}, now);
    return refused ? Result<>(fail(*refused)) : Result<>();
}

AuditRecord recordOf(const Session& session, const QString& card, const QString& witness) {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(ActionId::PinUnblock).name);
    record.session = session.facts().id;
    record.operatorId = session.facts().operatorId;
    record.card = session.facts().card;
    record.target = u"card:"_s + card;
    if (!witness.isEmpty())
        record.details[u"witness"_s] = witness;
    return record;
}

std::optional<ErrorCode> failureOf(const Result<PinOutcome>& answer) {
    if (!answer)
        return answer.error().code;
    switch (answer->kind) {
    case PinOutcome::Kind::Accepted:
        return std::nullopt;
    case PinOutcome::Kind::Wrong:
        return ErrorCode::PukWrong;
    case PinOutcome::Kind::Blocked:
        return ErrorCode::PukBlocked;
    case PinOutcome::Kind::NotEntered: // a PUK is never entered on a reader
    case PinOutcome::Kind::Unsettled:
        return ErrorCode::CardProtocolError;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<CardHolder> UnblockLedger::check(const Session& session, const QString& card) const {
    if (const Result<> permitted = session.require(Permission::UnblockPin); !permitted)
        return fail(permitted.error());
    Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return holder;
    if (holder->person.id == session.facts().operatorId)
        return fail(ErrorCode::WitnessSamePerson, u"a card of her own"_s);
    if (const Result<> stands = checkStanding(*holder, m_parts.clock.now()); !stands)
        return fail(stands.error());
    if (const auto opened = puk(session, card); !opened)
        return fail(opened.error());
    return holder;
}

Result<SecretBytes> UnblockLedger::puk(const Session& session, const QString& card) const {
    const Result<std::optional<CardIssue>> issue = m_parts.issues.ofCard(card);
    if (!issue)
        return fail(issue.error());
    if (!*issue)
        return fail(ErrorCode::IssueUnknown, card);
    const OfficeKey* office = session.officeKey();
    if (office == nullptr)
        return fail(ErrorCode::OfficeKeyMissing);
    return office->openPuk((*issue)->id, (*issue)->sealedPuk);
}

Result<> UnblockLedger::checkPin(const CardHolder& holder, const SecretBytes& next) const {
    const Result<StationPolicy> policy = m_parts.policy();
    if (!policy)
        return fail(policy.error());
    if (Result<> sound = checkNewPin(next, policy->pins, holder.person.id); !sound)
        return sound;
    const Result<bool> used = m_parts.pins.wasUsed(holder.card.id, next, policy->pins.remembered);
    if (!used)
        return fail(used.error());
    return *used ? fail(ErrorCode::PinUsedBefore) : Result<>();
}

Result<BegunUnblocking> UnblockLedger::begin(const Session& session, const QString& card,
                                             const Operator& witness) {
    const Result<CardHolder> holder = check(session, card);
    if (!holder)
        return fail(holder.error());
    if (const Result<> may = IssueLedger::mayWitness(session, {holder->person, {}}, witness); !may)
        return fail(may.error());
    auto opened = puk(session, card);
    if (!opened)
        return fail(opened.error());
    BegunUnblocking begun{.attempt = recordOf(session, card, witness.id),
                          .card = card,
                          .witness = witness.id,
                          .puk = *std::move(opened)};
    begun.attempt.phase = AuditPhase::Attempt;
    const Result<quint64> noted = m_parts.audit.append(begun.attempt);
    if (!noted)
        return fail(noted.error());
    begun.sequence = *noted;
    return begun;
}

Result<> UnblockLedger::end(const BegunUnblocking& begun, const Result<PinOutcome>& answer) {
    AuditRecord outcome = begun.attempt;
    outcome.phase = AuditPhase::Outcome;
    outcome.attempt = begun.sequence;
    outcome.outcome = AuditOutcome::Done;
    std::optional<ErrorCode> failure = failureOf(answer);
    Result<> kept;
    if (!failure) {
        kept = m_parts.audit.appendTogether({outcome}, [&] { return change(begun); });
        if (kept || kept.error().code == ErrorCode::RecordFailed)
            return kept;
        failure = kept.error().code; // the card has its new PIN, but the station could not note it
    }
    outcome.outcome = isRefusal(*failure) ? AuditOutcome::Refused : AuditOutcome::Failed;
    outcome.details[u"error"_s] = errorName(*failure);
    const Result<> recorded = m_parts.audit.appendTogether({outcome});
    return recorded ? kept : recorded;
}

Result<> UnblockLedger::change(const BegunUnblocking& begun) {
    if (Result<> forgotten = m_parts.lockout.forgetFailures(begun.card); !forgotten)
        return forgotten;
    if (Result<> set = m_parts.pins.noteSetByHolder(begun.card); !set)
        return set;
    return CardEvents(m_parts.station)
        .append({.card = begun.card,
                 .at = m_parts.clock.now(),
                 .event = CardEvent::PinUnblocked,
                 .by = begun.attempt.operatorId,
                 .witness = begun.witness,
                 .witnessByCard = true});
}

Result<> UnblockLedger::noteRefused(const Session& session, const QString& card, const QString& witness,
                                    const Error& why) {
    AuditRecord refused = recordOf(session, card, witness);
    refused.outcome = isRefusal(why.code) ? AuditOutcome::Refused : AuditOutcome::Failed;
    refused.details[u"error"_s] = errorName(why.code);
    if (!why.detail.isEmpty())
        refused.details[u"detail"_s] = why.detail;
    return m_parts.audit.appendTogether({refused});
}

} // namespace madoguchi
