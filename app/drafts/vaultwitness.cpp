// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/vaultwitness.h"

#include "app/audit/auditlog.h"
#include "app/storage/transaction.h"

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Of no log as long as none was seen.
Result<Checkpoint> readSeen(Database& vault) {
    Result<Statement> row = vault.prepare("SELECT log, size, root FROM witness");
    if (!row)
        return fail(row.error());
    const Result<bool> there = row->step();
    if (!there)
        return fail(there.error());
    Checkpoint seen;
    const QByteArray root = row->blob(2);
    if (!*there || (!row->text(0).isEmpty() && root.size() != static_cast<qsizetype>(seen.root.size())))
        return fail(ErrorCode::DatabaseCorrupt, u"the vault does not say what it has seen"_s);
    seen.origin = row->text(0);
    seen.size = static_cast<quint64>(row->integer(1));
    std::copy(root.begin(), root.end(), seen.root.begin());
    return seen;
}

Result<> compareCount(const ContentSum& content, quint64 said) {
    const Result<quint64> changes = content.changes();
    if (!changes)
        return fail(changes.error());
    if (*changes < said) {
        return fail(ErrorCode::VaultRolledBack,
                    u"the vault says it was changed %1 times, the log knows of %2"_s.arg(*changes).arg(said));
    }
    return {};
}

/// Whether this is another log than the vault has seen, and rightly so. Not any more once that log has said
/// something of the vault: then the vault has seen it too, and who names an older one was put back.
Result<bool> isNewLog(const Checkpoint& seen, Database& log, quint64 said) {
    if (seen.origin.isEmpty())
        return false;
    const Result<bool> contained = logContains(log, seen);
    if (!contained || *contained)
        return contained ? Result<bool>(false) : contained;
    Result<bool> succeeds = logSucceeds(log, seen.origin);
    if (!succeeds)
        return succeeds;
    if (!*succeeds || said != 0) {
        return fail(
            ErrorCode::RecordRolledBack,
            u"the vault has seen a checkpoint of %1 records that the log does not contain"_s.arg(seen.size));
    }
    return true;
}

Result<> remember(Database& vault, const Checkpoint& seen) {
    Result<Statement> update = vault.prepare("UPDATE witness SET log = ?1, size = ?2, root = ?3");
    if (!update)
        return fail(update.error());
    return update->bind(1, seen.origin)
        .bind(2, static_cast<qint64>(seen.size))
        .bind(3, viewOf(seen.root).toByteArray())
        .run();
}

} // namespace

// As vaults were made before ContentSum.
const char* const VaultWitness::Schema = R"(
CREATE TABLE witness (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  changes INTEGER NOT NULL,
  log TEXT NOT NULL,
  size INTEGER NOT NULL,
  root BLOB NOT NULL
) STRICT;
INSERT INTO witness VALUES (1, 1, '', 0, x'');
CREATE TRIGGER draft_added AFTER INSERT ON draft BEGIN UPDATE witness SET changes = changes + 1; END;
CREATE TRIGGER draft_changed AFTER UPDATE ON draft BEGIN UPDATE witness SET changes = changes + 1; END;
CREATE TRIGGER draft_removed AFTER DELETE ON draft BEGIN UPDATE witness SET changes = changes + 1; END;
CREATE TRIGGER reception_added AFTER INSERT ON reception BEGIN UPDATE witness SET changes = changes + 1; END;
CREATE TRIGGER reception_changed AFTER UPDATE ON reception BEGIN UPDATE witness SET changes = changes + 1; END;
CREATE TRIGGER reception_removed AFTER DELETE ON reception BEGIN UPDATE witness SET changes = changes + 1; END;
)";

// The count goes on, because the log knows it.
const char* const VaultWitness::WithoutCount = R"(
DROP TRIGGER draft_added;
DROP TRIGGER draft_changed;
DROP TRIGGER draft_removed;
DROP TRIGGER reception_added;
DROP TRIGGER reception_changed;
DROP TRIGGER reception_removed;
UPDATE content_sum SET changes = (SELECT changes FROM witness);
ALTER TABLE witness DROP COLUMN changes;
)";

ContentSum VaultWitness::contentOf(Database& vault) {
    return {vault, ErrorCode::VaultRolledBack};
}

Result<std::unique_ptr<VaultWitness>> VaultWitness::begin(Database& vault, Database& log,
                                                          AuditWriter& audit) {
    ContentSum content = contentOf(vault);
    const quint64 said = audit.vaultChanges();
    // A log that has not heard of the vault has nothing to compare with, and the sum that counts may be what
    // is missing: accept() makes it anew, verify() finds it.
    if (const Result<> counted = said != 0 ? compareCount(content, said) : Result<>(); !counted)
        return fail(counted.error());
    const Result<Checkpoint> seen = readSeen(vault);
    const Result<bool> isNew = seen ? isNewLog(*seen, log, said) : fail(seen.error());
    if (!isNew)
        return fail(isNew.error());
    Result<Transaction> transaction = Transaction::begin(vault);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> whole = *isNew ? content.accept() : content.verify(); !whole)
        return fail(whole.error());
    if (const Result<> remembered = remember(vault, audit.signedHead()); !remembered)
        return fail(remembered.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    Result<Statement> changes = vault.prepare("SELECT changes FROM content_sum");
    if (!changes)
        return fail(changes.error());
    return std::unique_ptr<VaultWitness>(new VaultWitness(vault, audit, *std::move(changes)));
}

VaultWitness::VaultWitness(Database& vault, AuditWriter& audit, Statement changes)
    : m_vault(vault), m_audit(audit), m_changes(std::move(changes)) {
    m_audit.watchVault([this] { return this->changes(); });
}

VaultWitness::~VaultWitness() {
    m_audit.watchVault({});
    // What fails here shows at the next record, or leaves the vault with the checkpoint it has.
    if (m_audit.checkpoint())
        static_cast<void>(remember(m_vault, m_audit.signedHead()));
}

std::optional<quint64> VaultWitness::changes() {
    if (!sqlite3_get_autocommit(m_vault.handle())) // not durable yet
        return std::nullopt;
    const Result<bool> row = m_changes.step();
    auto changes = row && *row ? std::optional(static_cast<quint64>(m_changes.integer(0))) : std::nullopt;
    m_changes.reset();
    return changes;
}

} // namespace madoguchi
