// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardlife.h"

#include "app/storage/transaction.h"

#include <algorithm>
#include <array>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct Reason {
    const char* id;
    RevocationReason revocation;
};

constexpr std::array InvalidationReasons{
    Reason{"replaced", RevocationReason::Superseded},
    Reason{"transferred", RevocationReason::AffiliationChanged},
    Reason{"left", RevocationReason::CessationOfOperation},
    Reason{"broken", RevocationReason::Superseded},
    Reason{"other", RevocationReason::Unspecified},
};

constexpr std::array SuspensionReasons{"mislaid", "misuse", "examined", "away", "other"};

} // namespace

QMap<QString, QString> detailsOf(const Withdrawal& withdrawal) {
    QMap<QString, QString> details = detailsOf(withdrawal.vaultKey);
    if (withdrawal.revoked)
        details.insert(u"certificates"_s, u"revoked"_s);
    return details;
}

QMap<QString, QString> detailsOf(const LossReport& report) {
    QMap<QString, QString> details = detailsOf(Withdrawal{report.vaultKey, report.revoked});
    details.insert(u"incident"_s, report.incident);
    return details;
}

CardLife::CardLife(Parts parts) : m_parts(std::move(parts)), m_events(m_parts.station) {}

CardEventEntry CardLife::entry(const Session& session, const QString& card, CardEvent event) const {
    return {.card = card, .at = m_parts.clock.now(), .event = event, .by = session.facts().operatorId};
}

// ---- looking -------------------------------------------------------------------------------------------

Result<QList<RegisteredCard>> CardLife::registered(const Session& session) const {
    const Result<QList<OperatorDetails>> people = m_parts.directory.list(session);
    if (!people)
        return fail(people.error());
    const Result<QList<CardEventEntry>> lendings = m_events.newest(CardEvent::Lent);
    if (!lendings)
        return fail(lendings.error());
    const Result<QList<CardEventEntry>> losses = m_events.newest(CardEvent::Lost);
    if (!losses)
        return fail(losses.error());
    const Result<bool> several = m_parts.severalCards ? m_parts.severalCards() : Result<bool>(false);
    if (!several)
        return fail(several.error());
    const QDateTime now = m_parts.clock.now();
    QMap<QString, QDate> dueBack;
    for (const CardEventEntry& lending : *lendings)
        dueBack.insert(lending.card, lending.dueBack);
    QMap<QString, QString> incidents;
    for (const CardEventEntry& loss : *losses)
        incidents.insert(loss.card, loss.incident);
    QList<RegisteredCard> all;
    for (const OperatorDetails& details : *people) {
        for (const OperatorCard& card : details.cards) {
            const QDate due = isInHands(card.state) ? dueBack.value(card.id) : QDate();
            const auto instead = *several ? std::nullopt : dayCardInsteadOf(card, details.cards, now);
            all.append(
                {details.person, card, due, incidents.value(card.id), instead ? instead->id : QString()});
        }
        if (details.cards.isEmpty())
            all.append({.person = details.person, .card = {}, .dueBack = {}, .incident = {}});
    }
    return all;
}

Result<QList<CardEventEntry>> CardLife::history(const Session& session, const QString& card) const {
    if (const Result<> permitted = session.require(Permission::ViewCardDetails); !permitted)
        return fail(permitted.error());
    return m_events.ofCard(card);
}

Result<std::optional<CardEventEntry>> CardLife::suspensionOf(const Session& session,
                                                             const QString& operatorId) const {
    if (const Result<> permitted = session.require(Permission::ViewCardDetails); !permitted)
        return fail(permitted.error());
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    std::optional<CardEventEntry> last;
    for (const OperatorCard& card : *cards) {
        const Result<QList<CardEventEntry>> events = m_events.ofCard(card.id);
        if (!events)
            return fail(events.error());
        for (const CardEventEntry& event : *events) {
            const bool counts = event.event == CardEvent::Suspended || event.event == CardEvent::Resumed;
            if (counts && (!last || event.at >= last->at))
                last = event;
        }
    }
    if (last && last->event == CardEvent::Resumed)
        last.reset();
    return last;
}

Result<QList<CardHolder>> CardLife::inPeoplesHands(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::ReportCardLoss); !permitted)
        return fail(permitted.error());
    const Result<QList<OperatorDetails>> people = m_parts.directory.listAtConsole();
    if (!people)
        return fail(people.error());
    QList<CardHolder> holders;
    for (const OperatorDetails& details : *people) {
        for (const OperatorCard& card : details.cards) {
            if (isInHands(card.state))
                holders.append({card, details.person});
        }
    }
    std::ranges::stable_sort(holders, [](const CardHolder& left, const CardHolder& right) {
        return left.person.kana < right.person.kana;
    });
    return holders;
}

Result<KeyFates> CardLife::fatesWithout(const Session& session, const QStringList& cards,
                                        CardLeaves leaves) const {
    if (const Result<> permitted = session.require(Permission::ReportCardLoss); !permitted)
        return fail(permitted.error());
    return m_parts.holders.fatesWithout(cards, leaves);
}

Result<KeyFates> CardLife::fatesWithoutOperator(const Session& session, const QString& operatorId) const {
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    QStringList ids;
    for (const OperatorCard& card : *cards)
        ids += card.id;
    return fatesWithout(session, ids, CardLeaves::ForATime);
}

// ---- a card gets lost ----------------------------------------------------------------------------------

Result<LossReport> CardLife::reportLost(const Session& session, const QString& card, LossKind kind) {
    if (const Result<> permitted = session.require(Permission::ReportCardLoss); !permitted)
        return fail(permitted.error());
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    CardEventEntry loss = entry(session, card, CardEvent::Lost);
    loss.reason = kind == LossKind::Stolen ? u"stolen"_s : u"lost"_s;
    const Result<QString> incident = m_events.nextIncident(loss.at.toLocalTime().date().year());
    if (!incident)
        return fail(incident.error());
    loss.incident = *incident;
    Result<Withdrawal> withdrawal = withdraw(loss, RevocationReason::KeyCompromise);
    if (!withdrawal)
        return fail(withdrawal.error());
    Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    m_parts.withdrawn(card);
    return LossReport{*incident, *std::move(holder), loss.at, std::move(withdrawal->vaultKey),
                      withdrawal->revoked};
}

Result<> CardLife::found(const Session& session, const QString& card) {
    if (Result<> permitted = session.require(Permission::ManageCardLife); !permitted)
        return permitted;
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    CardEventEntry found = entry(session, card, CardEvent::Found);
    const Result<QString> incident = incidentOf(card);
    if (!incident)
        return fail(incident.error());
    found.incident = *incident;
    const Result<> noted = m_events.append(found);
    return noted ? transaction->commit() : noted;
}

Result<QString> CardLife::incidentOf(const QString& card) const {
    const Result<QList<CardEventEntry>> events = m_events.ofCard(card);
    if (!events)
        return fail(events.error());
    const auto loss = std::find_if(events->crbegin(), events->crend(),
                                   [](const CardEventEntry& each) { return each.event == CardEvent::Lost; });
    return loss == events->crend() ? QString() : loss->incident;
}

// ---- lending and taking back ---------------------------------------------------------------------------

Result<> CardLife::lend(const Session& session, const QString& card, QDate dueBack) {
    if (Result<> permitted = session.require(Permission::ManageCardLife); !permitted)
        return permitted;
    if (Result<> fresh = session.requireFreshPin(); !fresh)
        return fresh;
    CardEventEntry lending = entry(session, card, CardEvent::Lent);
    lending.dueBack = dueBack;
    if (dueBack.isValid() && dueBack < lending.at.toLocalTime().date())
        return fail(ErrorCode::InputInvalid, u"the day due back has passed"_s);
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> noted = m_events.append(lending); !noted)
        return noted;
    const Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    if (Result<> may = mayBeLent(*holder, lending.at); !may)
        return may;
    if (Result<> waits = m_parts.holders.readmit(holder->card); !waits)
        return waits;
    return transaction->commit();
}

Result<> CardLife::mayBeLent(const CardHolder& holder, const QDateTime& now) const {
    const bool isDayCard = holder.card.endsAt.isValid();
    if (isDayCard && holder.card.endsAt <= now)
        return fail(ErrorCode::CertificateExpired, u"the day card has ended"_s);
    Result<QList<OperatorCard>> others = m_parts.directory.cardsOf(holder.person.id);
    if (!others)
        return fail(others.error());
    others->removeIf([&](const OperatorCard& each) { return each.id == holder.card.id; });
    return mayHaveBeside(*others, isDayCard ? CardTerm::Day : CardTerm::Lasting, m_parts.severalCards, now);
}

Result<Withdrawal> CardLife::takeBack(const Session& session, const QString& card) {
    if (const Result<> may = mayTakeFromHolder(session, card); !may)
        return fail(may.error());
    return takeFromHolder(entry(session, card, CardEvent::Returned), std::nullopt);
}

// ---- one card is suspended -----------------------------------------------------------------------------

QStringList CardLife::suspensionReasons() {
    QStringList ids;
    for (const char* const id : SuspensionReasons)
        ids += QString::fromLatin1(id);
    return ids;
}

Result<Withdrawal> CardLife::suspendCard(const Session& session, const QString& card, const QString& reason) {
    if (const Result<> may = mayTakeFromHolder(session, card); !may)
        return fail(may.error());
    if (!suspensionReasons().contains(reason))
        return fail(ErrorCode::InputInvalid, u"reason"_s);
    CardEventEntry suspended = entry(session, card, CardEvent::SuspendedAlone);
    suspended.reason = reason;
    return takeFromHolder(suspended, std::nullopt);
}

Result<> CardLife::resumeCard(const Session& session, const QString& card) {
    if (Result<> permitted = session.require(Permission::ManageCardLife); !permitted)
        return permitted;
    if (Result<> fresh = session.requireFreshPin(); !fresh)
        return fresh;
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> noted = m_events.append(entry(session, card, CardEvent::ResumedAlone)); !noted)
        return noted;
    const Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    // A suspended holder's cards wait for the keys when she works again.
    if (holder->person.status == OperatorStatus::Active) {
        if (Result<> waits = m_parts.holders.readmit(holder->card); !waits)
            return waits;
    }
    return transaction->commit();
}

// ---- the end of a card ---------------------------------------------------------------------------------

QStringList CardLife::invalidationReasons() {
    QStringList ids;
    for (const Reason& reason : InvalidationReasons)
        ids += QString::fromLatin1(reason.id);
    return ids;
}

Result<Withdrawal> CardLife::invalidate(const Session& session, const QString& card, const QString& reason) {
    if (const Result<> may = mayTakeFromHolder(session, card); !may)
        return fail(may.error());
    if (const Result<> fresh = session.requireFreshPin(); !fresh)
        return fail(fresh.error());
    return invalidate(entry(session, card, CardEvent::Invalidated), reason);
}

Result<Withdrawal> CardLife::invalidateAtConsole(const QString& card, const QString& reason) {
    return invalidate({.card = card,
                       .at = m_parts.clock.now(),
                       .event = CardEvent::Invalidated,
                       .by = QLatin1StringView(ByConsole)},
                      reason);
}

Result<Withdrawal> CardLife::invalidate(CardEventEntry entry, const QString& reason) {
    const auto known = std::ranges::find_if(
        InvalidationReasons, [&](const Reason& each) { return reason == QLatin1StringView(each.id); });
    if (known == InvalidationReasons.end())
        return fail(ErrorCode::InputInvalid, u"reason"_s);
    entry.reason = reason;
    return takeFromHolder(entry, known->revocation);
}

Result<CardHolder> CardLife::mayDestroy(const Session& session, const QString& card) const {
    if (const Result<> permitted = session.require(Permission::ManageCardLife); !permitted)
        return fail(permitted.error());
    Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (holder && !nextCardState(holder->card.state, CardEvent::Destroyed))
        return fail(ErrorCode::CardEventImpossible, cardEventName(CardEvent::Destroyed));
    return holder;
}

Result<> CardLife::destroy(const Session& session, const QString& card, const Witness& witness) {
    if (Result<> permitted = session.require(Permission::ManageCardLife); !permitted)
        return permitted;
    const Result<CardHolder> holder = m_parts.directory.holderOf(card);
    if (!holder)
        return fail(holder.error());
    if (Result<> fits = suitable(session, holder->person.id, witness); !fits)
        return fits;
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    CardEventEntry destroyed = entry(session, card, CardEvent::Destroyed);
    destroyed.witness = witness.operatorId;
    destroyed.witnessByCard = witness.byCard;
    const Result<> noted = m_events.append(destroyed);
    return noted ? transaction->commit() : noted;
}

// The state first: whether anybody else can open the drafts is asked of the register as it will be.
Result<Withdrawal> CardLife::withdraw(const CardEventEntry& entry, std::optional<RevocationReason> reason) {
    if (const Result<> noted = m_events.append(entry); !noted)
        return fail(noted.error());
    const Result<CardHolder> holder = m_parts.directory.holderOf(entry.card);
    if (!holder)
        return fail(holder.error());
    Result<Suspension> vaultKey = m_parts.holders.takeKeysFrom({holder->card});
    if (!vaultKey)
        return fail(vaultKey.error());
    const Result<bool> revoked = reason ? m_parts.revoke(entry.card, *reason, entry.at) : Result<bool>(false);
    if (!revoked)
        return fail(revoked.error());
    return Withdrawal{*std::move(vaultKey), *revoked};
}

Result<> CardLife::mayTakeFromHolder(const Session& session, const QString& card) const {
    if (Result<> permitted = session.require(Permission::ManageCardLife); !permitted)
        return permitted;
    if (card == session.facts().card)
        return fail(ErrorCode::InputInvalid, u"nobody takes back the card that she works with"_s);
    return {};
}

Result<Withdrawal> CardLife::takeFromHolder(const CardEventEntry& entry,
                                            std::optional<RevocationReason> reason) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    Result<Withdrawal> withdrawal = withdraw(entry, reason);
    if (!withdrawal)
        return withdrawal;
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    m_parts.withdrawn(entry.card);
    return withdrawal;
}

Result<> CardLife::suitable(const Session& session, const QString& holder, const Witness& witness) const {
    const Result<Operator> person = m_parts.directory.find(witness.operatorId);
    if (!person) {
        return fail(person.error().code == ErrorCode::OperatorUnknown ? ErrorCode::WitnessUnsuitable
                                                                      : person.error().code);
    }
    return mayWitness(session, holder, *person);
}

// ---- operators -----------------------------------------------------------------------------------------

Result<Suspension> CardLife::suspend(const Session& session, const QString& operatorId,
                                     const QString& reason) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    Result<Suspension> suspension = m_parts.holders.suspend(session, operatorId);
    if (!suspension)
        return suspension;
    const Result<> noted =
        noteForCards(session, operatorId, OperatorCardState::Active, CardEvent::Suspended, reason);
    if (!noted)
        return fail(noted.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return suspension;
}

// The cards first: only one that may log in waits for the vault key.
Result<> CardLife::resume(const Session& session, const QString& operatorId) {
    if (Result<> permitted = session.require(Permission::ResumeOperator); !permitted)
        return permitted;
    Result<Transaction> transaction = Transaction::beginOrJoin(m_parts.station);
    if (!transaction)
        return fail(transaction.error());
    Result<> noted = noteForCards(session, operatorId, OperatorCardState::Suspended, CardEvent::Resumed, {});
    if (!noted)
        return noted;
    if (Result<> resumed = m_parts.holders.resume(session, operatorId); !resumed)
        return resumed;
    return transaction->commit();
}

Result<> CardLife::noteForCards(const Session& session, const QString& operatorId, OperatorCardState from,
                                CardEvent event, const QString& reason) {
    const Result<QList<OperatorCard>> cards = m_parts.directory.cardsOf(operatorId);
    if (!cards)
        return fail(cards.error());
    for (const OperatorCard& card : *cards) {
        if (card.state != from)
            continue;
        CardEventEntry noted = entry(session, card.id, event);
        noted.reason = reason;
        if (Result<> appended = m_events.append(noted); !appended)
            return appended;
    }
    return {};
}

} // namespace madoguchi
