// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/pinregister.h"

#include "app/crypto/random.h"
#include "app/crypto/scrypt.h"
#include "app/storage/statement.h"
#include "app/storage/transaction.h"

#include <QTimeZone>

namespace madoguchi {

namespace {

constexpr qsizetype SaltBytes = 16;

} // namespace

Result<PinDue> PinRegister::due(const OperatorCard& card, const PinPolicy& policy) const {
    const Result<std::optional<Entry>> entry = read(card.id);
    if (!entry)
        return fail(entry.error());
    // A card need not let its global PIN be changed here (SP 800-73-4 part 2, 3.2.2): where it does not, its
    // holder could do nothing at all.
    const bool mayDemand = !card.usesGlobalPin;
    if (*entry && (*entry)->mustChange && policy.changeEnrolledPins && mayDemand)
        return PinDue{.kind = PinDue::Kind::Demanded, .daysLeft = 0, .isFirst = true};
    if (policy.changeEveryDays == 0)
        return PinDue{};
    const bool isUnchanged = !*entry || (*entry)->setAt.isNull();
    const QDateTime setAt = isUnchanged ? card.enrolledAt : (*entry)->setAt;
    // Set while the clock was ahead: nobody knows when that was, so it is due now.
    const bool fromTheFuture = setAt > m_clock.now().addDays(1);
    const qint64 age = fromTheFuture ? policy.changeEveryDays : setAt.daysTo(m_clock.now());
    const int daysLeft = static_cast<int>(policy.changeEveryDays - age);
    if (daysLeft < 0 && policy.forceChange && mayDemand)
        return PinDue{.kind = PinDue::Kind::Demanded, .daysLeft = daysLeft};
    if (daysLeft <= policy.warnDays)
        return PinDue{.kind = PinDue::Kind::Soon, .daysLeft = daysLeft};
    return PinDue{};
}

Result<QMap<QString, QDate>> PinRegister::dueDays(const QList<OperatorCard>& cards,
                                                  const PinPolicy& policy) const {
    const QDate today = m_clock.now().toLocalTime().date();
    QMap<QString, QDate> days;
    for (const OperatorCard& card : cards) {
        const Result<PinDue> each = due(card, policy);
        if (!each)
            return fail(each.error());
        if (each->kind != PinDue::Kind::No && !each->isFirst)
            days.insert(card.id, today.addDays(each->daysLeft));
    }
    return days;
}

Result<bool> PinRegister::wasUsed(const QString& card, const SecretBytes& pin, int remembered) const {
    const Result<std::optional<Entry>> entry = read(card);
    if (!entry)
        return fail(entry.error());
    if (!*entry || remembered == 0)
        return false;
    const Result<QByteArray> wanted = scryptHash(pin, (*entry)->salt);
    if (!wanted)
        return fail(wanted.error());
    Result<Statement> statement =
        m_database.prepare("SELECT count(*) FROM (SELECT hash FROM former_pin WHERE card = ?1 "
                           "ORDER BY number DESC LIMIT ?3) WHERE hash = ?2");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card).bind(2, *wanted).bind(3, qint64(remembered));
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    return statement->integer(0) > 0;
}

Result<QByteArray> PinRegister::hash(const QString& card, const SecretBytes& pin) {
    const Result<Entry> entry = entryFor(card);
    if (!entry)
        return fail(entry.error());
    return scryptHash(pin, entry->salt);
}

Result<> PinRegister::noteChanged(const QString& card, const QByteArray& former, int remembered) {
    Result<Transaction> transaction = Transaction::beginOrJoin(m_database);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> noted = noteSetByHolder(card); !noted)
        return noted;
    Result<Statement> statement = m_database.prepare("INSERT INTO former_pin (card, hash) VALUES (?1, ?2)");
    if (!statement)
        return fail(statement.error());
    if (Result<> added = statement->bind(1, card).bind(2, former).run(); !added)
        return added;
    if (Result<> forgotten = forgetOld(card, remembered); !forgotten)
        return forgotten;
    return transaction->commit();
}

Result<> PinRegister::noteSetByHolder(const QString& card) {
    Result<Entry> entry = entryFor(card);
    if (!entry)
        return fail(entry.error());
    entry->setAt = m_clock.now();
    entry->mustChange = false;
    return write(card, *entry);
}

Result<> PinRegister::demandChange(const QString& card) {
    Result<Entry> entry = entryFor(card);
    if (!entry)
        return fail(entry.error());
    entry->mustChange = true;
    return write(card, *entry);
}

Result<PinRegister::Entry> PinRegister::entryFor(const QString& card) {
    const Result<std::optional<Entry>> known = read(card);
    if (!known)
        return fail(known.error());
    if (*known)
        return **known;
    const Entry fresh{.salt = randomBytes(SaltBytes)};
    if (const Result<> written = write(card, fresh); !written)
        return fail(written.error());
    return fresh;
}

Result<std::optional<PinRegister::Entry>> PinRegister::read(const QString& card) const {
    Result<Statement> statement =
        m_database.prepare("SELECT salt, set_at, must_change FROM card_pin WHERE card = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<Entry>();
    return Entry{.salt = statement->blob(0),
                 .setAt = statement->isNull(1)
                              ? QDateTime()
                              : QDateTime::fromMSecsSinceEpoch(statement->integer(1), QTimeZone::utc()),
                 .mustChange = statement->integer(2) != 0};
}

Result<> PinRegister::write(const QString& card, const Entry& entry) {
    Result<Statement> statement = m_database.prepare(
        "INSERT OR REPLACE INTO card_pin (card, salt, set_at, must_change) VALUES (?1, ?2, ?3, ?4)");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card).bind(2, entry.salt).bind(4, qint64(entry.mustChange ? 1 : 0));
    if (entry.setAt.isNull()) {
        statement->bindNull(3);
    } else {
        statement->bind(3, entry.setAt.toMSecsSinceEpoch());
    }
    return statement->run();
}

Result<> PinRegister::forgetOld(const QString& card, int remembered) {
    Result<Statement> statement =
        m_database.prepare("DELETE FROM former_pin WHERE card = ?1 AND number NOT IN "
                           "(SELECT number FROM former_pin WHERE card = ?1 ORDER BY number DESC LIMIT ?2)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, card).bind(2, qint64(remembered)).run();
}

} // namespace madoguchi
