// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issueregister.h"

#include "app/storage/statement.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr char Columns[] = "id, operator, started_by, witness, started_at, ended_at, step, guid, last_day, "
                           "sealed_puk, card, former, day_card_end, "
                           "EXISTS (SELECT 1 FROM issued_certificate WHERE issue = card_issue.id)";

QDateTime dateTime(const Statement& row, int column) {
    return row.isNull(column) ? QDateTime()
                              : QDateTime::fromMSecsSinceEpoch(row.integer(column), QTimeZone::utc());
}

Result<CardIssue> issueFrom(const Statement& row) {
    const qint64 step = row.integer(6);
    if (step < static_cast<qint64>(IssueStep::Started) || step > static_cast<qint64>(IssueStep::Abandoned))
        return fail(ErrorCode::DatabaseCorrupt, u"step %1 of an issue"_s.arg(step));
    return CardIssue{.id = row.text(0),
                     .operatorId = row.text(1),
                     .startedBy = row.text(2),
                     .witness = row.text(3),
                     .startedAt = dateTime(row, 4),
                     .endedAt = dateTime(row, 5),
                     .step = static_cast<IssueStep>(step),
                     .guid = row.blob(7),
                     .lastDay = QDate::fromString(row.text(8), Qt::ISODate),
                     .sealedPuk = row.blob(9),
                     .card = row.text(10),
                     .dayCardEnd = dateTime(row, 12),
                     .former = row.text(11),
                     .hasCertificates = row.integer(13) != 0};
}

QByteArray select(const char* rest) {
    return QByteArray("SELECT ") + Columns + " FROM card_issue " + rest;
}

Result<QList<CardIssue>> issuesIn(Statement& statement) {
    QList<CardIssue> issues;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return issues;
        Result<CardIssue> issue = issueFrom(statement);
        if (!issue)
            return fail(issue.error());
        issues.append(*std::move(issue));
    }
}

Result<std::optional<CardIssue>> firstIn(Statement& statement) {
    const Result<QList<CardIssue>> found = issuesIn(statement);
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

} // namespace

Result<QString> IssueRegister::nextId() const {
    Result<Statement> count = m_database.prepare("SELECT count(*) FROM card_issue"); // none is ever removed
    if (!count)
        return fail(count.error());
    if (const Result<bool> row = count->step(); !row)
        return fail(row.error());
    return u"I-%1"_s.arg(count->integer(0) + 1, 4, 10, QChar(u'0'));
}

Result<> IssueRegister::add(const CardIssue& issue) {
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO card_issue (id, operator, started_by, witness, started_at, step, guid, last_day, "
        "sealed_puk, card, former, day_card_end) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, '', ?9, ?10)");
    if (!insert)
        return fail(insert.error());
    if (issue.dayCardEnd.isValid())
        insert->bind(10, issue.dayCardEnd.toMSecsSinceEpoch());
    return insert->bind(1, issue.id)
        .bind(2, issue.operatorId)
        .bind(3, issue.startedBy)
        .bind(4, issue.witness)
        .bind(5, issue.startedAt.toMSecsSinceEpoch())
        .bind(6, issue.guid)
        .bind(7, issue.lastDay.toString(Qt::ISODate))
        .bind(8, issue.sealedPuk)
        .bind(9, issue.former)
        .run();
}

Result<CardIssue> IssueRegister::find(const QString& id) const {
    Result<Statement> statement = m_database.prepare(select("WHERE id = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, id);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    return *row ? issueFrom(*statement) : fail(ErrorCode::IssueUnknown, id);
}

Result<std::optional<CardIssue>> IssueRegister::ofCard(const QString& card) const {
    Result<Statement> statement = m_database.prepare(select("WHERE card = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, card);
    return firstIn(*statement);
}

Result<std::optional<CardIssue>> IssueRegister::ofMark(const QByteArray& mark) const {
    Result<Statement> statement =
        m_database.prepare(select("WHERE length(?1) > 0 AND substr(guid, 1, length(?1)) = ?1"));
    if (!statement)
        return fail(statement.error());
    statement->bind(1, mark);
    return firstIn(*statement);
}

Result<QList<CardIssue>> IssueRegister::unfinished() const {
    Result<Statement> statement = m_database.prepare(select("WHERE step = 0 ORDER BY id"));
    return statement ? issuesIn(*statement) : Result<QList<CardIssue>>(fail(statement.error()));
}

Result<> IssueRegister::finish(const QString& id, const QString& card, const QDateTime& at) {
    return end(id, IssueStep::Finished, card, at);
}

Result<> IssueRegister::abandon(const QString& id, const QDateTime& at) {
    const Result<CardIssue> issue = find(id);
    if (!issue)
        return fail(issue.error());
    if (issue->step != IssueStep::Started)
        return fail(ErrorCode::InputInvalid, u"the issue %1 is over"_s.arg(id));
    if (Result<> revoked = revoke(id, RevocationReason::Superseded, at); !revoked)
        return revoked;
    return end(id, IssueStep::Abandoned, {}, at);
}

Result<> IssueRegister::end(const QString& id, IssueStep step, const QString& card, const QDateTime& at) {
    Result<Statement> update = m_database.prepare(
        "UPDATE card_issue SET step = ?2, card = ?3, ended_at = ?4 WHERE id = ?1 AND step = 0");
    if (!update)
        return fail(update.error());
    return update->bind(1, id)
        .bind(2, static_cast<qint64>(step))
        .bind(3, card)
        .bind(4, at.toMSecsSinceEpoch())
        .run();
}

Result<> IssueRegister::addCertificate(const QString& issue, CertificateKind kind,
                                       const QByteArray& serialNumber, const QDateTime& notAfter) {
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO issued_certificate (serial, issue, kind, not_after) VALUES (?1, ?2, ?3, ?4)");
    if (!insert)
        return fail(insert.error());
    return insert->bind(1, serialNumber)
        .bind(2, issue)
        .bind(3, static_cast<qint64>(kind))
        .bind(4, notAfter.toMSecsSinceEpoch())
        .run();
}

Result<> IssueRegister::revoke(const QString& issue, RevocationReason reason, const QDateTime& at) {
    Result<Statement> update = m_database.prepare(
        "UPDATE issued_certificate SET revoked_at = ?2, reason = ?3 WHERE issue = ?1 AND revoked_at IS NULL");
    if (!update)
        return fail(update.error());
    return update->bind(1, issue).bind(2, at.toMSecsSinceEpoch()).bind(3, static_cast<qint64>(reason)).run();
}

Result<bool> IssueRegister::revokeCard(const QString& card, RevocationReason reason, const QDateTime& at) {
    const auto issue = ofCard(card);
    if (!issue || !*issue)
        return issue ? Result<bool>(false) : fail(issue.error());
    const Result<> revoked = revoke((*issue)->id, reason, at);
    return revoked ? Result<bool>(true) : fail(revoked.error());
}

Result<QList<RevokedCertificate>> IssueRegister::revoked(const QDateTime& now) const {
    Result<Statement> statement =
        m_database.prepare("SELECT serial, revoked_at, reason FROM issued_certificate "
                           "WHERE revoked_at IS NOT NULL AND not_after > ?1 ORDER BY serial");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, now.toMSecsSinceEpoch());
    QList<RevokedCertificate> revoked;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return revoked;
        revoked.append({.serialNumber = statement->blob(0),
                        .at = dateTime(*statement, 1),
                        .reason = static_cast<RevocationReason>(statement->integer(2))});
    }
}

} // namespace madoguchi
