// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/auditscreen.h"

#include "app/audit/auditfacts.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/auditfilterbar.h"
#include "ui/screens/auditjobpanel.h"
#include "ui/screens/audittext.h"
#include "ui/screens/exportplace.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pagestack.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { NumberColumn, TimeColumn, OperatorColumn, ActionColumn, OutcomeColumn, TargetColumn };

QStringList rowOf(const AuditRecord& record, const RecordWords& words) {
    return {QString::number(record.sequence), clocktext::inList(record.time), record.operatorId,
            auditActionText(record.action),   auditOutcomeText(record),       words.target(record.target)};
}

QIcon iconOf(AuditOutcome outcome) {
    if (outcome == AuditOutcome::Refused)
        return icon(IconShape::Warning, QColor(theme::colour::warning));
    if (outcome == AuditOutcome::Failed)
        return icon(IconShape::Error, QColor(theme::colour::errorText));
    return {};
}

} // namespace

AuditScreen::AuditScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_words(context.station.procedures().procedures(), context.station.purposes())
    , m_pages(new PageStack(this))
    , m_filters(new AuditFilterBar(context.station.clock().now().toLocalTime().date()))
    , m_table(new ListTable(tr("Records"), {tr("Number"), tr("Time"), tr("Operator"), tr("Action"),
                                            tr("Outcome"), tr("Target")}))
    , m_range(pageparts::text({}, theme::TextRole::Supporting))
    , m_job(new AuditJobPanel(context, context.station.folder()))
    , m_record(new FactList)
    , m_newer(new ActionButton(ActionId::AuditView, tr("Newer records")))
    , m_older(new ActionButton(ActionId::AuditView, tr("Older records")))
    , m_verify(new ActionButton(ActionId::AuditVerify, tr("Verify"), ButtonKind::Primary))
    , m_csv(new ActionButton(ActionId::AuditExport, tr("Export as CSV")))
    , m_json(new ActionButton(ActionId::AuditExport, tr("Export as JSON Lines")))
    , m_back(new ActionButton(ActionId::GoBack, tr("Back to the list"))) {
    m_table->setObjectName(u"records"_s);
    m_table->setEmptyText(tr("No record fits. Change the filters and search again."));
    m_table->setColumnSample(NumberColumn, u"0000000"_s);
    m_table->setColumnSample(TimeColumn, u"2026/11/21 14:00:00"_s);
    m_table->setColumnSample(OperatorColumn, u"operator1"_s);
    m_table->setColumnSample(OutcomeColumn, u"MM refused"_s);
    m_csv->setObjectName(u"csv"_s);
    m_json->setObjectName(u"json"_s);
    if (!pageparts::isWide())
        m_table->hideColumn(TargetColumn); // the details have it
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeDetails());
    join();
}

QWidget* AuditScreen::makeList() {
    auto* page = new QWidget;
    auto* searching = new ActionButton(ActionId::AuditSearch, tr("Search"), ButtonKind::Primary);
    auto* clearing = new ActionButton(ActionId::FilterChange, tr("Clear filters"));
    connect(searching, &ActionButton::clicked, this, &AuditScreen::search);
    connect(clearing, &ActionButton::clicked, this, &AuditScreen::clearFilters);
    auto* column = pageparts::column(page);
    // Beside the filters where there is room: the height is for the records.
    const bool wide = pageparts::isWide();
    auto* above = new QBoxLayout(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    auto* searches = new QBoxLayout(wide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    above->setSpacing(theme::px(16));
    searches->setSpacing(theme::px(wide ? 8 : 16));
    if (wide)
        searches->addStretch();
    searches->addWidget(searching);
    searches->addWidget(clearing);
    above->addWidget(m_filters, 1);
    above->addLayout(searches);
    column->addLayout(above);
    column->addWidget(m_range);
    column->addWidget(m_table, 1);
    column->addWidget(m_job);
    column->addWidget(makeButtons());
    return page;
}

QWidget* AuditScreen::makeButtons() {
    auto* bar = new QWidget;
    auto* grid = new QGridLayout(bar);
    grid->setContentsMargins(0, 0, 0, 0);
    const int perRow = pageparts::isWide() ? 5 : 2;
    int place = 0;
    for (ActionButton* button : {m_newer, m_older, m_verify, m_csv, m_json}) {
        grid->addWidget(button, place / perRow, place % perRow);
        ++place;
    }
    return bar;
}

QWidget* AuditScreen::makeDetails() {
    auto* page = new QWidget;
    auto* column = pageparts::column(page);
    // Above what it leaves: the page begins at its beginning, as it has the keyboard.
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_record);
    column->addStretch();
    return page;
}

void AuditScreen::join() {
    connect(m_table, &ListTable::rowOpened, this, &AuditScreen::openRecord);
    connect(m_newer, &ActionButton::clicked, this, &AuditScreen::newer);
    connect(m_older, &ActionButton::clicked, this, &AuditScreen::older);
    connect(m_back, &ActionButton::clicked, this, &AuditScreen::closeRecord);
    for (ActionButton* button : {m_verify, m_csv, m_json})
        connect(button, &ActionButton::clicked, this, [this, button] { m_starter = button; });
    connect(m_verify, &ActionButton::clicked, this, [this] { report(m_job->verify()); });
    connect(m_csv, &ActionButton::clicked, this, [this] { exportLog(AuditExportFormat::Csv); });
    connect(m_json, &ActionButton::clicked, this, [this] { exportLog(AuditExportFormat::JsonLines); });
    connect(m_job, &AuditJobPanel::failed, this, &AuditScreen::failed);
    connect(m_job, &AuditJobPanel::runningChanged, this, [this](bool running) {
        for (ActionButton* button : {m_verify, m_csv, m_json})
            button->setEnabled(!running);
        // Back to where the keyboard came from, unless it went elsewhere in the meantime.
        if (!running && m_starter != nullptr && m_job->isAncestorOf(QApplication::focusWidget()))
            m_starter->setFocus(Qt::OtherFocusReason);
    });
    connect(m_filters, &AuditFilterBar::fieldChanged, this, [this](const QString& field) {
        report(context().actions.note({ActionId::FilterChange, u"field:"_s + field}, &context().session));
    });
}

Result<> AuditScreen::load() {
    return goTo({});
}

void AuditScreen::search() {
    m_job->clear();
    const std::optional<AuditFilter> filter = m_filters->filter();
    if (!filter)
        return;
    report(goTo({.filter = *filter, .details = m_filters->details()}));
    m_table->setFocus(Qt::OtherFocusReason);
}

void AuditScreen::clearFilters() {
    if (!note({ActionId::FilterChange, {}, {{u"reset"_s, u"yes"_s}}}))
        return;
    m_filters->clear();
    search();
}

Result<> AuditScreen::goTo(Place place) {
    ActionCall call{place.details.isEmpty() ? ActionId::AuditView : ActionId::AuditSearch};
    call.details = place.details;
    const std::optional<quint64> start = place.starts.constLast();
    if (start)
        call.details.insert(u"before"_s, QString::number(*start));
    Result<AuditPage> page = run(call, [&] {
        return readAudit(context().session, context().station.database(),
                         {.filter = place.filter, .before = start, .limit = RecordsPerPage});
    });
    if (!page)
        return fail(page.error());
    m_place = std::move(place);
    m_page = *std::move(page);
    showRows();
    return {};
}

void AuditScreen::showRows() {
    QList<QStringList> rows;
    for (const AuditRecord& record : std::as_const(m_page.records))
        rows += rowOf(record, m_words);
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, OutcomeColumn)->setIcon(iconOf(m_page.records.at(row).outcome));
    if (!rows.isEmpty()) {
        m_table->setCurrentCell(0, 0);
        //: %1 and %2 are the numbers of the newest and the oldest record shown
        m_range->setText(tr("Records %1 to %2, newest first")
                             .arg(m_page.records.constFirst().sequence)
                             .arg(m_page.records.constLast().sequence));
    } else {
        m_range->setText({});
    }
    m_newer->setEnabled(m_place.starts.size() > 1);
    m_older->setEnabled(m_page.next.has_value());
}

void AuditScreen::older() {
    Place place = m_place;
    place.starts.append(m_page.next);
    report(goTo(std::move(place)));
}

void AuditScreen::newer() {
    Place place = m_place;
    place.starts.removeLast();
    report(goTo(std::move(place)));
}

void AuditScreen::openRecord(int row) {
    const quint64 sequence = m_page.records.at(row).sequence;
    const auto entry = run({ActionId::AuditView, u"record:%1"_s.arg(sequence)}, [&] {
        return viewAuditEntry(context().session, context().station.database(), sequence);
    });
    if (!entry) {
        Q_EMIT failed(entry.error());
        return;
    }
    m_record->setFacts(auditFacts(*entry, m_words));
    m_pages->setCurrentIndex(1);
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT functionKeysChanged();
}

void AuditScreen::closeRecord() {
    report(context().actions.note({ActionId::GoBack}, &context().session));
    m_pages->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT functionKeysChanged();
}

void AuditScreen::exportLog(AuditExportFormat format) {
    const QString ending = format == AuditExportFormat::Csv ? u"csv"_s : u"jsonl"_s;
    const Result<QString> path = exportPath(u"log"_s, ending, context().station.clock());
    report(path ? m_job->exportTo(*path, format) : fail(path.error()));
}

QList<FunctionKey> AuditScreen::functionKeys() {
    if (m_pages->currentIndex() == 1)
        return {{.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { closeRecord(); }}};
    return {{.key = Qt::Key_F4,
             .action = ActionId::FocusList,
             .callback = [this] { m_table->setFocus(Qt::OtherFocusReason); }},
            {.key = Qt::Key_F12, .action = ActionId::AuditSearch, .label = tr("Search"), .callback = [this] {
                 search();
             }}};
}

void AuditScreen::report(const Result<>& result) {
    if (!result)
        Q_EMIT failed(result.error());
}

} // namespace madoguchi
