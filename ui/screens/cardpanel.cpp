// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardpanel.h"

#include "ui/clocktext.h"
#include "ui/screens/cardfacts.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 24;
constexpr int LeastEvents = 3; ///< rows of the history in sight

int perRow() {
    return pageparts::isWide() ? 6 : 3;
}

QStringList rowOf(const CardEventEntry& event) {
    QStringList why;
    if (!event.reason.isEmpty())
        why += cardReasonText(event.reason);
    if (!event.incident.isEmpty()) {
        //: %1 is a number such as 2026-0001
        why += CardPanel::tr("Incident %1").arg(event.incident);
    }
    if (event.dueBack.isValid()) {
        //: %1 is a day
        why += CardPanel::tr("Due back %1").arg(clocktext::dayInList(event.dueBack));
    }
    const bool isSetUp = event.by.isEmpty() || event.by == QLatin1StringView(ByConsole);
    return {clocktext::inList(event.at), cardEventText(event.event),
            isSetUp ? CardPanel::tr("Station set-up") : event.by, why.join(CardPanel::tr(", ")),
            witnessText(event)};
}

} // namespace

CardPanel::CardPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(pageparts::text({}, theme::TextRole::Heading))
    , m_icon(new QLabel)
    , m_state(pageparts::text({}, theme::TextRole::Strong))
    , m_none(pageparts::text(tr("This is the card in use now. Another card administrator has to change it."),
                             theme::TextRole::Supporting))
    , m_facts(new FactList)
    , m_history(new ListTable(tr("History of the card"),
                              {tr("Time"), tr("Event"), tr("By"), tr("Reason"), tr("Witness")})) {
    m_state->setWordWrap(false);
    m_title->setWordWrap(false);
    m_history->setObjectName(u"history"_s);
    m_history->setColumnSample(0, u"2026/11/21 14:00:00"_s);
    m_history->setColumnSample(1, u"Card suspended"_s);
    m_history->setColumnSample(2, u"operator01"_s);
    m_history->setMinimumHeight(theme::px((LeastEvents + 1) * theme::rowHeight));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::px(8));
    head->addWidget(m_title);
    head->addSpacing(theme::px(16));
    head->addWidget(m_icon);
    head->addWidget(m_state);
    head->addStretch();
    auto* column = pageparts::column(this);
    column->addLayout(head);
    column->addWidget(makeActions());
    column->addWidget(m_none);
    column->addWidget(m_history, 1);
    column->addWidget(m_facts);
}

QWidget* CardPanel::makeActions() {
    struct Choice {
        CardEvent event;
        ActionId action;
        QString text;
        ButtonKind kind;
    };
    const QList<Choice> choices{
        {CardEvent::Lent, ActionId::CardLend, tr("Lend..."), ButtonKind::Secondary},
        {CardEvent::Returned, ActionId::CardTakeBack, tr("Take back..."), ButtonKind::Secondary},
        {CardEvent::PinUnblocked, ActionId::PinUnblock, tr("Unblock PIN..."), ButtonKind::Secondary},
        {CardEvent::SuspendedAlone, ActionId::CardSuspend, tr("Suspend card..."), ButtonKind::Secondary},
        {CardEvent::ResumedAlone, ActionId::CardResume, tr("Resume card..."), ButtonKind::Secondary},
        {CardEvent::Found, ActionId::CardFound, tr("It was found..."), ButtonKind::Secondary},
        {CardEvent::Lost, ActionId::CardReportLost, tr("Report loss..."), ButtonKind::Danger},
        {CardEvent::Invalidated, ActionId::CardInvalidate, tr("Invalidate..."), ButtonKind::Danger},
        {CardEvent::Destroyed, ActionId::CardDestroy, tr("Destroyed..."), ButtonKind::Danger},
    };
    auto* bar = new QWidget;
    m_actions = new QGridLayout(bar);
    const int ring = theme::px(theme::focusRingWidth);
    m_actions->setContentsMargins(ring, ring, ring, ring);
    m_actions->setSpacing(theme::px(16));
    for (const Choice& choice : choices) {
        auto* button = new ActionButton(choice.action, choice.text, choice.kind);
        connect(button, &ActionButton::clicked, this,
                [this, action = choice.action] { Q_EMIT actionRequested(action); });
        m_buttons.insert(choice.event, button);
        m_inOrder.append(button);
        button->setParent(bar); // in the order of Tab
    }
    m_notice = new ActionButton(ActionId::CardRegisterExport, tr("Save notice to sign"));
    connect(m_notice, &ActionButton::clicked, this,
            [this] { Q_EMIT actionRequested(ActionId::CardRegisterExport); });
    m_notice->setObjectName(u"notice"_s);
    m_notice->setParent(bar);
    m_inOrder.append(m_notice);
    m_actions->setColumnStretch(perRow(), 1);
    return bar;
}

// Those that can be pressed now, without gaps.
void CardPanel::placeActions() {
    int place = 0;
    for (ActionButton* button : std::as_const(m_inOrder)) {
        m_actions->removeWidget(button);
        if (button->isHidden())
            continue;
        m_actions->addWidget(button, place / perRow(), place % perRow());
        ++place;
    }
}

void CardPanel::show(const RegisteredCard& card, VaultSlotState vaultSlot,
                     const QList<CardEventEntry>& history, const QList<Fact>& origin, bool isOwn) {
    setVisible(!card.card.id.isEmpty());
    //: %1 is a card's number
    m_title->setText(tr("Card %1").arg(card.card.id));
    m_icon->setPixmap(cardStateIcon(card).pixmap(theme::px(IconSize)));
    m_state->setText(cardStateText(card));
    m_none->setVisible(isOwn);
    for (auto each = m_buttons.begin(); each != m_buttons.end(); ++each) {
        const bool takesAway = each.key() == CardEvent::Returned || each.key() == CardEvent::Invalidated ||
                               each.key() == CardEvent::PinUnblocked ||
                               each.key() == CardEvent::SuspendedAlone;
        each.value()->setVisible(nextCardState(card.card.state, each.key()) && !(isOwn && takesAway));
    }
    m_notice->setVisible(isInHands(card.card.state));
    placeActions();
    m_facts->setFacts(cardFacts(card, vaultSlot) + origin);
    QList<QStringList> rows;
    for (auto event = history.crbegin(); event != history.crend(); ++event)
        rows += rowOf(*event);
    m_history->setRows(rows);
}

} // namespace madoguchi
