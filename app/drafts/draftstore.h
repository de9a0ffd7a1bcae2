// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Drafts in the vault. An operator sees those she owns: her own and those handed over to her; for anybody
// else they do not exist. Every function checks the session. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/drafts/draft.h"
#include "app/drafts/vault.h"
#include "app/procedures/procedure.h"
#include "app/session/session.h"

#include <QList>
#include <QMap>

namespace madoguchi {

class OperatorDirectory;

/// One line of a list; `birth` is ISO 8601.
struct DraftSummary {
    QString id;
    QString reception;
    QString procedure;
    QString name;
    QString kana;
    QString birth;
    QString handedOverBy; ///< operator id; empty unless it came from a colleague
    qint64 revision = 0;
    QDateTime changedAt;

    bool operator==(const DraftSummary&) const = default;
};

/// What a record's id of a draft stands for.
struct DraftLabel {
    QString reception;
    QString procedure;

    bool operator==(const DraftLabel&) const = default;
};

/// What must hold all at once; empty parts don't count.
struct DraftQuery {
    QString kana;      ///< beginning of the reading, in any kana
    QString name;      ///< beginning of the name; variants of a character count as the same
    QString birth;     ///< ISO 8601
    QString reception; ///< whole number
};

/// For the record of a list or a search: how many there were and the ids of the first DraftStore::MostFound,
/// which is as many as a page shows.
QMap<QString, QString> shownDetails(const QList<DraftSummary>& drafts);

class DraftStore {
public:
    static constexpr int MostFound = 200;
    static constexpr qsizetype LargestDraft = 256LL * 1024; ///< bytes as stored

    /// All must outlive the store.
    DraftStore(Vault& vault, const OperatorDirectory& directory, const Clock& clock);

    // Errors of all: SessionEnded, PermissionDenied, DatabaseFailed, DatabaseCorrupt.

    /// CreateDraft, in a reception that the session's operator opened or that a draft of hers belongs to.
    /// Errors: ReceptionMissing, ReceptionNotOwn, InputTooLarge, DiskFull.
    Result<Draft> create(const Session& session, const QString& reception, const Procedure& procedure,
                         const FieldValues& values = {});
    /// ViewOwnDrafts. Errors: DraftMissing.
    Result<Draft> load(const Session& session, const QString& id);
    /// Stores `draft.values` if nobody changed the draft since `draft.revision`, and gives it with its new
    /// revision and time. EditDraft. Errors: DraftMissing, DraftConflict, InputTooLarge, DiskFull;
    /// InputInvalid when `procedure` is not the draft's.
    Result<Draft> save(const Session& session, const Procedure& procedure, const Draft& draft);

    /// All of the session's, the newest change first. ViewOwnDrafts.
    Result<QList<DraftSummary>> list(const Session& session);
    /// The same for those that match, at most MostFound. SearchDrafts. Errors: InputInvalid for an empty
    /// query.
    Result<QList<DraftSummary>> search(const Session& session, const DraftQuery& query);

    /// By id, for the words of one's own history: every draft that the session's operator owns, handed over
    /// as its last owner or deleted. ViewOwnDrafts.
    Result<QMap<QString, DraftLabel>> handled(const Session& session);

    /// Makes `colleague` the owner. HandOverDraft. Errors: DraftMissing; InputInvalid unless `colleague` is
    /// one of OperatorDirectory::colleagues().
    Result<> handOver(const Session& session, const QString& id, const QString& colleague);
    /// Takes the draft out of everybody's sight; it stays in the vault with `reason`. DeleteDraft.
    /// Errors: DraftMissing; InputInvalid without a reason.
    Result<> remove(const Session& session, const QString& id, const QString& reason);

private:
    Result<> insert(const Draft& draft, const Procedure& procedure);
    Result<bool> visible(const Session& session, const QString& id);
    Database& m_database;
    const OperatorDirectory& m_directory;
    const Clock& m_clock;
};

} // namespace madoguchi
