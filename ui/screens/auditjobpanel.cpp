// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/auditjobpanel.h"

#include "app/audit/auditexport.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarSteps = 1000;

QString verdictName(AuditVerification::Verdict verdict) {
    switch (verdict) {
    case AuditVerification::Verdict::Intact:
        return u"intact"_s;
    case AuditVerification::Verdict::Wrong:
        return u"wrong"_s;
    case AuditVerification::Verdict::RegisterWrong:
        return u"register-wrong"_s;
    case AuditVerification::Verdict::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

AuditJobPanel::AuditJobPanel(const ScreenContext& context, const StationFolder& folder, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_progress(new QWidget)
    , m_text(pageparts::text({}))
    , m_bar(new QProgressBar)
    , m_cancel(new ActionButton(ActionId::GoBack, tr("Cancel")))
    , m_notice(new Notice(NoticeKind::Info, {}))
    , m_job(folder) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeProgress());
    column->addWidget(m_notice);
    m_progress->hide();
    m_notice->hide();
    m_notice->setCompact(true);
    hide();
    connect(m_cancel, &ActionButton::clicked, this, [this] {
        note(ActionId::GoBack, {});
        m_cancelled = true;
        m_job.cancel();
    });
    connect(&m_job, &AuditJob::progressed, this, &AuditJobPanel::showProgress);
    connect(&m_job, &AuditJob::verified, this, &AuditJobPanel::showVerification);
    connect(&m_job, &AuditJob::exported, this, &AuditJobPanel::showExport);
}

AuditJobPanel::~AuditJobPanel() {
    if (isRunning())
        note(m_action, {{u"cancelled"_s, u"yes"_s}});
}

QWidget* AuditJobPanel::makeProgress() {
    m_bar->setTextVisible(false);
    m_text->setWordWrap(false);
    auto* row = new QHBoxLayout(m_progress);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::px(16));
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    return m_progress;
}

Result<> AuditJobPanel::verify() {
    begin(ActionId::AuditVerify, tr("Verifying the log..."));
    Result<> started = m_context.actions.run({ActionId::AuditVerify}, &m_context.session,
                                             [this] { return m_job.verify(m_context.session); });
    if (!started)
        end();
    return started;
}

Result<> AuditJobPanel::exportTo(const QString& path, AuditExportFormat format) {
    m_path = path;
    begin(ActionId::AuditExport, tr("Exporting the log..."));
    const QString name = format == AuditExportFormat::Csv ? u"csv"_s : u"jsonl"_s;
    Result<> started =
        m_context.actions.run({ActionId::AuditExport, {}, {{u"format"_s, name}}}, &m_context.session,
                              [&] { return m_job.exportLog(m_context.session, format, path); });
    if (!started)
        end();
    return started;
}

namespace {

QString whereExported(const QString& path) {
    //: %1 is where the file was written
    QString text = AuditJobPanel::tr("Saved as %1").arg(QDir::toNativeSeparators(path));
    if (const QString proof = exportCheckpointPath(path); QFileInfo::exists(proof)) {
        //: %1 is a file
        text +=
            u'\n' + AuditJobPanel::tr("Keep %1 in another place than this computer: it shows later whether "
                                      "records were changed or taken away.")
                        .arg(QDir::toNativeSeparators(proof));
    }
    return text;
}

} // namespace

void AuditJobPanel::begin(ActionId action, const QString& text) {
    m_action = action;
    m_cancelled = false;
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    m_bar->setRange(0, 0); // moving until the length is known
    m_notice->hide();
    m_progress->show();
    show();
    m_cancel->setFocus(Qt::OtherFocusReason); // the button that started it is about to be disabled
    Q_EMIT runningChanged(true);
}

void AuditJobPanel::clear() {
    m_notice->hide();
    setVisible(m_progress->isVisibleTo(this));
}

void AuditJobPanel::end() {
    Q_EMIT runningChanged(false); // while "Cancel" may still have the keyboard
    m_progress->hide();
}

void AuditJobPanel::showProgress(quint64 done, quint64 total) {
    m_bar->setRange(0, BarSteps);
    m_bar->setValue(total == 0 ? 0 : static_cast<int>(done * BarSteps / total));
}

void AuditJobPanel::showVerification(const Result<AuditVerification>& result) {
    end();
    if (!result) {
        note(ActionId::AuditVerify, {{u"error"_s, errorName(result.error().code)}});
        Q_EMIT failed(result.error());
        return;
    }
    QMap<QString, QString> details{{u"verdict"_s, verdictName(result->verdict)},
                                   {u"records"_s, QString::number(result->records)},
                                   {u"checkpoints"_s, QString::number(result->checkpoints)}};
    switch (result->verdict) {
    case AuditVerification::Verdict::Intact:
        say(NoticeKind::Success, tr("%1 records and %2 signatures were checked. Nothing is wrong.")
                                     .arg(result->records)
                                     .arg(result->checkpoints));
        break;
    case AuditVerification::Verdict::Wrong:
        details.insert(u"first-wrong"_s, QString::number(result->fault.sequence));
        say(NoticeKind::Error, tr("The log is wrong at record %1.").arg(result->fault.sequence),
            tr("%1 records before it are intact. Change nothing, and tell whoever is responsible for this "
               "office's audits.")
                    .arg(result->records) +
                u'\n' + tr("Technical reason: %1").arg(result->fault.reason));
        break;
    case AuditVerification::Verdict::RegisterWrong:
        say(NoticeKind::Error,
            tr("The log is intact, but operators, cards, locks or settings are not as they were written "
               "last."),
            tr("Somebody may have put them back to an older state. Change nothing, and tell whoever is "
               "responsible for this office's audits.") +
                u'\n' + tr("Technical reason: %1").arg(result->fault.reason));
        break;
    case AuditVerification::Verdict::Cancelled:
        say(NoticeKind::Info, tr("Verifying was cancelled after %1 records.").arg(result->records));
        break;
    }
    note(ActionId::AuditVerify, details);
}

void AuditJobPanel::showExport(const Result<quint64>& result) {
    end();
    if (result) {
        note(ActionId::AuditExport, {{u"records"_s, QString::number(*result)}});
        say(NoticeKind::Success, tr("%1 records were exported.").arg(*result), whereExported(m_path));
        return;
    }
    note(ActionId::AuditExport,
         {{u"error"_s, m_cancelled ? u"cancelled"_s : errorName(result.error().code)}});
    if (m_cancelled) {
        say(NoticeKind::Info, tr("Exporting was cancelled. No file was written."));
    } else {
        Q_EMIT failed(result.error());
    }
}

void AuditJobPanel::say(NoticeKind kind, const QString& title, const QString& text) {
    m_notice->say(kind, title, text);
    m_notice->show();
}

void AuditJobPanel::note(ActionId id, const QMap<QString, QString>& details) {
    const Result<> noted = m_context.actions.note({id, {}, details}, &m_context.session);
    if (!noted)
        Q_EMIT failed(noted.error());
}

} // namespace madoguchi
