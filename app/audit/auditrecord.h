// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One entry of the log (操作履歴). What is encoded is what is hashed: deterministic CBOR (RFC 8949 4.2) with
// integer map keys, at most 65,535 bytes. Values typed into fields never appear here, only ids and counts.
// A value; any thread.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace madoguchi {

enum class AuditPhase {
    Event = 0,   ///< something that happened: a screen shown, a card refused, the program's start
    Attempt = 1, ///< an action is about to run
    Outcome = 2, ///< how the attempt ended
};

enum class AuditOutcome {
    None = 0, ///< attempts, and events that can't fail
    Done = 1,
    Refused = 2, ///< a rule or a permission said no
    Failed = 3,  ///< something broke; `details["error"]` has the ErrorCode's name
};

struct AuditRecord {
    // Set by AuditWriter
    quint64 sequence = 0; ///< from 0, without gaps: also the leaf's index in the tree
    QDateTime time = {};  ///< UTC, milliseconds
    qint64 sinceBoot = 0; ///< milliseconds; shows a clock that was set
    QByteArray bootId = {};
    QString terminal = {};
    /// 32 bytes: root of the checkpoint over all records before this one. Empty when none was signed there.
    QByteArray checkpointRoot = {};
    quint64 vaultChanges = 0; ///< how often the vault was changed so far; 0 where the record does not say it
    quint64 registerChanges = 0; ///< the same of the register: all of station.db but the log

    // Set by the caller
    QString session = {};    ///< session id; empty outside one
    QString operatorId = {}; ///< empty when nobody is logged in
    QString card = {};       ///< register id of the operator card; empty when unknown
    QString action = {};     ///< catalogue name, such as "draft.save"
    AuditPhase phase = AuditPhase::Event;
    AuditOutcome outcome = AuditOutcome::None;
    quint64 attempt = 0; ///< for an Outcome: the attempt's sequence
    QString target = {}; ///< "draft:<id>", "card:<id>", "screen:<name>"; empty for none
    QMap<QString, QString> details = {};

    bool operator==(const AuditRecord&) const = default;
};

/// Errors: InputTooLarge.
Result<QByteArray> encode(const AuditRecord& record);
/// Refuses anything that encode() would not have written byte for byte. Errors: RecordCorrupt.
Result<AuditRecord> decodeAuditRecord(QByteArrayView bytes);

} // namespace madoguchi
