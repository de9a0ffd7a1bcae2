// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Verifying and exporting the log: the worker's progress, cancelling it, and what it found. GUI thread.
#pragma once

#include "app/audit/auditjob.h"
#include "ui/screens/screen.h"
#include "ui/widgets/notice.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace madoguchi {

class ActionButton;

class AuditJobPanel final : public QWidget {
    Q_OBJECT
public:
    AuditJobPanel(const ScreenContext& context, const StationFolder& folder, QWidget* parent = nullptr);
    /// What runs is cancelled, and recorded so.
    ~AuditJobPanel() override;

    // Errors of both: PermissionDenied, SessionEnded. The way it ended is recorded too.
    Result<> verify();
    Result<> exportTo(const QString& path, AuditExportFormat format);
    bool isRunning() const { return m_job.isRunning(); }

    /// Takes the last result away, which needs room; not what is running.
    void clear();

Q_SIGNALS:
    /// The buttons may start another one, or not.
    void runningChanged(bool running);
    void failed(const madoguchi::Error& error);

private:
    QWidget* makeProgress();
    void begin(ActionId action, const QString& text);
    void end();
    void showProgress(quint64 done, quint64 total);
    void showVerification(const Result<AuditVerification>& result);
    void showExport(const Result<quint64>& result);
    void say(NoticeKind kind, const QString& title, const QString& text = {});
    void note(ActionId id, const QMap<QString, QString>& details);

    ScreenContext m_context;
    QWidget* m_progress;
    QLabel* m_text;
    QProgressBar* m_bar;
    ActionButton* m_cancel;
    Notice* m_notice;
    ActionId m_action = ActionId::AuditVerify; ///< of the job that ran last
    QString m_path;
    bool m_cancelled = false;
    AuditJob m_job; // last: its worker ends before what its signals reach
};

} // namespace madoguchi
