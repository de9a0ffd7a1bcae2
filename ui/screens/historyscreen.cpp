// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/historyscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/audittext.h"
#include "ui/screens/historytext.h"
#include "ui/screens/pageparts.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QString shownTime(const AuditRecord& record) {
    return clocktext::inList(record.time);
}

} // namespace

HistoryScreen::HistoryScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_words(context.station.procedures().procedures(), context.station.purposes())
    , m_range(new QLabel)
    , m_table(new ListTable(tr("My history"), {tr("Time"), tr("What was done"), tr("To what"), tr("Outcome"),
                                               tr("Terminal"), tr("Details")})) {
    m_table->setObjectName(u"history"_s);
    m_table->setColumnSample(0, u"2026/12/30 23:59:59"_s);
    m_table->setColumnSample(3, u"✕ 断られました"_s);
    m_table->setColumnSample(4, u"窓口12番端末"_s);
    m_table->setEmptyText(tr("Nothing is on record for you yet."));
    if (!pageparts::isWide()) {
        m_table->hideColumn(4); // one's own terminal
        m_table->setColumnSample(1, u"自分の操作履歴"_s);
        m_table->setColumnSample(2, u"画面: 自分の操作履歴"_s);
    }
    m_range->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::px(16), theme::px(12), theme::px(16), theme::px(12));
    column->setSpacing(theme::px(8));
    column->addWidget(m_range);
    column->addWidget(m_table, 1);
    column->addWidget(makeButtons());
}

QWidget* HistoryScreen::makeButtons() {
    m_newest = new ActionButton(ActionId::OwnHistoryView, tr("To the newest"));
    //: %1 is how many records a page has
    m_older = new ActionButton(ActionId::OwnHistoryView, tr("The %1 before these").arg(PageSize));
    connect(m_newest, &ActionButton::clicked, this, [this] { goTo({}); });
    connect(m_older, &ActionButton::clicked, this, [this] { goTo(m_next); });
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    const int ring = theme::px(theme::focusRingWidth);
    row->setContentsMargins(ring, ring, ring, ring);
    row->setSpacing(theme::px(16));
    row->addWidget(m_older);
    row->addWidget(m_newest);
    row->addStretch();
    return bar;
}

QString HistoryScreen::name() const {
    return u"history"_s;
}

QString HistoryScreen::title() const {
    return tr("My history");
}

Result<> HistoryScreen::load() {
    return showPage({});
}

void HistoryScreen::goTo(std::optional<quint64> before) {
    if (const Result<> shown = showPage(before); !shown)
        Q_EMIT failed(shown.error());
    m_table->setFocus(Qt::OtherFocusReason);
}

Result<> HistoryScreen::showPage(std::optional<quint64> before) {
    AuditQuery query;
    query.before = before;
    query.limit = PageSize;
    const Result<AuditPage> page = run({ActionId::OwnHistoryView}, [&] {
        return readOwnHistory(context().session, context().station.database(), query);
    });
    if (!page)
        return fail(page.error());
    if (Work* work = context().station.work(); work != nullptr) {
        // A vault that can't be read now is no reason to hide the history: it has the ids.
        if (const auto drafts = work->drafts.handled(context().session))
            m_words.knowDrafts(*drafts);
    }
    if (!before)
        m_concluded.clear();
    m_next = page->next;
    m_older->setEnabled(m_next.has_value());
    m_newest->setEnabled(before.has_value());
    showRows(*page);
    return {};
}

void HistoryScreen::showRows(const AuditPage& page) {
    QList<QStringList> rows;
    for (const AuditRecord& record : page.records) {
        if (record.phase == AuditPhase::Outcome) {
            m_concluded.insert(record.attempt);
        } else if (record.phase == AuditPhase::Attempt && m_concluded.contains(record.sequence))
            continue; // its outcome says it all
        rows.append({shownTime(record), auditActionText(record.action), historytext::target(record, m_words),
                     historytext::outcome(record), record.terminal, historytext::details(record, m_words)});
    }
    m_table->setRows(rows);
    m_table->setCurrentCell(0, 0);
    m_range->setText(tr("What you did yourself, the newest first."));
}

} // namespace madoguchi
