// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardlist.h"

#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/rowsearch.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/listtable.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { IdColumn, NameColumn, KanaColumn, RoleColumn, StateColumn, CardColumn, DueColumn, LoginColumn };

const QString NoCard = u"none"_s; ///< in the filter

QStringList rowOf(const RegisteredCard& card) {
    return {card.person.id,
            card.person.name,
            card.person.kana,
            roleText(card.person.role),
            cardStateText(card),
            card.card.id,
            clocktext::dayInList(card.dueBack),
            clocktext::inList(card.card.lastLoginAt)};
}

QList<FieldOption> stateOptions() {
    QList<FieldOption> options{{QString(), CardList::tr("All")}};
    for (int state = 0; state <= static_cast<int>(OperatorCardState::SuspendedAlone); ++state) {
        const auto each = static_cast<OperatorCardState>(state);
        options += {cardStateName(each), cardStateText(each)};
    }
    options += {NoCard, CardList::tr("Without a card")};
    return options;
}

} // namespace

CardList::CardList(QWidget* parent)
    : QWidget(parent)
    , m_table(new ListTable(tr("Operators and cards"),
                            {tr("Number"), tr("Name"), tr("Reading"), tr("Role"), tr("State"), tr("Card"),
                             tr("Due back"), tr("Last login")}))
    , m_search(new LineField(0, 240))
    , m_state(new ChoiceField(stateOptions()))
    , m_count(pageparts::text({}, theme::TextRole::Supporting)) {
    m_table->setObjectName(u"operators"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setEmptyText(tr("Nobody is registered, or nothing fits the filters."));
    m_table->setColumnSample(IdColumn, u"operator"_s);
    m_table->setColumnSample(RoleColumn, roleText(Role::CardAdministrator)); // none is longer in Japanese
    m_table->setColumnSample(StateColumn, u"MM Invalidated"_s);
    m_table->setColumnSample(CardColumn, u"C-00000"_s);
    m_table->setColumnSample(DueColumn, u"2026/11/21"_s);
    m_table->setColumnSample(LoginColumn, u"2026/11/21 14:00:00"_s);
    if (!pageparts::isWide()) {
        for (const int column : {KanaColumn, DueColumn, LoginColumn}) // the details have them
            m_table->hideColumn(column);
    }
    auto* column = pageparts::column(this);
    column->addWidget(m_count);
    column->addWidget(m_table, 1); // has the keyboard first; F6 goes to the filters
    column->addWidget(makeFilters());
    column->addWidget(makeButtons());
    connect(m_table, &ListTable::rowOpened, this, [this](int row) { Q_EMIT chosen(m_listed.at(row)); });
    for (FieldEditor* filter : {static_cast<FieldEditor*>(m_search), static_cast<FieldEditor*>(m_state)}) {
        connect(filter, &FieldEditor::edited, this, &CardList::fill);
        // What is looked for is not recorded, only that the list was narrowed.
        connect(filter, &FieldEditor::editingEnded, this,
                [this, filter] { Q_EMIT filterLeft(filter->objectName()); });
    }
}

QWidget* CardList::makeFilters() {
    m_search->setObjectName(u"search"_s);
    m_state->setObjectName(u"state"_s);
    m_state->setValue({});
    auto* bar = new QWidget;
    QBoxLayout* row = pageparts::row();
    row->addWidget(new FieldRow({.label = tr("Name, reading, number or card")}, m_search));
    row->addWidget(new FieldRow({.label = tr("State")}, m_state));
    row->addStretch();
    bar->setLayout(row);
    return bar;
}

QWidget* CardList::makeButtons() {
    auto* open = new ActionButton(ActionId::CardDetailsView, tr("Show details (Enter)"));
    auto* csv = new ActionButton(ActionId::CardRegisterExport, tr("Export as CSV"));
    auto* json = new ActionButton(ActionId::CardRegisterExport, tr("Export as JSON"));
    csv->setObjectName(u"csv"_s);
    json->setObjectName(u"json"_s);
    connect(open, &ActionButton::clicked, this, [this] {
        if (m_table->currentRow() >= 0)
            Q_EMIT m_table->rowOpened(m_table->currentRow());
    });
    connect(csv, &ActionButton::clicked, this, [this] { Q_EMIT exportRequested(TableFormat::Csv); });
    connect(json, &ActionButton::clicked, this, [this] { Q_EMIT exportRequested(TableFormat::Json); });
    auto* bar = new QWidget;
    QBoxLayout* row = pageparts::row();
    bar->setLayout(row);
    row->addWidget(open);
    row->addStretch();
    row->addWidget(csv);
    row->addWidget(json);
    return bar;
}

void CardList::show(const QList<RegisteredCard>& all) {
    m_all = all;
    fill();
}

void CardList::takeKeyboard() {
    m_table->setFocus(Qt::OtherFocusReason);
}

void CardList::takeKeyboardToSearch() {
    m_search->setFocus(Qt::OtherFocusReason);
}

bool CardList::fits(const RegisteredCard& card, const QStringList& row) const {
    const QString state = m_state->value();
    const bool hasCard = !card.card.id.isEmpty();
    const bool inState = state.isEmpty() || (state == NoCard && !hasCard) ||
                         (hasCard && cardStateName(card.card.state) == state);
    return inState && rowFits(row, m_search->value());
}

void CardList::fill() {
    QList<QStringList> rows;
    m_listed.clear();
    for (const RegisteredCard& card : std::as_const(m_all)) {
        const QStringList row = rowOf(card);
        if (!fits(card, row))
            continue;
        m_listed.append(card);
        rows.append(row);
    }
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, StateColumn)->setIcon(cardStateIcon(m_listed.at(row)));
    const QString more = pageparts::moreRows(m_listed.size());
    m_count->setText(more.isEmpty() ? tr("%n line(s)", nullptr, static_cast<int>(m_listed.size())) : more);
}

} // namespace madoguchi
