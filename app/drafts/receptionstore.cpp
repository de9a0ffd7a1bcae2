// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/receptionstore.h"

#include "app/storage/statement.h"
#include "app/storage/transaction.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

Reception receptionFrom(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2),
            QDateTime::fromMSecsSinceEpoch(row.integer(3), QTimeZone::utc())};
}

Result<qint64> nextSequence(Database& database, const QString& day) {
    Result<Statement> statement =
        database.prepare("SELECT coalesce(max(sequence), 0) + 1 FROM reception WHERE day = ?1");
    if (!statement)
        return fail(statement.error());
    if (const Result<bool> row = statement->bind(1, day).step(); !row)
        return fail(row.error());
    return statement->integer(0);
}

} // namespace

ReceptionStore::ReceptionStore(Vault& vault, const Clock& clock, QList<Purpose> purposes)
    : m_database(vault.database()), m_clock(clock), m_purposes(std::move(purposes)) {}

Result<Reception> ReceptionStore::open(const Session& session, const QString& purpose) {
    if (const Result<> permitted = session.require(Permission::OpenReception); !permitted)
        return fail(permitted.error());
    if (std::ranges::find(m_purposes, purpose, &Purpose::id) == m_purposes.end())
        return fail(ErrorCode::InputInvalid, u"no such purpose"_s);
    const QDateTime now = m_clock.now();
    const QString day = now.toLocalTime().toString(u"yyyyMMdd"_s);

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    const Result<qint64> sequence = nextSequence(m_database, day);
    if (!sequence)
        return fail(sequence.error());
    const Reception reception{u"%1-%2"_s.arg(day).arg(*sequence, 4, 10, QChar(u'0')), purpose,
                              session.facts().operatorId, now};
    Result<Statement> statement =
        m_database.prepare("INSERT INTO reception (number, day, sequence, purpose, opened_by, opened_at) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement)
        return fail(statement.error());
    const Result<> written = statement->bind(1, reception.number)
                                 .bind(2, day)
                                 .bind(3, *sequence)
                                 .bind(4, reception.purpose)
                                 .bind(5, reception.openedBy)
                                 .bind(6, reception.openedAt.toMSecsSinceEpoch())
                                 .run();
    if (!written)
        return fail(written.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return reception;
}

Result<Reception> ReceptionStore::find(const Session& session, const QString& number) {
    if (const Result<> permitted = session.require(Permission::ViewOwnDrafts); !permitted)
        return fail(permitted.error());
    Result<Statement> statement = m_database.prepare(
        "SELECT number, purpose, opened_by, opened_at FROM reception WHERE number = ?1 AND (opened_by = ?2 "
        "OR EXISTS (SELECT 1 FROM draft WHERE reception = number AND owner = ?2 AND deleted_at IS NULL))");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, number).bind(2, session.facts().operatorId).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::ReceptionMissing);
    return receptionFrom(*statement);
}

Result<QList<Reception>> ReceptionStore::recent(const Session& session, int limit) {
    if (const Result<> permitted = session.require(Permission::OpenReception); !permitted)
        return fail(permitted.error());
    Result<Statement> statement =
        m_database.prepare("SELECT number, purpose, opened_by, opened_at FROM reception WHERE opened_by = ?1 "
                           "ORDER BY day DESC, sequence DESC LIMIT ?2");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, session.facts().operatorId).bind(2, qint64(limit));
    QList<Reception> receptions;
    Result<bool> row = statement->step();
    for (; row && *row; row = statement->step())
        receptions.append(receptionFrom(*statement));
    if (!row)
        return fail(row.error());
    return receptions;
}

} // namespace madoguchi
