// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/lockoutregister.h"

#include "app/storage/statement.h"
#include "app/storage/transaction.h"

#include <QTimeZone>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// How far the stored rest of a wait may lag behind: what a restart of the machine can add to it.
constexpr milliseconds ObservationStep = 10s;

} // namespace

LockoutRegister::LockoutRegister(Database& database, const Clock& clock, LockoutPolicy policy)
    : m_database(database), m_clock(clock), m_policy(std::move(policy)), m_bootId(clock.bootId()) {
    if (m_bootId.isEmpty()) // the system does not tell: no earlier run is comparable with this one
        m_bootId = QUuid::createUuid().toRfc4122();
}

Result<LockoutState> LockoutRegister::state(const QString& card) {
    const Result<std::optional<Entry>> entry = read(card);
    if (!entry)
        return fail(entry.error());
    if (!*entry)
        return LockoutState{LockoutState::Kind::Open, triesUntilPenalty(m_policy, 0), {}};
    const Result<Entry> present = brought(card, **entry);
    if (!present)
        return fail(present.error());
    return stateOf(*present);
}

Result<> LockoutRegister::checkTry(const QString& card, std::optional<int> cardTriesLeft) {
    if (cardTriesLeft == 0)
        return fail(ErrorCode::CardBlocked);
    const Result<LockoutState> lockout = state(card);
    if (!lockout)
        return fail(lockout.error());
    switch (lockout->kind) {
    case LockoutState::Kind::Locked:
        return fail(ErrorCode::PinLocked);
    case LockoutState::Kind::Delayed:
        return fail(ErrorCode::PinDelayed);
    case LockoutState::Kind::Open:
        break;
    }
    return cardTriesLeft == 1 ? Result<>(fail(ErrorCode::PinLastTry)) : Result<>();
}

Result<> LockoutRegister::beginTry(const QString& card, int cardTriesLeft) {
    const Result<LockoutState> before = state(card);
    if (!before)
        return fail(before.error());
    if (before->kind == LockoutState::Kind::Delayed)
        return fail(ErrorCode::PinDelayed);
    if (before->kind == LockoutState::Kind::Locked)
        return fail(ErrorCode::PinLocked);

    Result<Transaction> transaction = Transaction::beginOrJoin(m_database);
    if (!transaction)
        return fail(transaction.error());
    const Result<std::optional<Entry>> known = read(card);
    if (!known)
        return fail(known.error());
    Entry entry = known->value_or(Entry{});
    ++entry.failures;
    const LockoutPenalty penalty = penaltyFor(m_policy, entry.failures, cardTriesLeft - 1);
    entry.locked = penalty.untilUnlocked;
    entry.remaining = penalty.delay;
    entry.observed = m_clock.sinceBoot();
    entry.bootId = m_bootId;
    entry.lastFailureAt = m_clock.now();
    if (const Result<> counted = countSinceLogin(card, 1); !counted)
        return fail(counted.error());
    if (const Result<> written = write(card, entry); !written)
        return fail(written.error());
    return transaction->commit();
}

Result<> LockoutRegister::succeeded(const QString& card) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> counted = countSinceLogin(card, -1); !counted)
        return fail(counted.error());
    if (const Result<> forgotten = forget(card); !forgotten)
        return fail(forgotten.error());
    return transaction->commit();
}

Result<> LockoutRegister::withdrawTry(const QString& card) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_database);
    if (!transaction)
        return fail(transaction.error());
    const Result<std::optional<Entry>> known = read(card);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorCode::CardUnknown, u"no try to take back"_s);
    Entry entry = **known;
    --entry.failures;
    entry.locked = false; // beginTry() only works while the card is open
    entry.remaining = 0ms;
    if (const Result<> counted = countSinceLogin(card, -1); !counted)
        return fail(counted.error());
    if (const Result<> written = entry.failures > 0 ? write(card, entry) : forget(card); !written)
        return fail(written.error());
    return transaction->commit();
}

Result<QList<LockedCard>> LockoutRegister::lockedCards(const Session& session) {
    if (const Result<> permitted = session.require(Permission::ViewLockedCards); !permitted)
        return fail(permitted.error());
    Result<Statement> statement = m_database.prepare(
        "SELECT card, operator.id, operator.name, failures, last_failure_at FROM card_lockout "
        "JOIN operator_card ON operator_card.id = card JOIN operator ON operator.id = operator_card.operator "
        "ORDER BY last_failure_at DESC, card");
    if (!statement)
        return fail(statement.error());
    QList<LockedCard> cards;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        cards.append({statement->text(0),
                      statement->text(1),
                      statement->text(2),
                      static_cast<int>(statement->integer(3)),
                      {},
                      QDateTime::fromMSecsSinceEpoch(statement->integer(4), QTimeZone::utc())});
    }
    for (LockedCard& card : cards) {
        const Result<LockoutState> present = state(card.card);
        if (!present)
            return fail(present.error());
        card.state = *present;
    }
    cards.removeIf([](const LockedCard& card) { return card.state.kind == LockoutState::Kind::Open; });
    return cards;
}

Result<> LockoutRegister::unlock(const Session& session, const QString& card) {
    if (const Result<> permitted = session.require(Permission::UnlockCard); !permitted)
        return fail(permitted.error());
    const Result<std::optional<Entry>> known = read(card);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorCode::CardUnknown, u"the card has no failures here"_s);
    return forget(card);
}

Result<std::optional<LockoutRegister::Entry>> LockoutRegister::read(const QString& card) const {
    Result<Statement> statement = m_database.prepare(
        "SELECT failures, locked, remaining_ms, observed_ms, boot_id, last_failure_at FROM card_lockout "
        "WHERE card = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<Entry>();
    return Entry{static_cast<int>(statement->integer(0)),
                 statement->integer(1) != 0,
                 milliseconds(statement->integer(2)),
                 milliseconds(statement->integer(3)),
                 statement->blob(4),
                 QDateTime::fromMSecsSinceEpoch(statement->integer(5), QTimeZone::utc())};
}

Result<> LockoutRegister::write(const QString& card, const Entry& entry) {
    Result<Statement> statement = m_database.prepare(
        "INSERT OR REPLACE INTO card_lockout (card, failures, locked, remaining_ms, observed_ms, boot_id, "
        "last_failure_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card)
        .bind(2, qint64(entry.failures))
        .bind(3, qint64(entry.locked ? 1 : 0))
        .bind(4, qint64(entry.remaining.count()))
        .bind(5, qint64(entry.observed.count()))
        .bind(6, entry.bootId)
        .bind(7, entry.lastFailureAt.toMSecsSinceEpoch())
        .run();
}

Result<> LockoutRegister::forget(const QString& card) {
    Result<Statement> statement = m_database.prepare("DELETE FROM card_lockout WHERE card = ?1");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).run();
}

Result<> LockoutRegister::countSinceLogin(const QString& card, int change) {
    Result<Statement> statement = m_database.prepare(
        "UPDATE operator_card SET failures_since_login = max(0, failures_since_login + ?2) WHERE id = ?1 "
        "RETURNING id");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card).bind(2, qint64(change));
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::CardUnknown);
    return {};
}

// The entry with its wait brought up to this moment; written back when it moved on noticeably.
Result<LockoutRegister::Entry> LockoutRegister::brought(const QString& card, Entry entry) {
    if (entry.remaining == 0ms)
        return entry;
    const milliseconds now = m_clock.sinceBoot();
    const bool sameBoot = entry.bootId == m_bootId && now >= entry.observed;
    const milliseconds passed = sameBoot ? now - entry.observed : 0ms;
    Entry present = entry;
    present.remaining = std::max(0ms, entry.remaining - passed);
    present.observed = now;
    present.bootId = m_bootId;
    if (!sameBoot || passed >= ObservationStep || present.remaining == 0ms) {
        if (const Result<> written = write(card, present); !written)
            return fail(written.error());
    }
    return present;
}

LockoutState LockoutRegister::stateOf(const Entry& entry) const {
    if (entry.locked)
        return {LockoutState::Kind::Locked, 0, {}};
    if (entry.remaining > 0ms)
        return {LockoutState::Kind::Delayed, 0, entry.remaining};
    return {LockoutState::Kind::Open, triesUntilPenalty(m_policy, entry.failures), {}};
}

} // namespace madoguchi
