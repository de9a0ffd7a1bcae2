// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardsscreen.h"

#include "app/storage/exportfile.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/cardpanel.h"
#include "ui/screens/cardquestions.h"
#include "ui/screens/cardtext.h"
#include "ui/screens/exportplace.h"
#include "ui/screens/operatorpanel.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/rowsearch.h"
#include "ui/widgets/action.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pagestack.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>

#include <algorithm>

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
            card.dueBack.toString(u"yyyy/MM/dd"_s),
            clocktext::inList(card.card.lastLoginAt)};
}

QList<FieldOption> stateOptions() {
    QList<FieldOption> options{{QString(), CardsScreen::tr("All")}};
    for (int state = 0; state <= static_cast<int>(OperatorCardState::Destroyed); ++state) {
        const auto each = static_cast<OperatorCardState>(state);
        options += {cardStateName(each), cardStateText(each)};
    }
    options += {NoCard, CardsScreen::tr("Without a card")};
    return options;
}

QString cardTarget(const QString& card) {
    return u"card:"_s + card;
}

QString operatorTarget(const QString& operatorId) {
    return u"operator:"_s + operatorId;
}

/// For changes that withdraw nothing.
Result<Withdrawal> nothingWithdrawn(const Result<>& changed) {
    return changed ? Result<Withdrawal>(Withdrawal()) : fail(changed.error());
}

} // namespace

CardsScreen::CardsScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new PageStack(this))
    , m_table(new ListTable(tr("Operators and cards"),
                            {tr("Number"), tr("Name"), tr("Reading"), tr("Role"), tr("State"), tr("Card"),
                             tr("Due back"), tr("Last login")}))
    , m_search(new LineField(0, 240))
    , m_state(new ChoiceField(stateOptions()))
    , m_count(pageparts::text({}, theme::TextRole::Supporting))
    , m_panel(new OperatorPanel)
    , m_card(new CardPanel)
    , m_confirmation(*this, context) {
    m_table->setObjectName(u"operators"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setEmptyText(tr("Nobody is registered, or nothing fits the filters."));
    m_table->setColumnSample(IdColumn, u"operator"_s);
    m_table->setColumnSample(StateColumn, u"MM Invalidated"_s);
    m_table->setColumnSample(CardColumn, u"C-00000"_s);
    m_table->setColumnSample(DueColumn, u"2026/11/21"_s);
    m_table->setColumnSample(LoginColumn, u"2026/11/21 14:00:00"_s);
    if (!pageparts::isWide()) {
        for (const int column : {KanaColumn, DueColumn, LoginColumn}) // the details have them
            m_table->hideColumn(column);
    }
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeDetails());
    m_pages->setCurrentIndex(0);
    join();
}

void CardsScreen::join() {
    connect(m_table, &ListTable::rowOpened, this, [this](int row) {
        if (const Result<> opened = openDetails(m_listed.at(row)); !opened)
            Q_EMIT failed(opened.error());
    });
    connect(m_panel, &OperatorPanel::closeRequested, this, &CardsScreen::closeDetails);
    connect(m_panel, &OperatorPanel::suspendRequested, this, &CardsScreen::askToSuspend);
    connect(m_panel, &OperatorPanel::resumeRequested, this, &CardsScreen::askToResume);
    connect(m_card, &CardPanel::actionRequested, this, &CardsScreen::askAbout);
    for (FieldEditor* filter : {static_cast<FieldEditor*>(m_search), static_cast<FieldEditor*>(m_state)}) {
        connect(filter, &FieldEditor::edited, this, &CardsScreen::showList);
        connect(filter, &FieldEditor::left, this, [this, filter] {
            // What is looked for is not recorded, only that the list was narrowed.
            const ActionCall call{ActionId::FilterChange, u"field:"_s + filter->objectName()};
            if (filter->value().isEmpty())
                return;
            if (const Result<> noted = context().actions.note(call, &context().session); !noted)
                Q_EMIT failed(noted.error());
        });
    }
}

QWidget* CardsScreen::makeList() {
    auto* page = new QWidget;
    auto* open = new ActionButton(ActionId::CardDetailsView, tr("Show details (Enter)"));
    auto* csv = new ActionButton(ActionId::CardRegisterExport, tr("Export as CSV"));
    auto* json = new ActionButton(ActionId::CardRegisterExport, tr("Export as JSON"));
    csv->setObjectName(u"csv"_s);
    json->setObjectName(u"json"_s);
    connect(open, &ActionButton::clicked, this, [this] {
        if (m_table->currentRow() >= 0)
            Q_EMIT m_table->rowOpened(m_table->currentRow());
    });
    connect(csv, &ActionButton::clicked, this, [this] { exportRegister(TableFormat::Csv); });
    connect(json, &ActionButton::clicked, this, [this] { exportRegister(TableFormat::Json); });
    auto* column = pageparts::column(page);
    column->addWidget(m_count);
    column->addWidget(m_table, 1); // has the keyboard first; F6 goes to the filters
    column->addWidget(makeFilters());
    QBoxLayout* row = pageparts::row();
    row->addWidget(open);
    row->addStretch();
    row->addWidget(csv);
    row->addWidget(json);
    column->addLayout(row);
    return page;
}

QWidget* CardsScreen::makeFilters() {
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

QWidget* CardsScreen::makeDetails() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_panel);
    column->addWidget(m_card);
    column->addStretch();
    return page;
}

// ---- the list ------------------------------------------------------------------------------------------

Result<> CardsScreen::load() {
    if (const Result<> read = run({ActionId::CardRegisterView}, [this] { return readList(); }); !read)
        return read;
    if (target().isEmpty())
        return {};
    const auto wanted = std::ranges::find_if(m_all, [this](const RegisteredCard& card) {
        return card.card.id == target() || card.person.id == target();
    });
    return wanted == m_all.end() ? fail(ErrorCode::OperatorUnknown) : openDetails(*wanted);
}

Result<> CardsScreen::refresh() {
    const Result<> read = run({ActionId::CardRegisterView}, [this] { return readList(); });
    return read && showsDetails() ? readDetails() : read;
}

Result<> CardsScreen::readList() {
    Result<QList<RegisteredCard>> all = context().station.cardLife().registered(context().session);
    if (!all)
        return fail(all.error());
    m_all = *std::move(all);
    showList();
    return {};
}

bool CardsScreen::fits(const RegisteredCard& card, const QStringList& row) const {
    const QString state = m_state->value();
    const bool hasCard = !card.card.id.isEmpty();
    const bool inState = state.isEmpty() || (state == NoCard && !hasCard) ||
                         (hasCard && cardStateName(card.card.state) == state);
    return inState && rowFits(row, m_search->value());
}

void CardsScreen::showList() {
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

void CardsScreen::exportRegister(TableFormat format) {
    const QString ending = format == TableFormat::Csv ? u"csv"_s : u"json"_s;
    const Result<QString> path = exportPath(u"cards"_s, ending, context().station.clock());
    if (!path) {
        Q_EMIT failed(path.error());
        return;
    }
    const auto write = [&]() -> Result<int> {
        int cards = 0;
        const Result<> written = writeExportFile(*path, [&](QIODevice& out) -> Result<> {
            const Result<int> count =
                exportCardRegister(context().session, context().station.cardLife(), format, out);
            cards = count.value_or(0);
            return count ? Result<>() : fail(count.error());
        });
        return written ? Result<int>(cards) : fail(written.error());
    };
    const Result<int> written =
        run({ActionId::CardRegisterExport, {}, {{u"format"_s, ending}}}, write, [](int cards) {
            return QMap<QString, QString>{{u"records"_s, QString::number(cards)}};
        });
    if (written)
        //: %1 is a number of cards, %2 a file
        Q_EMIT succeeded(
            tr("%1 cards were exported to %2.").arg(*written).arg(QDir::toNativeSeparators(*path)));
    else
        Q_EMIT failed(written.error());
}

// ---- one card ------------------------------------------------------------------------------------------

Result<> CardsScreen::openDetails(const RegisteredCard& card) {
    m_shown = card;
    const ActionCall call{ActionId::CardDetailsView, operatorTarget(card.person.id),
                          card.card.id.isEmpty() ? QMap<QString, QString>()
                                                 : QMap<QString, QString>{{u"card"_s, card.card.id}}};
    if (const Result<> read = run(call, [this] { return readDetails(); }); !read)
        return read;
    m_pages->setCurrentIndex(1);
    m_panel->takeKeyboard();
    Q_EMIT functionKeysChanged();
    return {};
}

Result<> CardsScreen::readDetails() {
    const auto present = std::ranges::find_if(m_all, [this](const RegisteredCard& card) {
        return card.card.id == m_shown.card.id && card.person.id == m_shown.person.id;
    });
    if (present == m_all.end())
        return fail(ErrorCode::OperatorUnknown);
    const auto history = context().station.cardLife().history(context().session, present->card.id);
    if (!history)
        return fail(history.error());
    const Result<VaultSlotState> slot = context().station.vaultKeySlots().state(present->card.id);
    if (!slot)
        return fail(slot.error());
    m_shown = *present;
    m_panel->show(m_shown.person, m_shown.person.id == context().session.facts().operatorId);
    m_card->show(m_shown, *slot, *history, m_shown.card.id == context().session.facts().card);
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

void CardsScreen::askAbout(ActionId action) {
    CardLife& life = context().station.cardLife();
    const Session& session = context().session;
    const QString card = m_shown.card.id;
    CardQuestions questions(m_confirmation);
    if (action == ActionId::CardReportLost) {
        Q_EMIT openRequested(u"loss"_s, card);
    } else if (action == ActionId::PinUnblock) {
        Q_EMIT openRequested(u"unblock"_s, card);
    } else if (action == ActionId::CardLend) {
        const QDate today = context().station.clock().now().toLocalTime().date();
        questions.askLending(m_shown, today, [this, &life, &session, card](QDate due) {
            changeCard(
                ActionId::CardLend, {{u"due-back"_s, due.toString(Qt::ISODate)}},
                [&] { return nothingWithdrawn(life.lend(session, card, due)); },
                tr("Card %1 is lent.").arg(card));
        });
    } else if (action == ActionId::CardTakeBack) {
        questions.askTakingBack(m_shown, [this, &life, &session, card] {
            changeCard(
                ActionId::CardTakeBack, {}, [&] { return life.takeBack(session, card); },
                tr("Card %1 is taken back.").arg(card));
        });
    } else if (action == ActionId::CardFound) {
        questions.askFound(m_shown, [this, &life, &session, card] {
            changeCard(
                ActionId::CardFound, {{u"incident"_s, m_shown.incident}},
                [&] { return nothingWithdrawn(life.found(session, card)); },
                tr("Card %1 is noted as found. It stays refused.").arg(card));
        });
    } else if (action == ActionId::CardInvalidate) {
        const Result<bool> alone = life.holdsDraftsAlone(session, card);
        if (!alone) {
            Q_EMIT failed(alone.error());
            return;
        }
        const DraftsAfter drafts = *alone ? DraftsAfter::Lost : DraftsAfter::Readable;
        questions.askInvalidating(m_shown, drafts, [this, &life, &session, card](const QString& reason) {
            changeCard(
                ActionId::CardInvalidate, {{u"reason"_s, reason}},
                [&] { return life.invalidate(session, card, reason); },
                tr("Card %1 is invalidated.").arg(card));
        });
    } else {
        askWitness();
    }
}

void CardsScreen::askWitness() {
    QList<Operator> people;
    for (const RegisteredCard& each : std::as_const(m_all)) {
        const bool known =
            std::ranges::any_of(people, [&](const Operator& person) { return person.id == each.person.id; });
        const bool suitable = each.person.status == OperatorStatus::Active &&
                              each.person.id != context().session.facts().operatorId;
        if (suitable && !known)
            people.append(each.person);
    }
    CardQuestions(m_confirmation).askDestroying(m_shown, people, [this](const QString& witness) {
        const QString card = m_shown.card.id;
        changeCard(
            ActionId::CardDestroy, {{u"witness"_s, witness}, {u"witness-proof"_s, u"named"_s}},
            [&] {
                return nothingWithdrawn(
                    context().station.cardLife().destroy(context().session, card, {witness}));
            },
            tr("Card %1 is noted as destroyed.").arg(card));
    });
}

void CardsScreen::changeCard(ActionId id, const QMap<QString, QString>& details,
                             const std::function<Result<Withdrawal>()>& change, const QString& done) {
    const ActionCall call{id, cardTarget(m_shown.card.id), details};
    const Result<Withdrawal> changed =
        run(call, change, [](const Withdrawal& withdrawal) { return detailsOf(withdrawal); });
    showChanged(changed ? Result<>() : fail(changed.error()), done);
}

void CardsScreen::showChanged(const Result<>& changed, const QString& done) {
    Result<> shown = changed ? readList() : changed;
    if (shown)
        shown = readDetails();
    m_panel->takeKeyboard();
    if (shown)
        Q_EMIT succeeded(done);
    else
        Q_EMIT failed(shown.error());
}

// ---- the operator --------------------------------------------------------------------------------------

void CardsScreen::askToSuspend(const QString& reason) {
    m_confirmation.ask(
        {tr("Suspend %1?").arg(m_shown.person.name),
         tr("From the next login or unlocking on, this operator's card is refused. Drafts stay as they are."),
         ActionId::OperatorSuspend, tr("Suspend")},
        [this, reason] { changeOperator(ActionId::OperatorSuspend, reason); });
}

void CardsScreen::askToResume() {
    m_confirmation.ask({tr("Let %1 work again?").arg(m_shown.person.name),
                        tr("From now on this operator can log in again."), ActionId::OperatorResume,
                        tr("Resume"), ButtonKind::Primary},
                       [this] { changeOperator(ActionId::OperatorResume, {}); });
}

void CardsScreen::changeOperator(ActionId id, const QString& reason) {
    const QString person = m_shown.person.id;
    ActionCall call{id, operatorTarget(person)};
    if (!reason.isEmpty())
        call.details.insert(u"reason"_s, reason);
    const bool suspend = id == ActionId::OperatorSuspend;
    const Result<Suspension> changed = run(
        call,
        [&]() -> Result<Suspension> {
            CardLife& life = context().station.cardLife();
            if (suspend)
                return life.suspend(context().session, person, reason);
            const Result<> resumed = life.resume(context().session, person);
            return resumed ? Result<Suspension>(Suspension()) : fail(resumed.error());
        },
        [](const Suspension& suspension) { return detailsOf(suspension); });
    QString done = suspend ? tr("%1 is suspended.") : tr("%1 can work again.");
    if (changed && !changed->kept.isEmpty()) {
        done = tr("%1 is suspended: the login refuses the card. It keeps the key to the drafts, because no "
                  "other card has it.");
    }
    showChanged(changed ? Result<>() : fail(changed.error()), done.arg(m_shown.person.name));
}

// ---- moving about --------------------------------------------------------------------------------------

bool CardsScreen::showsDetails() const {
    return m_pages->currentIndex() == 1;
}

ScreenPosition CardsScreen::position() const {
    ScreenPosition position = Screen::position();
    position.target = QString();
    if (showsDetails())
        position.target = m_shown.card.id.isEmpty() ? m_shown.person.id : m_shown.card.id;
    return position;
}

QList<FunctionKey> CardsScreen::functionKeys() {
    if (showsDetails())
        return {{.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { closeDetails(); }}};
    return {{.key = Qt::Key_F4,
             .action = ActionId::FocusList,
             .callback = [this] { m_table->setFocus(Qt::OtherFocusReason); }},
            {.key = Qt::Key_F6, .action = ActionId::FocusList, .label = tr("Search"), .callback = [this] {
                 m_search->setFocus(Qt::OtherFocusReason);
             }}};
}

} // namespace madoguchi
