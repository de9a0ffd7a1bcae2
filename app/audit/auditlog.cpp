// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditlog.h"

#include "app/crypto/random.h"
#include "app/storage/migrations.h"
#include "app/storage/transaction.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qint64 LargestCheckpointFile = qint64(16) * 1024;

// The first record of a log that took another's place; it outlives the tables of both.
constexpr char BeginningTable[] = R"(
CREATE TABLE IF NOT EXISTS log_beginning (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    body BLOB NOT NULL
) STRICT;
)";

// The triggers stop mistakes of our own; whoever holds the key can drop them, and the tree then tells.
constexpr std::array<const char*, 2> Steps = {R"(
CREATE TABLE record (
    sequence INTEGER PRIMARY KEY,
    body     BLOB NOT NULL,    -- deterministic CBOR: what counts
    leaf     BLOB NOT NULL,    -- its leaf hash, so that a changed byte is found at its record
    time     INTEGER NOT NULL, -- search columns, derived from the body
    operator TEXT NOT NULL,
    action   TEXT NOT NULL,
    target   TEXT NOT NULL
) STRICT;
CREATE INDEX record_operator ON record (operator);
CREATE INDEX record_target ON record (target);
CREATE TABLE checkpoint (
    size  INTEGER PRIMARY KEY,
    note  BLOB NOT NULL, -- C2SP signed note
    peaks BLOB NOT NULL  -- MerkleRange at that size
) STRICT;
CREATE TABLE log_key (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    name       TEXT NOT NULL,
    seed       BLOB NOT NULL,
    public_key BLOB NOT NULL
) STRICT;
CREATE TRIGGER record_keeps BEFORE UPDATE ON record BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER record_stays BEFORE DELETE ON record BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER checkpoint_keeps BEFORE UPDATE ON checkpoint BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER checkpoint_stays BEFORE DELETE ON checkpoint BEGIN SELECT raise(ABORT, 'append only'); END;
)",
                                              BeginningTable};

constexpr QLatin1StringView NamesOfLogs = "logs"_L1;

Result<bool> hasLogKey(Database& database) {
    Result<Statement> query = database.prepare("SELECT 1 FROM log_key");
    return query ? query->step() : fail(query.error());
}

Result<> makeLogKey(Database& database) {
    const SecretBytes seed = randomSecret(SigningKey::SeedBytes);
    const Result<SigningKey> key = SigningKey::fromSeed(seed);
    if (!key)
        return fail(key.error());
    Result<Statement> insert = database.prepare("INSERT INTO log_key VALUES (1, ?1, ?2, ?3)");
    if (!insert)
        return fail(insert.error());
    return insert->bind(1, u"madoguchi/"_s + randomId()).bind(2, seed).bind(3, key->publicKey()).run();
}

Result<Statement> logKeyRow(Database& database) {
    Result<Statement> query = database.prepare("SELECT name, seed, public_key FROM log_key");
    if (!query)
        return query;
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::RecordCorrupt, u"the log has no key"_s);
    return query;
}

QString columnFault(const Statement& row, const AuditRecord& record) {
    const QString wrong = u"its search column \"%1\" contradicts the record"_s;
    if (row.integer(3) != record.time.toMSecsSinceEpoch())
        return wrong.arg("time"_L1);
    if (row.text(4) != record.operatorId)
        return wrong.arg("operator"_L1);
    if (row.text(5) != record.action)
        return wrong.arg("action"_L1);
    return row.text(6) != record.target ? wrong.arg("target"_L1) : QString();
}

} // namespace

Result<> prepareAuditLog(Database& database) {
    if (Result<> migrated = migratePart(database, u"audit"_s, Steps); !migrated)
        return migrated;
    const Result<bool> known = hasLogKey(database);
    if (!known)
        return fail(known.error());
    return *known ? Result<>() : makeLogKey(database);
}

Result<std::optional<AuditRecord>> beginningOfLog(Database& database) {
    Result<Statement> query = database.prepare("SELECT body FROM log_beginning");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<AuditRecord>();
    Result<AuditRecord> record = decodeAuditRecord(query->blob(0));
    if (!record)
        return fail(record.error());
    return std::optional(*std::move(record));
}

Result<> replaceAuditLog(Database& database, AuditRecord first) {
    QStringList names;
    if (const auto key = logVerifierKey(database)) // a damaged key has no name to keep
        names.append(key->name());
    if (Result<> made = database.execute(BeginningTable); !made)
        return made;
    if (const auto before = beginningOfLog(database); before && *before)
        names.append((*before)->details.value(NamesOfLogs));
    first.details.insert(NamesOfLogs, names.join(u' '));
    const Result<QByteArray> body = encode(first);
    if (!body)
        return fail(body.error());
    Result<Transaction> transaction = Transaction::beginOrJoin(database);
    if (!transaction)
        return fail(transaction.error());
    Result<> gone =
        database.execute("DROP TABLE IF EXISTS record; DROP TABLE IF EXISTS checkpoint;"
                         "DROP TABLE IF EXISTS log_key; DELETE FROM part_version WHERE part = 'audit'");
    if (!gone)
        return gone;
    Result<Statement> write = database.prepare("INSERT OR REPLACE INTO log_beginning VALUES (1, ?1)");
    if (!write)
        return fail(write.error());
    if (Result<> written = write->bind(1, *body).run(); !written)
        return written;
    return transaction->commit();
}

Result<bool> logSucceeds(Database& database, const QString& name) {
    Result<Statement> query = database.prepare("SELECT body FROM record WHERE sequence = 0");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    const Result<AuditRecord> first =
        *row ? decodeAuditRecord(query->blob(0)) : fail(ErrorCode::RecordCorrupt);
    return first && first->action == "log.retired"_L1 &&
           first->details.value(NamesOfLogs).split(u' ').contains(name);
}

Result<LogVerifierKey> logVerifierKey(Database& database) {
    const Result<Statement> row = logKeyRow(database);
    if (!row)
        return fail(row.error());
    Result<LogVerifierKey> key = LogVerifierKey::make(row->text(0), row->blob(2));
    if (!key)
        return fail(ErrorCode::RecordCorrupt, u"the log's key is damaged: "_s + key.error().detail);
    return key;
}

Result<SigningKey> logSigningKey(Database& database) {
    const Result<Statement> row = logKeyRow(database);
    if (!row)
        return fail(row.error());
    Result<SigningKey> key = SigningKey::fromSeed(row->secret(1));
    if (!key || key->publicKey() != row->blob(2))
        return fail(ErrorCode::RecordCorrupt, u"the log's key is damaged"_s);
    return key;
}

Result<quint64> auditRecordCount(Database& database) {
    Result<Statement> query = database.prepare("SELECT coalesce(max(sequence) + 1, 0) FROM record");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    return static_cast<quint64>(query->integer(0));
}

tl::expected<AuditRow, AuditFault> checkAuditRow(const Statement& row, quint64 expected, Sha256& hash) {
    const auto wrong = [expected](const QString& reason) {
        return tl::unexpected<AuditFault>(AuditFault{expected, reason});
    };
    if (static_cast<quint64>(row.integer(0)) != expected)
        return wrong(u"the record is missing"_s);
    const QByteArray body = row.blob(1);
    const Sha256Digest leaf = leafHash(hash, body);
    if (row.blob(2) != viewOf(leaf))
        return wrong(u"the record was changed: its hash does not fit"_s);
    Result<AuditRecord> record = decodeAuditRecord(body);
    if (!record)
        return wrong(u"the record was changed: "_s + record.error().detail);
    if (record->sequence != expected)
        return wrong(u"another record (%1) was put in its place"_s.arg(record->sequence));
    if (const QString fault = columnFault(row, *record); !fault.isEmpty())
        return wrong(fault);
    return AuditRow{*std::move(record), leaf};
}

std::optional<AuditFault> namedCheckpointFault(const AuditRecord& record, const MerkleRange& before,
                                               quint64 signedSize) {
    if (record.checkpointRoot.isEmpty())
        return std::nullopt;
    const quint64 size = before.size();
    if (size == 0 || size != signedSize)
        return AuditFault{size ? size - 1 : 0, u"the checkpoint of %1 records is missing"_s.arg(size)};
    if (record.checkpointRoot != viewOf(before.root()))
        return AuditFault{size, u"the record names another checkpoint than the one before it"_s};
    return std::nullopt;
}

tl::expected<StoredCheckpoint, AuditFault> checkCheckpointRow(const Statement& row,
                                                              const LogVerifierKey& key) {
    const auto size = static_cast<quint64>(row.integer(0));
    const auto wrong = [size](const QString& reason) {
        return tl::unexpected<AuditFault>(AuditFault{size ? size - 1 : 0, reason});
    };
    const Result<Checkpoint> checkpoint = verifyCheckpoint(row.blob(1), key);
    if (!checkpoint)
        return wrong(checkpoint.error().detail);
    std::optional<MerkleRange> range = MerkleRange::fromPeaks(size, row.blob(2));
    if (checkpoint->size != size || !range || range->root() != checkpoint->root)
        return wrong(u"the checkpoint after it contradicts itself"_s);
    return StoredCheckpoint{size, checkpoint->root, *std::move(range)};
}

Result<bool> logContains(Database& database, const Checkpoint& checkpoint) {
    const Result<LogVerifierKey> key = logVerifierKey(database);
    const Result<quint64> records = auditRecordCount(database);
    Result<Statement> query = database.prepare("SELECT size, note, peaks FROM checkpoint WHERE size = ?1");
    if (!key || !records || !query)
        return fail(!key ? key.error() : !records ? records.error() : query.error());
    const Result<bool> row = query->bind(1, static_cast<qint64>(checkpoint.size)).step();
    if (!row)
        return fail(row.error());
    if (!*row || checkpoint.origin != key->name() || checkpoint.size > *records)
        return false;
    const auto stored = checkCheckpointRow(*query, *key);
    return stored && stored->root == checkpoint.root;
}

Result<QByteArray> newestCheckpoint(Database& database) {
    Result<Statement> query = database.prepare("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::RecordCorrupt, u"the log has no checkpoint"_s);
    return query->blob(0);
}

Result<std::optional<QByteArray>> readCheckpointFile(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path + ": "_L1 + file.errorString());
    return std::optional(file.read(LargestCheckpointFile + 1));
}

Result<std::optional<AuditFault>> compareCheckpointFile(Database& database, const LogVerifierKey& key,
                                                        const std::optional<QByteArray>& file) {
    const Result<quint64> records = auditRecordCount(database);
    Result<Statement> query =
        database.prepare("SELECT count(*), (SELECT note FROM checkpoint WHERE size = ?1) "
                         "FROM checkpoint");
    if (!records || !query)
        return fail(records ? query.error() : records.error());
    const Result<Checkpoint> signedHead = file ? verifyCheckpoint(*file, key) : fail(ErrorCode::FileMissing);
    query->bind(1, signedHead ? static_cast<qint64>(signedHead->size) : -1);
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    const auto wrong = [](quint64 sequence, const QString& reason) {
        return std::optional(AuditFault{sequence, reason});
    };
    // The very first checkpoint reaches the file after the database: a kill between the two is no fault.
    if (!file && query->integer(0) > 1)
        return wrong(0, u"the checkpoint file is missing"_s);
    if (!file)
        return std::optional<AuditFault>();
    if (!signedHead)
        return wrong(0, u"the checkpoint file does not fit this log: "_s + signedHead.error().detail);
    if (signedHead->size > *records) {
        return wrong(*records, u"the end of the log is missing: %1 records were signed, %2 are left"_s
                                   .arg(signedHead->size)
                                   .arg(*records));
    }
    if (query->blob(1) != *file) {
        return wrong(signedHead->size ? signedHead->size - 1 : 0,
                     u"the checkpoint file and the log's own checkpoint differ"_s);
    }
    return std::optional<AuditFault>();
}

QString verifierKeyPath(const QString& checkpointFile) {
    return checkpointFile + ".vkey"_L1;
}

} // namespace madoguchi
