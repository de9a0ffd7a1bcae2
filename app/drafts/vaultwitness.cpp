// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/vaultwitness.h"

#include "app/audit/auditlog.h"

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct Witnessed {
    quint64 changes = 0;
    Checkpoint seen; ///< of no log as long as none was seen
};

Result<Witnessed> readWitnessed(Database& vault) {
    Result<Statement> row = vault.prepare("SELECT changes, log, size, root FROM witness");
    if (!row)
        return fail(row.error());
    const Result<bool> there = row->step();
    if (!there)
        return fail(there.error());
    Witnessed witnessed;
    const QByteArray root = row->blob(3);
    if (!*there ||
        (!row->text(1).isEmpty() && root.size() != static_cast<qsizetype>(witnessed.seen.root.size())))
        return fail(ErrorCode::DatabaseCorrupt, u"the vault does not say what it has seen"_s);
    witnessed.changes = static_cast<quint64>(row->integer(0));
    witnessed.seen.origin = row->text(1);
    witnessed.seen.size = static_cast<quint64>(row->integer(2));
    std::copy(root.begin(), root.end(), witnessed.seen.root.begin());
    return witnessed;
}

Result<> compare(const Witnessed& witnessed, Database& log, const AuditWriter& audit) {
    if (witnessed.changes < audit.vaultChanges())
        return fail(ErrorCode::VaultRolledBack,
                    u"the vault says it was changed %1 times, the log knows of %2"_s.arg(witnessed.changes)
                        .arg(audit.vaultChanges()));
    if (witnessed.seen.origin.isEmpty())
        return {};
    const Result<bool> contained = logContains(log, witnessed.seen);
    if (!contained)
        return fail(contained.error());
    if (*contained)
        return {};
    // Somebody retired the log that the vault has seen: that is on record, with the reason.
    const Result<bool> succeeds = logSucceeds(log, witnessed.seen.origin);
    if (!succeeds)
        return fail(succeeds.error());
    if (!*succeeds)
        return fail(ErrorCode::RecordRolledBack,
                    u"the vault has seen a checkpoint of %1 records that the log does not contain"_s.arg(
                        witnessed.seen.size));
    return {};
}

} // namespace

// For each row, not for each transaction: all that matters is that every change counts.
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

Result<std::unique_ptr<VaultWitness>> VaultWitness::begin(Database& vault, Database& log,
                                                          AuditWriter& audit) {
    const Result<Witnessed> witnessed = readWitnessed(vault);
    if (!witnessed)
        return fail(witnessed.error());
    if (const Result<> agreed = compare(*witnessed, log, audit); !agreed)
        return fail(agreed.error());
    Result<Statement> changes = vault.prepare("SELECT changes FROM witness");
    if (!changes)
        return fail(changes.error());
    std::unique_ptr<VaultWitness> witness(new VaultWitness(vault, audit, *std::move(changes)));
    if (const Result<> remembered = witness->remember(audit.signedHead()); !remembered)
        return fail(remembered.error());
    return witness;
}

VaultWitness::VaultWitness(Database& vault, AuditWriter& audit, Statement changes)
    : m_vault(vault), m_audit(audit), m_changes(std::move(changes)) {
    m_audit.watchVault([this] { return this->changes(); });
}

VaultWitness::~VaultWitness() {
    m_audit.watchVault({});
    // What fails here shows at the next record, or leaves the vault with the checkpoint it has.
    if (m_audit.checkpoint())
        static_cast<void>(remember(m_audit.signedHead()));
}

std::optional<quint64> VaultWitness::changes() {
    if (!sqlite3_get_autocommit(m_vault.handle())) // not durable yet
        return std::nullopt;
    const Result<bool> row = m_changes.step();
    const auto changes =
        row && *row ? std::optional(static_cast<quint64>(m_changes.integer(0))) : std::nullopt;
    m_changes.reset();
    return changes;
}

Result<> VaultWitness::remember(const Checkpoint& seen) {
    Result<Statement> update = m_vault.prepare("UPDATE witness SET log = ?1, size = ?2, root = ?3");
    if (!update)
        return fail(update.error());
    return update->bind(1, seen.origin)
        .bind(2, static_cast<qint64>(seen.size))
        .bind(3, viewOf(seen.root).toByteArray())
        .run();
}

} // namespace madoguchi
