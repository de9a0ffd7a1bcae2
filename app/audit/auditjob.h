// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Verifies or exports a long log on a worker with its own read-only connection, with progress and cancel,
// while people go on working and recording. Ending the job's life, as a lock does, cancels it and waits for
// the few milliseconds until it has noticed; its answer is dropped then. Main thread.
#pragma once

#include "app/audit/auditexport.h"
#include "app/audit/auditverifier.h"
#include "app/station/stationfolder.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

QT_FORWARD_DECLARE_CLASS(QThread)

namespace madoguchi {

class AuditJob final : public QObject {
    Q_OBJECT
public:
    explicit AuditJob(const StationFolder& folder, QObject* parent = nullptr);
    ~AuditJob() override;

    // One job at a time; another start does nothing while one runs. Errors: PermissionDenied, SessionEnded.

    /// VerifyAuditLog. Ends with verified().
    Result<> verify(const Session& session);
    /// ExportAuditLog. Ends with exported(). `path` is replaced as a whole when everything was written, and
    /// left as it was otherwise; only the user may read it. The log's newest checkpoint goes to
    /// exportCheckpointPath(path).
    Result<> exportLog(const Session& session, AuditExportFormat format, const QString& path);
    void cancel();
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    void progressed(quint64 done, quint64 total);
    /// Errors: as for verifyAudit(), and those of Database::open().
    void verified(const madoguchi::Result<madoguchi::AuditVerification>& result);
    /// The number of records. FileUnwritable too when it was cancelled.
    void exported(const madoguchi::Result<quint64>& result);

private:
    void start(std::function<void()> work);
    void reportProgress(quint64 done, quint64 total);
    template <class T>
    void finish(Result<T> result, void (AuditJob::*signal)(const Result<T>&));

    StationFolder m_folder;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_cancelled = false;
};

} // namespace madoguchi
