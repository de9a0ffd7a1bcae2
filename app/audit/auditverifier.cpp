// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditverifier.h"

#include "app/audit/auditwriter.h"
#include "app/audit/registersum.h"

#include <QFile>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr quint64 ProgressEvery = 4096;

// A read transaction: everything is seen as it was at the first read.
class Snapshot {
public:
    explicit Snapshot(Database& database) : m_database(&database), m_begun(database.execute("BEGIN")) {}
    ~Snapshot() {
        if (m_begun)
            static_cast<void>(m_database->execute("ROLLBACK"));
    }
    Q_DISABLE_COPY_MOVE(Snapshot)
    const Result<>& begun() const { return m_begun; }

private:
    Database* m_database;
    Result<> m_begun;
};

class Verification {
public:
    Verification(Database& database, const AuditVerifyOptions& options)
        : m_database(database), m_options(options) {}

    Result<AuditVerification> run() {
        Result<> checked = checkAll();
        if (checked || m_stopped)
            return m_answer;
        // Damage that SQLCipher notices itself stands where reading stopped.
        if (checked.error().code != ErrorCode::DatabaseCorrupt &&
            checked.error().code != ErrorCode::RecordCorrupt)
            return fail(checked.error());
        wrong({m_answer.records, checked.error().detail});
        return m_answer;
    }

private:
    // Success goes on; a failure with m_stopped set ends with the answer, one without it is an error.
    Result<> checkAll() {
        // Before the snapshot: the file is written after the database, so it is never the newer one.
        const Result<std::optional<QByteArray>> file = readCheckpointFile(m_options.checkpointFile);
        if (!file)
            return fail(file.error());
        const Snapshot snapshot(m_database);
        if (!snapshot.begun())
            return snapshot.begun();
        const Result<quint64> total = auditRecordCount(m_database);
        const Result<LogVerifierKey> key = total ? logVerifierKey(m_database) : fail(total.error());
        if (!key)
            return fail(key.error());
        if (Result<> known = checkVerifierKey(*key); !known)
            return known;
        if (Result<> kept = readKeptCheckpoints(*key); !kept)
            return kept;
        if (Result<> records = checkRecords(*key, *total); !records)
            return records;
        if (Result<> whole = checkIndexes(); !whole)
            return whole;
        if (m_nextKept < m_kept.size()) {
            return wrong(
                {m_answer.records, u"the end of the log is missing: a checkpoint kept elsewhere says "
                                   "%1 records, %2 are left"_s.arg(m_kept[m_nextKept].size)
                                       .arg(m_answer.records)});
        }
        const auto fault = compareCheckpointFile(m_database, *key, *file);
        if (!fault)
            return fail(fault.error());
        return *fault ? wrong(**fault) : compareRegister();
    }

    Result<> compareRegister() {
        Result<> whole = checkRegister(m_database, m_registerChanges);
        if (whole || (whole.error().code != ErrorCode::RegisterRolledBack &&
                      whole.error().code != ErrorCode::DatabaseCorrupt))
            return whole;
        m_answer.fault = {m_answer.records, whole.error().detail};
        return stop(AuditVerification::Verdict::RegisterWrong);
    }

    // Searches go through the indexes. An older page of one, put back, would hide records from them while the
    // table itself is as it was signed.
    Result<> checkIndexes() {
        for (const char* const check :
             {"PRAGMA integrity_check(record)", "PRAGMA integrity_check(checkpoint)"}) {
            Result<Statement> found = m_database.prepare(check);
            if (!found)
                return fail(found.error());
            if (const Result<bool> row = found->step(); !row)
                return fail(row.error());
            if (found->text(0) != u"ok"_s) {
                return wrong(
                    {m_answer.records, u"the log's table and indexes disagree: "_s + found->text(0)});
            }
        }
        return {};
    }

    Result<> checkVerifierKey(const LogVerifierKey& key) {
        QString expected = m_options.verifierKey;
        if (expected.isEmpty()) {
            QFile file(verifierKeyPath(m_options.checkpointFile));
            if (!file.open(QIODevice::ReadOnly))
                return wrong({0, u"the published verifier key is missing"_s});
            expected = QString::fromUtf8(file.read(1024)).trimmed();
        }
        if (expected != key.text())
            return wrong({0, u"the log's key is not the published one: this is another log"_s});
        return {};
    }

    Result<> readKeptCheckpoints(const LogVerifierKey& key) {
        for (const QByteArray& note : m_options.keptCheckpoints) {
            Result<Checkpoint> kept = verifyCheckpoint(note, key);
            if (!kept) {
                return wrong(
                    {0, u"a checkpoint kept elsewhere does not fit this log: "_s + kept.error().detail});
            }
            m_kept.push_back(*std::move(kept));
        }
        std::ranges::sort(m_kept, {}, &Checkpoint::size);
        return {};
    }

    Result<> checkKeptCheckpoints() {
        for (; m_nextKept < m_kept.size() && m_kept[m_nextKept].size <= m_answer.records; ++m_nextKept) {
            const Checkpoint& kept = m_kept[m_nextKept];
            if (kept.size != m_answer.records || kept.root != m_range.root()) {
                return wrong(
                    {m_keptSize, u"a record from %1 to %2 was replaced: the checkpoint of %3 records "
                                 "kept elsewhere has another root"_s.arg(m_keptSize)
                                     .arg(kept.size ? kept.size - 1 : 0)
                                     .arg(kept.size)});
            }
            m_keptSize = kept.size;
        }
        return {};
    }

    Result<> checkRecords(const LogVerifierKey& key, quint64 total) {
        const QByteArray sql = QByteArray("SELECT ") + AuditRowColumns + " FROM record ORDER BY sequence";
        Result<Statement> rows = m_database.prepare(sql.constData());
        Result<Statement> checkpoints =
            m_database.prepare("SELECT size, note, peaks FROM checkpoint ORDER BY size");
        if (!rows || !checkpoints)
            return fail(rows ? checkpoints.error() : rows.error());
        if (Result<> next = nextCheckpoint(*checkpoints, key); !next)
            return next;
        Result<bool> row = rows->step();
        for (; row && *row; row = rows->step()) {
            if (Result<> checked = checkRecord(*rows, *checkpoints, key); !checked)
                return checked;
            if (m_answer.records % ProgressEvery == 0 && isCancelled(total))
                return stop(AuditVerification::Verdict::Cancelled);
        }
        if (!row)
            return fail(row.error());
        if (m_checkpoint) {
            return wrong(
                {m_answer.records, u"the end of the log is missing: %1 records were signed, %2 are left"_s
                                       .arg(m_checkpoint->size)
                                       .arg(m_answer.records)});
        }
        return isCancelled(total) ? stop(AuditVerification::Verdict::Cancelled) : Result<>();
    }

    Result<> checkRecord(const Statement& row, Statement& checkpoints, const LogVerifierKey& key) {
        const auto checked = checkAuditRow(row, m_answer.records, m_hash);
        if (!checked)
            return wrong(checked.error());
        if (Result<> present = requireDueCheckpoint(); !present)
            return present;
        if (Result<> named = checkNamedCheckpoint(checked->record); !named)
            return named;
        if (Result<> counted = checkCount(u"vault"_s, checked->record.vaultChanges, m_vaultChanges); !counted)
            return counted;
        if (Result<> counted = checkCount(u"register"_s, checked->record.registerChanges, m_registerChanges);
            !counted)
            return counted;
        m_range.append(checked->leaf);
        ++m_answer.records;
        if (Result<> kept = checkKeptCheckpoints(); !kept)
            return kept;
        if (!m_checkpoint || m_checkpoint->size != m_answer.records)
            return {};
        if (m_checkpoint->root != m_range.root()) {
            return wrong(
                {m_signedSize, u"a record from %1 to %2 was replaced: the signed checkpoint of %3 records "
                               "has another root"_s.arg(m_signedSize)
                                   .arg(m_answer.records - 1)
                                   .arg(m_answer.records)});
        }
        ++m_answer.checkpoints;
        m_signedSize = m_answer.records;
        return nextCheckpoint(checkpoints, key);
    }

    // Asked before the next record: at the very end of the log the checkpoint may still be on its way.
    Result<> requireDueCheckpoint() {
        const bool due = m_answer.records > 0 && m_answer.records % AuditWriter::RecordsPerCheckpoint == 0;
        if (due && m_signedSize != m_answer.records) {
            return wrong(
                {m_answer.records - 1, u"the checkpoint of %1 records is missing"_s.arg(m_answer.records)});
        }
        return {};
    }

    // Older logs have no such names; from the first one on every checkpoint has its own.
    Result<> checkNamedCheckpoint(const AuditRecord& record) {
        if (const auto fault = namedCheckpointFault(record, m_range, m_signedSize))
            return wrong(*fault);
        const bool isSigned = m_answer.records > 0 && m_signedSize == m_answer.records;
        if (m_named && isSigned && record.checkpointRoot.isEmpty())
            return wrong({m_answer.records, u"the record does not name the checkpoint before it"_s});
        m_named = m_named || !record.checkpointRoot.isEmpty();
        return {};
    }

    /// `newest`: of the records before.
    Result<> checkCount(const QString& what, quint64 said, quint64& newest) {
        if (said != 0 && said < newest) {
            return wrong(
                {m_answer.records,
                 u"the %1 was changed %2 times here, and %3 times before"_s.arg(what).arg(said).arg(newest)});
        }
        newest = std::max(newest, said);
        return {};
    }

    Result<> nextCheckpoint(Statement& checkpoints, const LogVerifierKey& key) {
        const Result<bool> row = checkpoints.step();
        if (!row)
            return fail(row.error());
        m_checkpoint.reset();
        if (!*row)
            return {};
        auto checkpoint = checkCheckpointRow(checkpoints, key);
        if (!checkpoint)
            return wrong(checkpoint.error());
        m_checkpoint.emplace(*std::move(checkpoint));
        return {};
    }

    bool isCancelled(quint64 total) const {
        return m_options.progress && !m_options.progress(m_answer.records, total);
    }

    tl::unexpected<Error> wrong(const AuditFault& fault) {
        m_answer.fault = fault;
        return stop(AuditVerification::Verdict::Wrong);
    }

    tl::unexpected<Error> stop(AuditVerification::Verdict verdict) {
        m_answer.verdict = verdict;
        m_stopped = true;
        return fail(ErrorCode::RecordCorrupt);
    }

    Database& m_database;
    const AuditVerifyOptions& m_options;
    AuditVerification m_answer;
    bool m_stopped = false;
    MerkleRange m_range;
    quint64 m_signedSize = 0;                     // records under the last checkpoint passed
    std::optional<StoredCheckpoint> m_checkpoint; // the next one; none at the end
    bool m_named = false;                         // a record named the checkpoint before it
    std::vector<Checkpoint> m_kept;               // elsewhere, by size
    std::size_t m_nextKept = 0;
    quint64 m_vaultChanges = 0;    // the newest that a record said
    quint64 m_registerChanges = 0; // the same
    quint64 m_keptSize = 0;        // records under the last kept checkpoint passed
    Sha256 m_hash;
};

} // namespace

Result<AuditVerification> verifyAuditAsAdministrator(Database& database, const AuditVerifyOptions& options) {
    return Verification(database, options).run();
}

Result<AuditVerification> verifyAudit(const Session& session, Database& database,
                                      const AuditVerifyOptions& options) {
    if (const Result<> allowed = session.require(Permission::VerifyAuditLog); !allowed)
        return fail(allowed.error());
    return verifyAuditAsAdministrator(database, options);
}

} // namespace madoguchi
