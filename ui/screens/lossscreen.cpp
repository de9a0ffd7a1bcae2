// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/lossscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/rowsearch.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/listtable.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStackedLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, KanaColumn, IdColumn, RoleColumn, CardColumn };

QStringList rowOf(const CardHolder& holder) {
    return {holder.person.name, holder.person.kana, holder.person.id, roleText(holder.person.role),
            holder.card.id};
}

} // namespace

LossScreen::LossScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new QStackedLayout(this))
    , m_search(new LineField(0, 320))
    , m_table(new ListTable(tr("People with cards"),
                            {tr("Name"), tr("Reading"), tr("Operator number"), tr("Role"), tr("Card")}))
    , m_report(new ActionButton(ActionId::ListSelect, tr("Report this card (Enter)"), ButtonKind::Primary))
    , m_incident(pageparts::text({}, theme::TextRole::Large))
    , m_what(pageparts::text({}))
    , m_done(new ActionButton(ActionId::GoBack, tr("Back"), ButtonKind::Primary))
    , m_confirmation(*this, context) {
    m_table->setObjectName(u"holders"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setEmptyText(tr("Nobody with this name or number has a card."));
    m_table->setColumnSample(IdColumn, u"Operator number"_s);
    m_table->setColumnSample(CardColumn, u"C-00000"_s);
    if (!pageparts::isWide())
        m_table->hideColumn(RoleColumn);
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeResult());
    connect(m_table, &ListTable::rowOpened, this, &LossScreen::ask);
    connect(m_report, &ActionButton::clicked, this, [this] { ask(m_table->currentRow()); });
    connect(m_search, &FieldEditor::edited, this, &LossScreen::filter);
    connect(m_done, &ActionButton::clicked, this, &Screen::closeRequested);
}

QWidget* LossScreen::makeList() {
    auto* page = new QWidget;
    m_search->setObjectName(u"search"_s);
    auto* column = pageparts::column(page);
    column->addWidget(
        pageparts::text(tr("Whose card is lost or stolen? Choose the person and press Enter.")));
    column->addWidget(m_table, 1);
    column->addWidget(new FieldRow({.label = tr("Narrow the list by name, reading or number")}, m_search));
    QBoxLayout* row = pageparts::row();
    row->addWidget(m_report);
    row->addStretch();
    column->addLayout(row);
    return page;
}

QWidget* LossScreen::makeResult() {
    auto* page = new QWidget;
    m_incident->setObjectName(u"incident"_s);
    auto* column = pageparts::column(page);
    column->addWidget(pageparts::text(tr("The loss is reported. Number of the incident:")));
    column->addWidget(m_incident);
    column->addWidget(m_what);
    column->addWidget(m_done, 0, Qt::AlignLeft);
    column->addStretch();
    return page;
}

Result<> LossScreen::load() {
    Result<QList<CardHolder>> holders = run({ActionId::CardHoldersView}, [this] {
        return context().station.cardLife().inPeoplesHands(context().session);
    });
    if (!holders)
        return fail(holders.error());
    m_all = *std::move(holders);
    filter();
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row).card.id == target()) {
            m_table->setCurrentCell(row, 0);
            // When the page stands: the question covers the whole work area.
            QMetaObject::invokeMethod(
                this, [this, row] { ask(row); }, Qt::QueuedConnection);
        }
    }
    return {};
}

void LossScreen::filter() {
    m_shown.clear();
    QList<QStringList> rows;
    for (const CardHolder& holder : std::as_const(m_all)) {
        const QStringList row = rowOf(holder);
        if (!rowFits(row, m_search->value()))
            continue;
        m_shown.append(holder);
        rows.append(row);
    }
    m_table->setRows(rows);
    m_report->setEnabled(!rows.isEmpty());
}

void LossScreen::ask(int row) {
    if (row < 0 || row >= m_shown.size())
        return;
    const CardHolder holder = m_shown.at(row);
    const auto as = [this, holder](LossKind kind) {
        return [this, holder, kind] { reportLost(holder, kind); };
    };
    const bool own = holder.card.id == context().session.facts().card;
    m_confirmation.ask(
        //: %1 is the holder's name, %2 the card's number
        {.title = tr("Report %1's card %2?").arg(holder.person.name, holder.card.id),
         .text =
             tr("From this moment the card is refused here for ever, also when it turns up. An incident is "
                "opened. The holder needs a new card.") +
             (own ? u'\n' + tr("This is the card that is in use now: this session ends at once.")
                  : QString()),
         .action = ActionId::CardReportLost,
         .confirm = tr("It is lost"),
         .more = {{ActionId::CardReportStolen, tr("It was stolen"), ButtonKind::Danger,
                   as(LossKind::Stolen)}}},
        as(LossKind::Lost));
}

void LossScreen::reportLost(const CardHolder& holder, LossKind kind) {
    const bool stolen = kind == LossKind::Stolen;
    const ActionCall call{stolen ? ActionId::CardReportStolen : ActionId::CardReportLost,
                          u"card:"_s + holder.card.id,
                          {{u"operator"_s, holder.person.id}}};
    const Result<LossReport> report = run(
        call,
        [&] { return context().station.cardLife().reportLost(context().session, holder.card.id, kind); },
        [](const LossReport& made) { return detailsOf(made); });
    if (report)
        showResult(*report);
    else
        Q_EMIT failed(report.error());
}

void LossScreen::showResult(const LossReport& report) {
    m_incident->setText(report.incident);
    //: %1 is a card's number, %2 its holder's name, %3 a time
    QStringList lines{tr("Card %1 of %2 is refused at this station since %3.")
                          .arg(report.holder.card.id, report.holder.person.name, clocktext::time(report.at))};
    if (report.revoked)
        lines += tr("Its certificates are revoked. Other stations learn it from the next revocation list.");
    else
        lines += tr("At other stations it has to be reported there too.");
    if (!report.vaultKey.kept.isEmpty())
        lines += tr("It keeps the key to the drafts, because no other card has it: nobody could open them.");
    lines += tr("Write the number down and tell whoever is responsible for security in this office.");
    m_what->setText(lines.join(u'\n'));
    m_pages->setCurrentIndex(1);
    m_done->setFocus(Qt::OtherFocusReason);
    Q_EMIT functionKeysChanged();
}

QList<FunctionKey> LossScreen::functionKeys() {
    if (m_pages->currentIndex() == 1)
        return {};
    return {{.key = Qt::Key_F4,
             .action = ActionId::FocusList,
             .callback = [this] { m_table->setFocus(Qt::OtherFocusReason); }},
            {.key = Qt::Key_F6, .action = ActionId::FocusList, .label = tr("Search"), .callback = [this] {
                 m_search->setFocus(Qt::OtherFocusReason);
             }}};
}

} // namespace madoguchi
