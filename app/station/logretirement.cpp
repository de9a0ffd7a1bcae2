// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/logretirement.h"

#include "app/actions/actioncatalogue.h"
#include "app/audit/auditlog.h"
#include "app/audit/registersum.h"
#include "app/station/stationlock.h"
#include "app/storage/durablefile.h"
#include "app/storage/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ChunkBytes = 1024LL * 1024;
// Far below what a record holds: it must not fail when the old log's files are gone already.
constexpr qsizetype LongestReason = 1000;

/// "<SHA-256 in hex> <bytes>".
Result<QString> sumOf(QFile& file) {
    Sha256 hash;
    hash.begin();
    qint64 size = 0;
    while (!file.atEnd()) {
        const QByteArray chunk = file.read(ChunkBytes);
        if (chunk.isEmpty())
            return fail(ErrorCode::FileUnreadable, file.fileName() + u": "_s + file.errorString());
        hash.add(chunk);
        size += chunk.size();
    }
    return u"%1 %2"_s.arg(QString::fromLatin1(viewOf(hash.finish()).toByteArray().toHex())).arg(size);
}

Result<QString> copyDurably(const QString& from, const QString& to) {
    QFile source(from);
    if (!source.copy(to))
        return fail(ErrorCode::FileUnwritable, to + u": "_s + source.errorString());
    QFile copy(to);
    if (!copy.open(QIODevice::ReadOnly) || ::fsync(copy.handle()) != 0)
        return fail(ErrorCode::FileUnwritable, to + u": "_s + copy.errorString());
    return sumOf(copy);
}

Result<QString> makeEvidenceFolder(const StationFolder& folder, const Clock& clock) {
    const QString start =
        folder.path() + u"/retired-log-"_s + clock.now().toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString path = start;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = u"%1-%2"_s.arg(start).arg(number);
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0)
        return fail(ErrorCode::FileUnwritable, path);
    return path;
}

// The log's files as they are, before anything opens them; what is missing is part of the evidence.
Result<QMap<QString, QString>> keepEvidence(const StationFolder& folder, const QString& evidence) {
    QMap<QString, QString> sums;
    const QString database = folder.stationDatabase();
    for (const QString& path : {database, database + u"-wal"_s, database + u".head"_s,
                                folder.checkpointFile(), verifierKeyPath(folder.checkpointFile())}) {
        if (!QFileInfo::exists(path))
            continue;
        const QString name = QFileInfo(path).fileName();
        const Result<QString> sum = copyDurably(path, evidence + u'/' + name);
        if (!sum)
            return fail(sum.error());
        sums.insert(name, *sum);
    }
    if (const Result<> synced = syncFolderOf(evidence + u"/station.db"_s); !synced)
        return fail(synced.error());
    if (const Result<> synced = syncFolderOf(evidence); !synced)
        return fail(synced.error());
    return sums;
}

// Before the tables are gone for good: until then a missing checkpoint file is a fault that leads here again.
Result<> removeCheckpointFiles(const StationFolder& folder) {
    for (const QString& path : {folder.checkpointFile(), verifierKeyPath(folder.checkpointFile())}) {
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return fail(ErrorCode::FileUnwritable, path);
    }
    return syncFolderOf(folder.checkpointFile());
}

// Together: a register that was accepted without a new log would leave no trace of it.
Result<> beginAnew(Database& database, const StationFolder& folder, AuditRecord first) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> replaced = replaceAuditLog(database, std::move(first)); !replaced)
        return replaced;
    if (Result<> accepted = registerSum(database).accept(); !accepted)
        return accepted;
    if (Result<> removed = removeCheckpointFiles(folder); !removed)
        return removed;
    return transaction->commit();
}

} // namespace

Result<QString> retireLog(const StationFolder& folder, const QString& reason, const Clock& clock) {
    if (reason.trimmed().isEmpty() || reason.size() > LongestReason) {
        return fail(ErrorCode::InputInvalid,
                    u"a reason of 1 to %1 characters is needed"_s.arg(LongestReason));
    }
    const Result<SecretBytes> key = folder.terminalKey();
    if (!key)
        return fail(key.error());
    const Result<StationLock> lock = StationLock::take(folder.lockFile());
    if (!lock)
        return fail(lock.error());
    Result<QString> evidence = makeEvidenceFolder(folder, clock);
    if (!evidence)
        return evidence;
    const auto sums = keepEvidence(folder, *evidence);
    if (!sums)
        return fail(sums.error());
    if (!QFileInfo::exists(folder.stationDatabase())) // else it would be made anew
        return fail(ErrorCode::FileMissing, folder.stationDatabase());
    Result<Database> database = Database::open(folder.stationDatabase(), *key, Database::Access::ReadWrite);
    if (!database)
        return fail(database.error());
    AuditRecord first;
    first.action = QString::fromLatin1(actionEntry(ActionId::LogRetire).name);
    first.outcome = AuditOutcome::Done;
    first.details = *sums;
    first.details.insert({{u"reason"_s, reason}, {u"via"_s, u"console"_s}});
    first.details.insert(u"evidence"_s, QFileInfo(*evidence).fileName());
    if (const Result<> begun = beginAnew(*database, folder, std::move(first)); !begun)
        return fail(begun.error());
    return evidence;
}

} // namespace madoguchi
