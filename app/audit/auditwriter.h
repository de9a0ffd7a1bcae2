// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The only way into the log. append() returns when the record is durable; after any failure the writer is
// broken and refuses everything, because an action that can't be recorded must not happen. It signs a
// checkpoint every 1,000 records and whenever asked. Main thread.
#pragma once

#include "app/audit/auditrecord.h"
#include "app/audit/checkpoint.h"
#include "app/base/clock.h"
#include "app/storage/database.h"

#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

class AuditWriter {
public:
    /// A checkpoint stands at every multiple of this, besides those that were asked for.
    static constexpr quint64 RecordsPerCheckpoint = 1000;

    /// Opens the log inside the station's database (tables are made by AuditWriter's migrations), checks its
    /// tail against the last checkpoint, appends "program.unclean-stop" when the last run did not end with
    /// stop(), then "program.start", and signs a checkpoint.
    /// `checkpointFile` is written anew, durably, at every checkpoint, so that a database rolled back to an
    /// older state is noticed; the log's public key is written once to `<checkpointFile>.vkey`.
    /// Each record says how often the register beside the log was changed, when that is a new number; see
    /// registersum.h, whose checkRegister() is to be asked before.
    /// `database` and `clock` must outlive the writer, and `database` must stay where it is.
    /// Errors: RecordCorrupt, RecordFailed, DatabaseFailed, DatabaseCorrupt, DatabaseVersionUnknown,
    /// FileUnreadable, FileUnwritable.
    static Result<std::unique_ptr<AuditWriter>> open(Database& database, const Clock& clock,
                                                     const QString& terminal, const QString& checkpointFile);
    ~AuditWriter();

    /// Gives the record's sequence. Not to be called inside a Transaction of the same database.
    /// Errors: RecordFailed (always, once broken or stopped); InputTooLarge, which does not break the writer.
    Result<quint64> append(AuditRecord record);
    /// For one step that has several records, or a change in the same database: all of it becomes durable
    /// together, or nothing. `change` runs first and may join the transaction; its error is given back,
    /// nothing was recorded and the writer goes on. With `Head::Signed` the new tree head is signed too, as
    /// by checkpoint(). Errors also: those of append() and of `change`.
    enum class Head { Unsigned, Signed };
    Result<> appendTogether(const QList<AuditRecord>& records, const std::function<Result<>()>& change = {},
                            Head head = Head::Unsigned);
    /// Signs the present tree head; does nothing when it is signed already. Errors: RecordFailed.
    Result<> checkpoint();
    /// Appends "program.stop" and signs the last checkpoint: a clean end, after which nothing is accepted.
    /// Without it the next open() records an unclean stop. Errors: RecordFailed.
    Result<> stop();
    bool isBroken() const;

    /// How often the vault was changed so far; nothing when that can't be told at the moment.
    using VaultChanges = std::function<std::optional<quint64>()>;
    /// From now on `changes` is asked at every append, and a record says the answer when it is a new one, as
    /// does each record after a checkpoint. An empty function ends it; the last one is asked once more then.
    void watchVault(VaultChanges changes);
    /// The newest answer that is known, also from earlier runs; 0 without one.
    quint64 vaultChanges() const;
    /// The latest time at which anybody is on record; see LatestTime. Null: nobody is.
    QDateTime latestTime() const;
    /// What the last checkpoint signed.
    Checkpoint signedHead() const;

private:
    struct State;
    explicit AuditWriter(std::unique_ptr<State> state);
    Result<> begin(const QString& lastAction);
    bool isDue() const;
    Result<> requireUsable() const;
    Result<QByteArray> store(const QList<AuditRecord>& records, Head head);
    Result<> publish(const QByteArray& note);
    std::unique_ptr<State> m_state;
};

} // namespace madoguchi
