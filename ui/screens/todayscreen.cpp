// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/todayscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/terminalpanel.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/notice.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

void alignCounts(ListTable& table) {
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 1; column < table.columnCount(); ++column)
            table.item(row, column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace

TodayScreen::TodayScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_terminal(new TerminalPanel)
    , m_locked(new Notice(NoticeKind::Warning, {}))
    , m_lockedHint(makeLockedHint())
    , m_table(new ListTable(tr("Today's activity by operator"),
                            {tr("Operator"), tr("Logins"), tr("Wrong PINs"), tr("Refusals"), tr("Failures"),
                             tr("Drafts begun"), tr("Saved"), tr("Handed over"), tr("Deleted")}))
    , m_asOf(pageparts::text({}, theme::TextRole::Supporting))
    , m_again(new ActionButton(ActionId::TodayView, tr("Read again")))
    , m_confirmation(*this, context) {
    m_table->setObjectName(u"activity"_s);
    m_table->setEmptyText(tr("Nobody has logged in today."));
    m_table->setColumnSample(0, u"甲野 花子 (operator)"_s);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lay();
    connect(m_terminal, &TerminalPanel::changeRequested, this, &TodayScreen::askToChange);
    connect(m_again, &ActionButton::clicked, this, [this] {
        if (const Result<> loaded = load(); !loaded)
            Q_EMIT failed(loaded.error());
    });
}

QWidget* TodayScreen::makeLockedHint() {
    auto* look = new ActionButton(ActionId::LockedCardsView, tr("See the locked cards"));
    connect(look, &ActionButton::clicked, this, [this] { Q_EMIT openRequested(u"locked"_s, {}); });
    auto* hint = new QWidget;
    const bool wide = pageparts::isWide(); // otherwise one below the other, so that the text has its line
    auto* row = new QBoxLayout(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, hint);
    row->setContentsMargins(0, 0, theme::px(theme::focusRingWidth), 0);
    row->setSpacing(theme::px(16));
    row->addWidget(m_locked, 1);
    row->addWidget(look, 0, wide ? Qt::Alignment() : Qt::AlignLeft);
    return hint;
}

void TodayScreen::lay() {
    auto* column = pageparts::column(this);
    column->addWidget(m_lockedHint);
    column->addWidget(m_terminal);
    column->addWidget(m_table, 1);
    QBoxLayout* row = pageparts::row();
    row->addWidget(m_asOf, 1);
    row->addWidget(m_again);
    column->addLayout(row);
    // Tab goes as the eye does; the keyboard begins in the list, not on a button that closes the terminal.
    QWidget* before = m_lockedHint->findChild<ActionButton*>();
    QList<QWidget*> order;
    const auto buttons = m_terminal->findChildren<ActionButton*>();
    for (ActionButton* button : buttons)
        order += button;
    order += {m_table, m_again};
    for (QWidget* next : std::as_const(order)) {
        setTabOrder(before, next);
        before = next;
    }
}

Result<> TodayScreen::load() {
    if (focusWidget() == nullptr)
        m_table->setFocus(Qt::OtherFocusReason);
    return run({ActionId::TodayView}, [this] { return read(); });
}

Result<> TodayScreen::read() {
    const QDateTime now = context().station.clock().now();
    const auto activity = summariseActivity(context().session, context().station.database(),
                                            now.toLocalTime().date().startOfDay());
    if (!activity)
        return fail(activity.error());
    QList<QStringList> rows;
    Result<QMap<QString, QString>> names = context().station.operators().names(context().session);
    if (!names)
        return fail(names.error());
    m_names = *std::move(names);
    for (const OperatorActivity& each : *activity)
        rows += rowOf(each);
    m_table->setRows(rows);
    alignCounts(*m_table);
    m_asOf->setText(tr("As of %1.").arg(clocktext::time(now)) + u' ' + pageparts::moreRows(rows.size()));
    const Result<> locked = readLocked();
    return locked ? readTerminal() : locked;
}

Result<> TodayScreen::refresh() {
    return load();
}

Result<> TodayScreen::readLocked() {
    const Result<QList<LockedCard>> cards = context().station.lockout().lockedCards(context().session);
    if (!cards)
        return fail(cards.error());
    m_lockedHint->setVisible(!cards->isEmpty());
    m_locked->say(NoticeKind::Warning, tr("%n card(s) can't be used because of wrong PINs.", nullptr,
                                          static_cast<int>(cards->size())));
    return {};
}

QString TodayScreen::whoIs(const QString& operatorId) const {
    //: %1 is the operator's name, %2 the operator's number
    return m_names.contains(operatorId) ? tr("%1 (%2)").arg(m_names.value(operatorId), operatorId)
                                        : operatorId;
}

QStringList TodayScreen::rowOf(const OperatorActivity& activity) const {
    QStringList row{activity.operatorId.isEmpty() ? tr("Before login") : whoIs(activity.operatorId)};
    for (const int count :
         {activity.logins, activity.wrongPins, activity.refusals, activity.failures, activity.draftsCreated,
          activity.draftsSaved, activity.draftsHandedOver, activity.draftsDeleted})
        row += QString::number(count);
    return row;
}

Result<> TodayScreen::readTerminal() {
    const Result<TerminalOpening> opening = context().station.terminalState().present();
    if (!opening)
        return fail(opening.error());
    m_terminal->show(*opening, whoIs(opening->changedBy));
    return {};
}

void TodayScreen::askToChange(bool open) {
    if (open) {
        m_confirmation.ask({tr("Open the terminal?"), tr("Counter operators can log in from now on."),
                            ActionId::TerminalOpen, tr("Open"), ButtonKind::Primary},
                           [this] { change(true); });
    } else {
        m_confirmation.ask({tr("Close the terminal?"),
                            tr("Counter operators can't log in until you open it again. Nothing is lost."),
                            ActionId::TerminalClose, tr("Close for today"), ButtonKind::Danger},
                           [this] { change(false); });
    }
}

void TodayScreen::change(bool open) {
    TerminalState& state = context().station.terminalState();
    const Result<> changed = run({open ? ActionId::TerminalOpen : ActionId::TerminalClose}, [&] {
        return open ? state.open(context().session) : state.close(context().session);
    });
    report(changed, open ? tr("The terminal is open.") : tr("The terminal is closed."),
           [this] { return readTerminal(); });
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
