// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditwriter.h"

#include "app/audit/auditlog.h"
#include "app/audit/latesttime.h"
#include "app/audit/registersum.h"
#include "app/storage/durablefile.h"
#include "app/storage/transaction.h"

#include <QFile>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// Names of app/actions/actioncatalogue.cpp, which this folder does not include.
constexpr QLatin1StringView ProgramStart = "program.start"_L1;
constexpr QLatin1StringView ProgramStop = "program.stop"_L1;
constexpr QLatin1StringView ProgramUncleanStop = "program.unclean-stop"_L1;

tl::unexpected<Error> corrupt(const AuditFault& fault) {
    return fail(ErrorCode::RecordCorrupt, u"record %1: %2"_s.arg(fault.sequence).arg(fault.reason));
}

struct Tail {
    MerkleRange range;
    quint64 signedSize = 0; ///< records under the last checkpoint
    QString lastAction;     ///< of the last record; empty without one
};

// The last checkpoint is verified by its signature; what it covers is left to AuditVerifier.
Result<Tail> readLastCheckpoint(Database& database, const LogVerifierKey& key) {
    Result<Statement> query =
        database.prepare("SELECT size, note, peaks FROM checkpoint ORDER BY size DESC LIMIT 1");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    Tail tail;
    if (!*row)
        return tail;
    auto checkpoint = checkCheckpointRow(*query, key);
    if (!checkpoint)
        return corrupt(checkpoint.error());
    tail.signedSize = checkpoint->size;
    tail.range = std::move(checkpoint->range);
    return tail;
}

// From the last signed record on, so that its action is known too.
Result<Tail> readTail(Database& database, const LogVerifierKey& key) {
    Result<Tail> tail = readLastCheckpoint(database, key);
    if (!tail)
        return tail;
    const QByteArray sql =
        QByteArray("SELECT ") + AuditRowColumns + " FROM record WHERE sequence >= ?1 ORDER BY sequence";
    Result<Statement> rows = database.prepare(sql.constData());
    if (!rows)
        return fail(rows.error());
    quint64 expected = tail->signedSize ? tail->signedSize - 1 : 0;
    rows->bind(1, static_cast<qint64>(expected));
    Sha256 hash;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step(), ++expected) {
        const auto checked = checkAuditRow(*rows, expected, hash);
        if (!checked)
            return corrupt(checked.error());
        if (expected >= tail->signedSize) {
            if (const auto fault = namedCheckpointFault(checked->record, tail->range, tail->signedSize))
                return corrupt(*fault);
            tail->range.append(checked->leaf);
        }
        tail->lastAction = checked->record.action;
    }
    if (!row)
        return fail(row.error());
    if (expected < tail->signedSize)
        return corrupt({expected, u"the end of the log is missing"_s});
    return tail;
}

Result<> publishVerifierKey(const LogVerifierKey& key, const QString& checkpointFile) {
    QFile file(verifierKeyPath(checkpointFile));
    const QByteArray text = key.text().toUtf8() + '\n';
    if (file.exists() && file.open(QIODevice::ReadOnly)) {
        if (file.readAll() != text)
            return corrupt({0, u"the published verifier key is not this log's"_s});
        return {};
    }
    return writeDurably(file.fileName(), text, FileReaders::Everybody);
}

/// How often the register was changed; nothing in a database that has only a log.
Result<std::optional<Statement>> registerCount(Database& database) {
    const Result<bool> there = registerSum(database).exists();
    if (!there || !*there)
        return there ? Result<std::optional<Statement>>(std::nullopt) : fail(there.error());
    Result<Statement> count = database.prepare("SELECT changes FROM content_sum");
    if (!count)
        return fail(count.error());
    return std::optional(*std::move(count));
}

} // namespace

// After a failure it may be ahead of the disk: then the writer is broken and nothing looks at it any more.
struct AuditWriter::State {
    Database* database;
    const Clock* clock;
    QString terminal;
    QString checkpointFile;
    LogVerifierKey name;
    SigningKey key;
    Statement insert;
    std::optional<Statement> registerCount;
    MerkleRange range;
    quint64 signedSize;
    ChangeCounts known; ///< the newest
    ChangeCounts said;  ///< the newest on record
    LatestTime latest;
    Sha256Digest signedRoot = {};
    VaultChanges vault = {};
    Sha256 hash = {};
    bool broken = false;
    bool stopped = false;

    // Everything after a failure is refused: whether the failed write is on the disk is not known.
    tl::unexpected<Error> breakWith(const Error& error) {
        broken = true;
        return fail(ErrorCode::RecordFailed, toString(error));
    }

    void askVault() {
        if (vault)
            known.vault = std::max(known.vault, vault().value_or(0));
    }

    // Within the record's transaction, so that it says what becomes durable with it too.
    Result<> askRegister() {
        if (!registerCount)
            return {};
        const Result<bool> row = registerCount->step();
        if (row && *row)
            known.registered = static_cast<quint64>(registerCount->integer(0));
        registerCount->reset();
        return row ? Result<>() : fail(row.error());
    }

    void complete(AuditRecord& record) {
        record.sequence = range.size();
        record.time = QDateTime::fromMSecsSinceEpoch(clock->now().toMSecsSinceEpoch()).toUTC();
        record.sinceBoot = clock->sinceBoot().count();
        record.bootId = clock->bootId();
        record.terminal = terminal;
        // Whoever takes the checkpoint's row away, or puts another there, has this record against him.
        const bool followsCheckpoint = signedSize > 0 && range.size() == signedSize;
        if (followsCheckpoint)
            record.checkpointRoot = viewOf(range.root()).toByteArray();
        askVault();
        if (followsCheckpoint || known.vault != said.vault)
            record.vaultChanges = known.vault;
        if (followsCheckpoint || known.registered != said.registered)
            record.registerChanges = known.registered;
    }

    Result<> store(AuditRecord record) {
        if (Result<> asked = askRegister(); !asked)
            return asked;
        complete(record);
        const Result<QByteArray> body = encode(record);
        if (!body)
            return fail(body.error());
        const Sha256Digest leaf = leafHash(hash, *body);
        insert.bind(1, static_cast<qint64>(record.sequence))
            .bind(2, *body)
            .bind(3, viewOf(leaf).toByteArray());
        insert.bind(4, record.time.toMSecsSinceEpoch()).bind(5, record.operatorId).bind(6, record.action);
        if (Result<> stored = insert.bind(7, record.target).run(); !stored)
            return stored;
        range.append(leaf);
        said = known;
        latest.note(record);
        return {};
    }

    Result<QByteArray> storeCheckpoint() {
        Result<QByteArray> note = signCheckpoint({name.name(), range.size(), range.root()}, name, key);
        if (!note)
            return note;
        Result<Statement> row = database->prepare("INSERT INTO checkpoint VALUES (?1, ?2, ?3)");
        if (!row)
            return fail(row.error());
        row->bind(1, static_cast<qint64>(range.size())).bind(2, *note).bind(3, range.peaks());
        if (const Result<> stored = row->run(); !stored)
            return fail(stored.error());
        signedSize = range.size();
        signedRoot = range.root();
        return note;
    }
};

AuditWriter::AuditWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AuditWriter::~AuditWriter() = default;

Result<std::unique_ptr<AuditWriter>> AuditWriter::open(Database& database, const Clock& clock,
                                                       const QString& terminal,
                                                       const QString& checkpointFile) {
    if (Result<> prepared = prepareAuditLog(database); !prepared)
        return fail(prepared.error());
    Result<LogVerifierKey> name = logVerifierKey(database);
    Result<SigningKey> key = logSigningKey(database);
    if (!name || !key)
        return fail(name ? key.error() : name.error());
    const Result<std::optional<QByteArray>> file = readCheckpointFile(checkpointFile);
    if (!file)
        return fail(file.error());
    const Result<std::optional<AuditFault>> fault = compareCheckpointFile(database, *name, *file);
    if (!fault)
        return fail(fault.error());
    if (*fault)
        return corrupt(**fault);
    Result<Tail> tail = readTail(database, *name);
    Result<Statement> insert = database.prepare("INSERT INTO record VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!tail || !insert)
        return fail(tail ? insert.error() : tail.error());
    auto registered = registerCount(database);
    const Result<ChangeCounts> said = saidChanges(database);
    if (!registered || !said)
        return fail(registered ? said.error() : registered.error());
    const Result<LatestTime> latest = LatestTime::of(database);
    if (!latest)
        return fail(latest.error());
    if (Result<> published = publishVerifierKey(*name, checkpointFile); !published)
        return fail(published.error());
    std::unique_ptr<AuditWriter> writer(new AuditWriter(std::unique_ptr<State>(new State{
        &database, &clock, terminal, checkpointFile, *std::move(name), *std::move(key), *std::move(insert),
        *std::move(registered), std::move(tail->range), tail->signedSize, *said, *said, *latest})));
    if (Result<> begun = writer->begin(tail->lastAction); !begun)
        return fail(begun.error());
    return writer;
}

Result<> AuditWriter::begin(const QString& lastAction) {
    // A kill may have come between a thousandth record and its checkpoint, which the verifier asks for.
    if (isDue()) {
        if (Result<> signedHead = checkpoint(); !signedHead)
            return signedHead;
    }
    if (!lastAction.isEmpty() && lastAction != ProgramStop) {
        if (const Result<quint64> noted = append({.action = ProgramUncleanStop}); !noted)
            return fail(noted.error());
    }
    if (m_state->range.size() == 0) {
        Result<std::optional<AuditRecord>> beginning = beginningOfLog(*m_state->database);
        if (!beginning)
            return fail(beginning.error());
        if (*beginning) {
            if (const Result<quint64> noted = append(**std::move(beginning)); !noted)
                return fail(noted.error());
        }
    }
    if (const Result<quint64> started =
            append({.action = ProgramStart, .details = m_state->latest.forStart()});
        !started)
        return fail(started.error());
    return checkpoint();
}

bool AuditWriter::isDue() const {
    const quint64 size = m_state->range.size();
    return size > m_state->signedSize && size % RecordsPerCheckpoint == 0;
}

Result<quint64> AuditWriter::append(AuditRecord record) {
    const quint64 sequence = m_state->range.size();
    if (const Result<> appended = appendTogether({std::move(record)}); !appended)
        return fail(appended.error());
    return sequence;
}

Result<> AuditWriter::requireUsable() const {
    const State& state = *m_state;
    if (state.broken || state.stopped)
        return fail(ErrorCode::RecordFailed, state.broken ? u"the log is broken"_s : u"the log was closed"_s);
    if (!sqlite3_get_autocommit(state.database->handle()))
        return fail(ErrorCode::RecordFailed, u"a record inside a transaction would not be durable"_s);
    return {};
}

Result<> AuditWriter::appendTogether(const QList<AuditRecord>& records,
                                     const std::function<Result<>()>& change, Head head) {
    State& state = *m_state;
    if (Result<> usable = requireUsable(); !usable)
        return usable;
    Result<Transaction> transaction = Transaction::begin(*state.database);
    if (!transaction)
        return state.breakWith(transaction.error());
    if (change) {
        if (Result<> changed = change(); !changed)
            return changed;
    }
    const quint64 size = state.range.size();
    const quint64 signedSize = state.signedSize;
    const Sha256Digest signedRoot = state.signedRoot;
    const ChangeCounts said = state.said;
    const LatestTime latest = state.latest;
    const QByteArray peaks = state.range.peaks();
    const Result<QByteArray> note = store(records, head);
    if (!note && note.error().code == ErrorCode::InputTooLarge) { // leaves no trace
        state.range = *MerkleRange::fromPeaks(size, peaks);
        state.signedSize = signedSize;
        state.signedRoot = signedRoot;
        state.said = said;
        state.latest = latest;
        return fail(note.error());
    }
    if (!note)
        return state.breakWith(note.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return state.breakWith(committed.error());
    return note->isEmpty() ? Result<>() : publish(*note);
}

// Gives the note of the last checkpoint that was stored too; empty without one.
Result<QByteArray> AuditWriter::store(const QList<AuditRecord>& records, Head head) {
    QByteArray note;
    for (const AuditRecord& record : records) {
        if (const Result<> stored = m_state->store(record); !stored)
            return fail(stored.error());
        if (!isDue() && (head == Head::Unsigned || &record != &records.constLast()))
            continue;
        Result<QByteArray> signedHead = m_state->storeCheckpoint();
        if (!signedHead)
            return signedHead;
        note = *std::move(signedHead);
    }
    return note;
}

Result<> AuditWriter::checkpoint() {
    State& state = *m_state;
    if (state.broken)
        return fail(ErrorCode::RecordFailed, u"the log is broken"_s);
    if (state.range.size() == state.signedSize)
        return {};
    const Result<QByteArray> note = state.storeCheckpoint();
    return note ? publish(*note) : state.breakWith(note.error());
}

// What follows a stored checkpoint: the copy outside of the database.
Result<> AuditWriter::publish(const QByteArray& note) {
    State& state = *m_state;
    if (const Result<> written = writeDurably(state.checkpointFile, note, FileReaders::Everybody); !written)
        return state.breakWith(written.error());
    return {};
}

Result<> AuditWriter::stop() {
    if (m_state->stopped)
        return {};
    if (const Result<quint64> noted = append({.action = ProgramStop}); !noted)
        return fail(noted.error());
    m_state->stopped = true;
    return checkpoint();
}

bool AuditWriter::isBroken() const {
    return m_state->broken;
}

void AuditWriter::watchVault(VaultChanges changes) {
    m_state->askVault();
    m_state->vault = std::move(changes);
}

quint64 AuditWriter::vaultChanges() const {
    return m_state->known.vault;
}

QDateTime AuditWriter::latestTime() const {
    return m_state->latest.value();
}

Checkpoint AuditWriter::signedHead() const {
    return {m_state->name.name(), m_state->signedSize, m_state->signedRoot};
}

} // namespace madoguchi
