// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardsscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/operatorpanel.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listtable.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStackedLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column {
    IdColumn,
    NameColumn,
    KanaColumn,
    RoleColumn,
    StateColumn,
    CardColumn,
    EnrolledColumn,
    LoginColumn
};

QString targetOf(const QString& operatorId) {
    return u"operator:"_s + operatorId;
}

QStringList rowOf(const OperatorDetails& details) {
    const Operator& person = details.person;
    const OperatorCard card = details.cards.isEmpty() ? OperatorCard() : details.cards.constLast();
    return {person.id,
            person.name,
            person.kana,
            roleText(person.role),
            operatorStatusText(person.status),
            card.id,
            clocktext::dayInList(card.enrolledAt),
            clocktext::inList(card.lastLoginAt)};
}

} // namespace

CardsScreen::CardsScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new QStackedLayout(this))
    , m_table(new ListTable(tr("Operators and cards"),
                            {tr("Number"), tr("Name"), tr("Reading"), tr("Role"), tr("State"), tr("Card"),
                             tr("Enrolled"), tr("Last login")}))
    , m_count(pageparts::text({}, theme::TextRole::Supporting))
    , m_panel(new OperatorPanel)
    , m_confirmation(*this, context) {
    m_table->setObjectName(u"operators"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setEmptyText(
        tr("Nobody is registered yet. Cards are enrolled with \"madoguchictl card enroll\"."));
    m_table->setColumnSample(IdColumn, u"operator"_s);
    m_table->setColumnSample(StateColumn, u"MM Suspended"_s);
    m_table->setColumnSample(CardColumn, u"C-00000"_s);
    m_table->setColumnSample(EnrolledColumn, u"2026/11/21"_s);
    m_table->setColumnSample(LoginColumn, u"2026/11/21 14:00:00"_s);
    if (!pageparts::isWide()) {
        for (const int column : {KanaColumn, EnrolledColumn, LoginColumn}) // the details have them
            m_table->hideColumn(column);
    }
    m_pages->addWidget(makeList());
    m_pages->addWidget(m_panel);
    connect(m_table, &ListTable::rowOpened, this, [this](int row) {
        if (const Result<> opened = openDetails(m_operators.at(row).person.id); !opened)
            Q_EMIT failed(opened.error());
    });
    connect(m_panel, &OperatorPanel::closeRequested, this, &CardsScreen::closeDetails);
    connect(m_panel, &OperatorPanel::suspendRequested, this, &CardsScreen::askToSuspend);
    connect(m_panel, &OperatorPanel::resumeRequested, this, &CardsScreen::askToResume);
}

QWidget* CardsScreen::makeList() {
    auto* page = new QWidget;
    auto* open = new ActionButton(ActionId::CardDetailsView, tr("Show details (Enter)"));
    connect(open, &ActionButton::clicked, this, [this] {
        if (m_table->currentRow() >= 0)
            Q_EMIT m_table->rowOpened(m_table->currentRow());
    });
    auto* column = pageparts::column(page);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    QBoxLayout* row = pageparts::row();
    row->addWidget(open);
    row->addStretch();
    column->addLayout(row);
    return page;
}

Result<> CardsScreen::load() {
    if (const Result<> read = run({ActionId::CardRegisterView}, [this] { return readList(); }); !read)
        return read;
    return target().isEmpty() ? Result<>() : openDetails(target());
}

Result<> CardsScreen::readList() {
    Result<QList<OperatorDetails>> all = context().station.operators().list(context().session);
    if (!all)
        return fail(all.error());
    m_operators = *std::move(all);
    showList();
    return {};
}

void CardsScreen::showList() {
    QList<QStringList> rows;
    for (const OperatorDetails& details : std::as_const(m_operators))
        rows += rowOf(details);
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool active = m_operators.at(row).person.status == OperatorStatus::Active;
        const QColor colour(active ? theme::colour::success : theme::colour::errorText);
        m_table->item(row, StateColumn)
            ->setIcon(icon(active ? IconShape::Success : IconShape::Error, colour));
    }
    const QString more = pageparts::moreRows(m_operators.size());
    m_count->setText(more.isEmpty() ? tr("%n operator(s)", nullptr, static_cast<int>(m_operators.size()))
                                    : more);
}

Result<> CardsScreen::openDetails(const QString& operatorId) {
    const Result<> read =
        run({ActionId::CardDetailsView, targetOf(operatorId)}, [&] { return readDetails(operatorId); });
    if (!read)
        return read;
    m_pages->setCurrentWidget(m_panel);
    m_panel->takeKeyboard();
    Q_EMIT functionKeysChanged();
    return {};
}

Result<> CardsScreen::readDetails(const QString& operatorId) {
    auto details = context().station.operators().details(context().session, operatorId);
    if (!details)
        return fail(details.error());
    QMap<QString, VaultSlotState> vaultSlots;
    for (const OperatorCard& card : details->cards) {
        const Result<VaultSlotState> state = context().station.vaultKeySlots().state(card.id);
        if (!state)
            return fail(state.error());
        vaultSlots.insert(card.id, *state);
    }
    m_shown = *std::move(details);
    m_panel->show(m_shown, vaultSlots, operatorId == context().session.facts().operatorId);
    return {};
}

void CardsScreen::closeDetails() {
    if (const Result<> noted = context().actions.note({ActionId::GoBack}, &context().session); !noted) {
        Q_EMIT failed(noted.error());
        return;
    }
    m_pages->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT functionKeysChanged();
}

void CardsScreen::askToSuspend(const QString& reason) {
    m_confirmation.ask(
        {tr("Suspend %1?").arg(m_shown.person.name),
         tr("From the next login or unlocking on, this operator's card is refused. Drafts stay as they are."),
         ActionId::OperatorSuspend, tr("Suspend")},
        [this, reason] { change(ActionId::OperatorSuspend, reason); });
}

void CardsScreen::askToResume() {
    m_confirmation.ask({tr("Let %1 work again?").arg(m_shown.person.name),
                        tr("From now on this operator can log in again."), ActionId::OperatorResume,
                        tr("Resume"), ButtonKind::Primary},
                       [this] { change(ActionId::OperatorResume, {}); });
}

void CardsScreen::change(ActionId id, const QString& reason) {
    const QString person = m_shown.person.id;
    ActionCall call{id, targetOf(person)};
    if (!reason.isEmpty())
        call.details.insert(u"reason"_s, reason);
    const bool suspend = id == ActionId::OperatorSuspend;
    const auto decide = [&]() -> Result<Suspension> {
        VaultKeyHolders& holders = context().station.vaultKeyHolders();
        if (suspend)
            return holders.suspend(context().session, person);
        const Result<> resumed = holders.resume(context().session, person);
        return resumed ? Result<Suspension>(Suspension()) : fail(resumed.error());
    };
    const Result<Suspension> done = run(call, decide, detailsOf);
    Result<> changed = done ? readDetails(person) : fail(done.error());
    if (changed)
        changed = readList();
    if (!changed) {
        Q_EMIT failed(changed.error());
        return;
    }
    m_panel->takeKeyboard();
    QString message = suspend ? tr("%1 is suspended.") : tr("%1 can work again.");
    if (!done->kept.isEmpty()) {
        message =
            tr("%1 is suspended: the login refuses the card. It keeps the key to the drafts, because no "
               "other card has it.");
    }
    Q_EMIT succeeded(message.arg(m_shown.person.name));
}

bool CardsScreen::showsDetails() const {
    return m_pages->currentWidget() == m_panel;
}

ScreenPosition CardsScreen::position() const {
    ScreenPosition position = Screen::position();
    position.target = showsDetails() ? m_shown.person.id : QString();
    return position;
}

QList<FunctionKey> CardsScreen::functionKeys() {
    if (!showsDetails())
        return {};
    return {{.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { closeDetails(); }}};
}

} // namespace madoguchi
