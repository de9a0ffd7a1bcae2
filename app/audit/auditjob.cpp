// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditjob.h"

#include "app/audit/auditlog.h"
#include "app/storage/durablefile.h"

#include <QElapsedTimer>
#include <QSaveFile>
#include <QThread>

namespace madoguchi {
namespace {

constexpr int ProgressEveryMs = 50;

/// Stops accepting when the job was cancelled: the only way into an export that runs.
class CancellableFile final : public QSaveFile {
public:
    CancellableFile(const QString& path, const std::atomic<bool>& cancelled)
        : QSaveFile(path), m_cancelled(cancelled) {}

protected:
    qint64 writeData(const char* data, qint64 length) override {
        return m_cancelled ? -1 : QSaveFile::writeData(data, length);
    }

private:
    const std::atomic<bool>& m_cancelled;
};

Result<quint64> writeExport(const StationFolder& folder, AuditExportFormat format, QSaveFile& file) {
    auto database = folder.openToRead();
    if (!database)
        return fail(database.error());
    // Before the records, so that the export holds all that it covers.
    const Result<QByteArray> note = newestCheckpoint(*database);
    if (!note)
        return fail(note.error());
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Result<quint64> written = exportAuditAsAdministrator(*database, format, file);
    if (written && !file.commit())
        return fail(ErrorCode::FileUnwritable, file.errorString());
    if (!written)
        return written;
    if (const Result<> kept = writeDurably(exportCheckpointPath(file.fileName()), *note); !kept)
        return fail(kept.error());
    return written;
}

} // namespace

AuditJob::AuditJob(const StationFolder& folder, QObject* parent) : QObject(parent), m_folder(folder) {}

AuditJob::~AuditJob() {
    cancel();
    if (m_thread)
        m_thread->wait();
}

void AuditJob::cancel() {
    m_cancelled = true;
}

Result<> AuditJob::verify(const Session& session) {
    if (const Result<> allowed = session.require(Permission::VerifyAuditLog); !allowed)
        return fail(allowed.error());
    start([this] {
        QElapsedTimer sinceReport;
        AuditVerifyOptions options;
        options.checkpointFile = m_folder.checkpointFile();
        options.progress = [this, &sinceReport](quint64 done, quint64 total) {
            if (!sinceReport.isValid() || sinceReport.hasExpired(ProgressEveryMs)) {
                sinceReport.start();
                reportProgress(done, total);
            }
            return !m_cancelled;
        };
        auto database = m_folder.openToRead();
        finish<AuditVerification>(database ? verifyAuditAsAdministrator(*database, options)
                                           : Result<AuditVerification>(fail(database.error())),
                                  &AuditJob::verified);
    });
    return {};
}

Result<> AuditJob::exportLog(const Session& session, AuditExportFormat format, const QString& path) {
    if (const Result<> allowed = session.require(Permission::ExportAuditLog); !allowed)
        return fail(allowed.error());
    start([this, format, path] {
        CancellableFile file(path, m_cancelled);
        finish<quint64>(writeExport(m_folder, format, file), &AuditJob::exported);
    });
    return {};
}

void AuditJob::start(std::function<void()> work) {
    if (m_thread)
        return;
    m_cancelled = false;
    m_thread.reset(QThread::create(std::move(work)));
    m_thread->start();
}

// What the worker posts can't arrive after the job's end: its destructor waits for the worker, and Qt drops
// what is still queued for an object that is gone.
void AuditJob::reportProgress(quint64 done, quint64 total) {
    QMetaObject::invokeMethod(
        this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
}

template <class T>
void AuditJob::finish(Result<T> result, void (AuditJob::*signal)(const Result<T>&)) {
    QMetaObject::invokeMethod(
        this,
        [this, result = std::move(result), signal] {
            m_thread->wait();
            m_thread.reset();
            Q_EMIT(this->*signal)(result);
        },
        Qt::QueuedConnection);
}

} // namespace madoguchi
