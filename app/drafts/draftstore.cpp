// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/draftstore.h"

#include "app/crypto/random.h"
#include "app/drafts/draftkeys.h"
#include "app/operators/operatordirectory.h"
#include "app/storage/statement.h"
#include "app/text/kana.h"
#include "app/text/namekey.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr char SummaryColumns[] =
    "SELECT id, reception, procedure, name, kana, birth, handed_over_by, revision, changed_at FROM draft "
    "WHERE owner = ?1 AND deleted_at IS NULL ";

QDateTime timeFrom(qint64 milliseconds) {
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

Result<QString> stored(const FieldValues& values) {
    QJsonObject object;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        object.insert(value.key(), value.value());
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (json.size() > DraftStore::LargestDraft)
        return fail(ErrorCode::InputTooLarge, u"draft"_s);
    return QString::fromUtf8(json);
}

FieldValues valuesFrom(const QString& json) {
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    FieldValues values;
    for (auto value = object.constBegin(); value != object.constEnd(); ++value)
        values.insert(value.key(), value.value().toString());
    return values;
}

// ?1 to ?10 of every statement that writes a whole draft.
Result<> bindDraft(Statement& statement, const Draft& draft, const Procedure& procedure) {
    const Result<QString> json = stored(draft.values);
    if (!json)
        return fail(json.error());
    const DraftKeys keys = draftKeys(procedure, draft.values);
    statement.bind(1, draft.id)
        .bind(2, draft.owner)
        .bind(3, draft.revision)
        .bind(4, *json)
        .bind(5, keys.name)
        .bind(6, keys.kana)
        .bind(7, keys.birth)
        .bind(8, keys.nameKey)
        .bind(9, keys.kanaKey)
        .bind(10, draft.changedAt.toMSecsSinceEpoch());
    return {};
}

Draft draftFrom(const Statement& row) {
    Draft draft;
    draft.id = row.text(0);
    draft.reception = row.text(1);
    draft.procedure = row.text(2);
    draft.procedureVersion = static_cast<int>(row.integer(3));
    draft.owner = row.text(4);
    draft.handedOverBy = row.text(5);
    draft.values = valuesFrom(row.text(6));
    draft.revision = row.integer(7);
    draft.createdAt = timeFrom(row.integer(8));
    draft.changedAt = timeFrom(row.integer(9));
    return draft;
}

Result<QList<DraftSummary>> summariesIn(Statement& statement) {
    QList<DraftSummary> drafts;
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        drafts.append({statement.text(0), statement.text(1), statement.text(2), statement.text(3),
                       statement.text(4), statement.text(5), statement.text(6), statement.integer(7),
                       timeFrom(statement.integer(8))});
    }
    if (!row)
        return fail(row.error());
    return drafts;
}

// Runs a change that returns the rows it changed, and says whether there was one. A statement with RETURNING
// gives its row before it commits: only the step that finds the end makes the change durable.
Result<bool> changedOne(Statement& statement) {
    Result<bool> changed = statement.step();
    if (!changed || !*changed)
        return changed;
    if (const Result<bool> end = statement.step(); !end)
        return fail(end.error());
    return true;
}

// The same, where nothing to change means that the session has no such draft.
Result<> changeOwn(Statement& statement) {
    const Result<bool> changed = changedOne(statement);
    if (!changed)
        return fail(changed.error());
    return *changed ? Result<>() : fail(ErrorCode::DraftMissing);
}

// Hers when she opened it, or when a draft of it is hers by now.
Result<> requireOwnReception(Database& database, const QString& number, const QString& operatorId) {
    Result<Statement> statement = database.prepare(
        "SELECT opened_by = ?2 OR EXISTS "
        "(SELECT 1 FROM draft WHERE reception = number AND owner = ?2 AND deleted_at IS NULL) "
        "FROM reception WHERE number = ?1");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, number).bind(2, operatorId).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::ReceptionMissing);
    return statement->integer(0) != 0 ? Result<>() : fail(ErrorCode::ReceptionNotOwn);
}

} // namespace

QMap<QString, QString> shownDetails(const QList<DraftSummary>& drafts) {
    QStringList ids;
    for (const DraftSummary& draft : drafts.first(std::min<qsizetype>(drafts.size(), DraftStore::MostFound)))
        ids.append(draft.id);
    return {{u"count"_s, QString::number(drafts.size())}, {u"drafts"_s, ids.join(u',')}};
}

DraftStore::DraftStore(Vault& vault, const OperatorDirectory& directory, const Clock& clock)
    : m_database(vault.database()), m_directory(directory), m_clock(clock) {}

Result<Draft> DraftStore::create(const Session& session, const QString& reception, const Procedure& procedure,
                                 const FieldValues& values) {
    if (const Result<> permitted = session.require(Permission::CreateDraft); !permitted)
        return fail(permitted.error());
    Draft draft;
    draft.id = randomId();
    draft.reception = reception;
    draft.procedure = procedure.id;
    draft.procedureVersion = procedure.version;
    draft.owner = session.facts().operatorId;
    draft.values = values;
    draft.revision = 1;
    draft.createdAt = timeFrom(m_clock.now().toMSecsSinceEpoch());
    draft.changedAt = draft.createdAt;
    if (const Result<> own = requireOwnReception(m_database, reception, draft.owner); !own)
        return fail(own.error());
    if (const Result<> written = insert(draft, procedure); !written)
        return fail(written.error());
    return draft;
}

Result<> DraftStore::insert(const Draft& draft, const Procedure& procedure) {
    Result<Statement> statement = m_database.prepare(
        "INSERT INTO draft (id, owner, revision, field_values, name, kana, birth, name_key, kana_key, "
        "changed_at, created_at, reception, procedure, procedure_version) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13)");
    if (!statement)
        return fail(statement.error());
    if (Result<> bound = bindDraft(*statement, draft, procedure); !bound)
        return bound;
    return statement->bind(11, draft.reception)
        .bind(12, draft.procedure)
        .bind(13, qint64(draft.procedureVersion))
        .run();
}

Result<Draft> DraftStore::load(const Session& session, const QString& id) {
    if (const Result<> permitted = session.require(Permission::ViewOwnDrafts); !permitted)
        return fail(permitted.error());
    Result<Statement> statement = m_database.prepare(
        "SELECT id, reception, procedure, procedure_version, owner, handed_over_by, field_values, revision, "
        "created_at, changed_at FROM draft WHERE id = ?1 AND owner = ?2 AND deleted_at IS NULL");
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->bind(1, id).bind(2, session.facts().operatorId).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::DraftMissing);
    return draftFrom(*statement);
}

Result<Draft> DraftStore::save(const Session& session, const Procedure& procedure, const Draft& draft) {
    if (const Result<> permitted = session.require(Permission::EditDraft); !permitted)
        return fail(permitted.error());
    if (procedure.id != draft.procedure)
        return fail(ErrorCode::InputInvalid, u"not the draft's procedure"_s);
    Draft saved = draft;
    saved.owner = session.facts().operatorId;
    saved.changedAt = timeFrom(m_clock.now().toMSecsSinceEpoch());
    Result<Statement> statement = m_database.prepare(
        "UPDATE draft SET field_values = ?4, name = ?5, kana = ?6, birth = ?7, name_key = ?8, kana_key = ?9, "
        "revision = revision + 1, changed_at = ?10 "
        "WHERE id = ?1 AND owner = ?2 AND revision = ?3 AND deleted_at IS NULL RETURNING id");
    if (!statement)
        return fail(statement.error());
    if (const Result<> bound = bindDraft(*statement, saved, procedure); !bound)
        return fail(bound.error());
    const Result<bool> changed = changedOne(*statement);
    if (!changed)
        return fail(changed.error());
    ++saved.revision;
    if (*changed)
        return saved;
    const Result<bool> there = visible(session, draft.id);
    if (!there)
        return fail(there.error());
    return fail(*there ? ErrorCode::DraftConflict : ErrorCode::DraftMissing);
}

Result<QList<DraftSummary>> DraftStore::list(const Session& session) {
    if (const Result<> permitted = session.require(Permission::ViewOwnDrafts); !permitted)
        return fail(permitted.error());
    Result<Statement> statement =
        m_database.prepare(QByteArray(SummaryColumns) + "ORDER BY changed_at DESC, id");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, session.facts().operatorId);
    return summariesIn(*statement);
}

Result<QList<DraftSummary>> DraftStore::search(const Session& session, const DraftQuery& query) {
    if (const Result<> permitted = session.require(Permission::SearchDrafts); !permitted)
        return fail(permitted.error());
    const QString kana = readingSearchKey(toKatakana(query.kana));
    const QString name = nameSearchKey(query.name);
    if (kana.isEmpty() && name.isEmpty() && query.birth.isEmpty() && query.reception.isEmpty())
        return fail(ErrorCode::InputInvalid, u"nothing to search for"_s);

    // A prefix is the range from itself to itself followed by the last code point there is.
    const QString last = QString::fromUcs4(U"\U0010FFFF", 1);
    QByteArray sql(SummaryColumns);
    if (!kana.isEmpty())
        sql += "AND kana_key >= ?2 AND kana_key < ?3 ";
    if (!name.isEmpty())
        sql += "AND name_key >= ?4 AND name_key < ?5 ";
    if (!query.birth.isEmpty())
        sql += "AND birth = ?6 ";
    if (!query.reception.isEmpty())
        sql += "AND reception = ?7 ";
    // ?8 is always there, so that every number up to it may be bound
    Result<Statement> statement = m_database.prepare(sql + "ORDER BY changed_at DESC, id LIMIT ?8");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, session.facts().operatorId)
        .bind(2, kana)
        .bind(3, kana + last)
        .bind(4, name)
        .bind(5, name + last)
        .bind(6, query.birth)
        .bind(7, query.reception)
        .bind(8, qint64(MostFound));
    return summariesIn(*statement);
}

Result<QMap<QString, DraftLabel>> DraftStore::handled(const Session& session) {
    if (const Result<> permitted = session.require(Permission::ViewOwnDrafts); !permitted)
        return fail(permitted.error());
    Result<Statement> statement =
        m_database.prepare("SELECT id, reception, procedure FROM draft "
                           "WHERE owner = ?1 OR handed_over_by = ?1 OR deleted_by = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, session.facts().operatorId);
    QMap<QString, DraftLabel> labels;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return labels;
        labels.insert(statement->text(0), {statement->text(1), statement->text(2)});
    }
}

Result<> DraftStore::handOver(const Session& session, const QString& id, const QString& colleague) {
    if (const Result<> permitted = session.require(Permission::HandOverDraft); !permitted)
        return fail(permitted.error());
    const Result<QList<Colleague>> colleagues = m_directory.colleagues(session);
    if (!colleagues)
        return fail(colleagues.error());
    if (std::ranges::find(*colleagues, colleague, &Colleague::id) == colleagues->end())
        return fail(ErrorCode::InputInvalid, u"nobody to hand over to"_s);
    Result<Statement> statement = m_database.prepare(
        "UPDATE draft SET owner = ?3, handed_over_by = ?2, revision = revision + 1, changed_at = ?4 "
        "WHERE id = ?1 AND owner = ?2 AND deleted_at IS NULL RETURNING id");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, id)
        .bind(2, session.facts().operatorId)
        .bind(3, colleague)
        .bind(4, m_clock.now().toMSecsSinceEpoch());
    return changeOwn(*statement);
}

Result<> DraftStore::remove(const Session& session, const QString& id, const QString& reason) {
    if (const Result<> permitted = session.require(Permission::DeleteDraft); !permitted)
        return fail(permitted.error());
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InputInvalid, u"a reason is needed"_s);
    Result<Statement> statement = m_database.prepare(
        "UPDATE draft SET deleted_at = ?3, deleted_by = ?2, delete_reason = ?4, revision = revision + 1 "
        "WHERE id = ?1 AND owner = ?2 AND deleted_at IS NULL RETURNING id");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, id)
        .bind(2, session.facts().operatorId)
        .bind(3, m_clock.now().toMSecsSinceEpoch())
        .bind(4, reason);
    return changeOwn(*statement);
}

Result<bool> DraftStore::visible(const Session& session, const QString& id) {
    Result<Statement> statement =
        m_database.prepare("SELECT 1 FROM draft WHERE id = ?1 AND owner = ?2 AND deleted_at IS NULL");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, id).bind(2, session.facts().operatorId).step();
}

} // namespace madoguchi
