// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/remindersscreen.h"

#include "app/issuing/authoritydays.h"
#include "app/station/rightsreview.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listtable.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { DayColumn, WhatColumn, NameColumn, CardColumn, IdColumn };

QStringList rowOf(const CardReminder& reminder) {
    const QString name = reminder.authority.isEmpty() ? reminder.about.person.name : reminder.authority;
    return {clocktext::dayInList(reminder.day), reminderText(reminder.kind), name, reminder.about.card.id,
            reminder.about.person.id};
}

/// What is done without screens, each with its command; empty when there is none of it.
QString consoleText(const QList<CardReminder>& reminders) {
    QStringList lines;
    for (const CardReminder& reminder : reminders) {
        if (const QString command = reminderCommand(reminder.kind); !command.isEmpty())
            lines += reminderText(reminder.kind) + u" – "_s + command;
    }
    lines.removeDuplicates();
    if (!lines.isEmpty())
        lines.prepend(RemindersScreen::tr("At the console, with this program closed:"));
    return lines.join(u'\n');
}

} // namespace

RemindersScreen::RemindersScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_table(new ListTable(tr("Reminders"),
                            {tr("Day"), tr("What to do"), tr("Name"), tr("Card"), tr("Operator number")}))
    , m_console(pageparts::text({}, theme::TextRole::Supporting))
    , m_asOf(pageparts::text({}, theme::TextRole::Supporting)) {
    m_table->setObjectName(u"reminders"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setEmptyText(tr("Nothing has to be done about any card now."));
    m_table->setColumnSample(DayColumn, u"MM 2026/11/21"_s);
    m_table->setColumnSample(CardColumn, u"C-00000"_s);
    m_table->setColumnSample(IdColumn, u"Operator number"_s);
    if (!pageparts::isWide())
        m_table->hideColumn(IdColumn); // the name is there
    auto* open = new ActionButton(ActionId::CardDetailsView, tr("Open (Enter)"));
    auto* sign = new ActionButton(ActionId::RevocationListSign, tr("Sign the list of revoked cards"));
    auto* again = new ActionButton(ActionId::CardRemindersView, tr("Read again"));
    auto* column = pageparts::column(this);
    column->addWidget(pageparts::text(tr(
        "What ends soon or is overdue: certificates, roles, PINs, lent cards, lists of revoked cards and the "
        "review of who may do what. The most urgent first.")));
    column->addWidget(m_table, 1);
    column->addWidget(m_console);
    column->addWidget(m_asOf);
    QBoxLayout* row = pageparts::row();
    row->addWidget(open);
    row->addWidget(sign);
    row->addStretch();
    row->addWidget(again);
    column->addLayout(row);
    connect(m_table, &ListTable::rowOpened, this, &RemindersScreen::open);
    connect(open, &ActionButton::clicked, this, [this] { this->open(m_table->currentRow()); });
    connect(sign, &ActionButton::clicked, this, [this] { Q_EMIT openRequested(u"list-signing"_s, {}); });
    connect(again, &ActionButton::clicked, this, [this] {
        if (const Result<> loaded = load(); !loaded)
            Q_EMIT failed(loaded.error());
    });
}

Result<> RemindersScreen::load() {
    Result<QList<CardReminder>> read = run({ActionId::CardRemindersView}, [this] { return this->read(); });
    if (!read)
        return fail(read.error());
    m_reminders = *std::move(read);
    showList();
    return {};
}

Result<QList<CardReminder>> RemindersScreen::read() const {
    Workstation& station = context().station;
    const Result<QList<RegisteredCard>> registered = station.cardLife().registered(context().session);
    if (!registered)
        return fail(registered.error());
    const Result<StationPolicy> policy = station.policy();
    if (!policy)
        return fail(policy.error());
    QList<OperatorCard> cards;
    for (const RegisteredCard& each : *registered) {
        if (!each.card.id.isEmpty())
            cards.append(each.card);
    }
    const auto pinDays = station.pins().dueDays(cards, policy->pins);
    if (!pinDays)
        return fail(pinDays.error());
    const auto review = lastRightsReview(context().session, station.database());
    if (!review)
        return fail(review.error());
    const QDateTime now = station.clock().now();
    const auto days = authorityDays(station.database(), now);
    if (!days)
        return fail(days.error());
    return cardReminders(*registered, now.toLocalTime().date(), *pinDays, *days,
                         rightsReviewDue(*review, station.facts().madeAt, now));
}

void RemindersScreen::showList() {
    const QDate today = context().station.clock().now().toLocalTime().date();
    QList<QStringList> rows;
    for (const CardReminder& reminder : std::as_const(m_reminders))
        rows += rowOf(reminder);
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool late = m_reminders.at(row).day < today;
        m_table->item(row, DayColumn)
            ->setIcon(icon(late ? IconShape::Error : IconShape::Clock,
                           QColor(late ? theme::colour::errorText : theme::colour::warning)));
    }
    m_console->setText(consoleText(m_reminders));
    m_console->setVisible(!m_console->text().isEmpty());
    const QString more = pageparts::moreRows(m_reminders.size());
    m_asOf->setVisible(pageparts::isWide() || !more.isEmpty()); // else the list needs the room
    m_asOf->setText(more.isEmpty() ? tr("%n reminder(s)", nullptr, static_cast<int>(m_reminders.size()))
                                   : more);
}

void RemindersScreen::open(int row) {
    if (row < 0 || row >= m_reminders.size())
        return;
    const CardReminder& reminder = m_reminders.at(row);
    if (reminder.kind == ReminderKind::RightsReview) {
        Q_EMIT openRequested(u"rights"_s, {});
    } else if (!reminder.about.card.id.isEmpty()) {
        Q_EMIT openRequested(u"cards"_s, reminder.about.card.id);
    }
}

} // namespace madoguchi
