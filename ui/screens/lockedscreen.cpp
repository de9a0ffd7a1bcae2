// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/lockedscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listtable.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { CardColumn, IdColumn, NameColumn, FailuresColumn, StateColumn, TimeColumn };

QString stateText(const LockoutState& state) {
    switch (state.kind) {
    case LockoutState::Kind::Open:
        return LockedScreen::tr("Open");
    case LockoutState::Kind::Delayed: {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(state.remaining);
        return LockedScreen::tr("%n more minute(s)", nullptr, static_cast<int>(minutes.count()));
    }
    case LockoutState::Kind::Locked:
        return LockedScreen::tr("Locked");
    }
    Q_UNREACHABLE();
}

QStringList rowOf(const LockedCard& card) {
    return {card.card,
            card.operatorId,
            card.operatorName,
            QString::number(card.failures),
            stateText(card.state),
            clocktext::inList(card.lastFailureAt)};
}

} // namespace

LockedScreen::LockedScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_table(new ListTable(tr("Locked cards"), {tr("Card"), tr("Operator number"), tr("Name"),
                                                 tr("Failures"), tr("State"), tr("Last failure")}))
    , m_asOf(pageparts::text({}, theme::TextRole::Supporting))
    , m_unlock(new ActionButton(ActionId::CardUnlock, tr("Unlock card (Enter)"), ButtonKind::Primary))
    , m_again(new ActionButton(ActionId::LockedCardsView, tr("Read again")))
    , m_confirmation(*this, context) {
    m_table->setObjectName(u"locked"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setEmptyText(tr("No card has to wait. There is nothing to unlock."));
    m_table->setColumnSample(CardColumn, u"C-00000"_s);
    m_table->setColumnSample(IdColumn, u"operator"_s);
    m_table->setColumnSample(FailuresColumn, u"Failures"_s);
    m_table->setColumnSample(StateColumn, u"MM 30 minutes"_s);
    m_table->setColumnSample(TimeColumn, u"2026/11/21 14:00:00"_s);
    if (!pageparts::isWide())
        m_table->hideColumn(IdColumn); // the name is there
    lay();
    connect(m_table, &ListTable::rowOpened, this, &LockedScreen::askToUnlock);
    connect(m_unlock, &ActionButton::clicked, this, [this] { askToUnlock(m_table->currentRow()); });
    connect(m_again, &ActionButton::clicked, this, [this] {
        if (const Result<> loaded = load(); !loaded)
            Q_EMIT failed(loaded.error());
    });
}

void LockedScreen::lay() {
    auto* column = pageparts::column(this);
    column->addWidget(pageparts::text(
        tr("Make sure that it was the operator herself who typed the wrong PINs before you unlock.")));
    column->addWidget(m_table, 1);
    column->addWidget(m_asOf);
    QBoxLayout* row = pageparts::row();
    row->addWidget(m_unlock);
    row->addStretch();
    row->addWidget(m_again);
    column->addLayout(row);
}

Result<> LockedScreen::load() {
    return run({ActionId::LockedCardsView}, [this] { return read(); });
}

Result<> LockedScreen::read() {
    auto cards = context().station.lockout().lockedCards(context().session);
    if (!cards)
        return fail(cards.error());
    m_cards = *std::move(cards);
    QList<QStringList> rows;
    for (const LockedCard& card : std::as_const(m_cards))
        rows += rowOf(card);
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool locked = m_cards.at(row).state.kind == LockoutState::Kind::Locked;
        m_table->item(row, StateColumn)
            ->setIcon(icon(locked ? IconShape::Lock : IconShape::Clock,
                           QColor(locked ? theme::colour::errorText : theme::colour::warning)));
    }
    m_unlock->setEnabled(!m_cards.isEmpty());
    const QString asOf = tr("As of %1.").arg(clocktext::time(context().station.clock().now()));
    m_asOf->setText(asOf + u' ' + pageparts::moreRows(m_cards.size()));
    return {};
}

void LockedScreen::askToUnlock(int row) {
    if (row < 0 || row >= m_cards.size())
        return;
    const LockedCard& card = m_cards.at(row);
    //: %1 is the card's number, %2 its operator's name
    m_confirmation.ask({tr("Unlock card %1 of %2?").arg(card.card, card.operatorName),
                        tr("The count of wrong PINs on this terminal starts anew. The card's own count does "
                           "not change."),
                        ActionId::CardUnlock, tr("Unlock"), ButtonKind::Primary},
                       [this, card] { unlock(card); });
}

void LockedScreen::unlock(const LockedCard& card) {
    const Result<> unlocked = run({ActionId::CardUnlock, u"card:"_s + card.card}, [&] {
        return context().station.lockout().unlock(context().session, card.card);
    });
    report(unlocked, tr("Card %1 is unlocked.").arg(card.card), [this] { return read(); });
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi
