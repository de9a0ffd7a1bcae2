// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/lossscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/keyfatetext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/rowsearch.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pagestack.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, KanaColumn, IdColumn, RoleColumn, CardColumn };

QStringList rowOf(const CardHolder& holder) {
    return {holder.person.name, holder.person.kana, holder.person.id, roleText(holder.person.role),
            holder.card.id};
}

QString numbered(const QStringList& lines) {
    QStringList counted;
    for (const QString& line : lines) {
        //: %1 is the number of a step, %2 the step
        counted += LossScreen::tr("%1. %2").arg(counted.size() + 1).arg(line);
    }
    return counted.join(u'\n');
}

QWidget* framed(const QString& title, QWidget* content) {
    auto* frame = new QFrame;
    frame->setFrameShape(QFrame::Box);
    auto* column = new QVBoxLayout(frame);
    const int margin = theme::px(16);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::px(12));
    column->addWidget(pageparts::text(title, theme::TextRole::Heading));
    column->addWidget(content);
    column->addStretch();
    return frame;
}

} // namespace

LossScreen::LossScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new PageStack(this))
    , m_search(new LineField(0, 320))
    , m_table(new ListTable(tr("People with cards"),
                            {tr("Name"), tr("Reading"), tr("Operator number"), tr("Role"), tr("Card")}))
    , m_report(new ActionButton(ActionId::ListSelect, tr("Report this card (Enter)"), ButtonKind::Primary))
    , m_incident(pageparts::text({}, theme::TextRole::Large))
    , m_facts(new FactList)
    , m_next(pageparts::text({}))
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
    // What is looked for is not recorded, only that the list was narrowed.
    connect(m_search, &FieldEditor::editingEnded, this, [this] {
        note({ActionId::FilterChange, u"field:"_s + m_search->objectName()});
    });
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

/// The number and what to do with it first: what was done can be read up later.
QWidget* LossScreen::makeResult() {
    auto* page = new QWidget;
    m_incident->setObjectName(u"incident"_s);
    auto* number = new QVBoxLayout;
    number->addWidget(pageparts::text(tr("The loss is reported. Number of the incident:")));
    number->addWidget(m_incident);
    QBoxLayout* head = pageparts::row();
    head->addLayout(number, 1);
    head->addWidget(m_done, 0, Qt::AlignTop); // here, so that the keyboard does not scroll the number away
    const bool wide = pageparts::isWide();
    auto* parts = new QBoxLayout(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    parts->setSpacing(theme::px(wide ? 32 : 16));
    parts->addWidget(framed(tr("To be done now"), m_next), 1);
    parts->addWidget(framed(tr("What was reported"), m_facts), 1);
    auto* column = pageparts::column(page);
    column->addLayout(head);
    column->addLayout(parts);
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
    const auto fates =
        context().station.cardLife().fatesWithout(context().session, {holder.card.id}, CardLeaves::ForEver);
    if (!fates) {
        Q_EMIT failed(fates.error());
        return;
    }
    m_confirmation.ask(
        //: %1 is the holder's name, %2 the card's number
        {.title = tr("Report %1's card %2?").arg(holder.person.name, holder.card.id),
         .text = withKeyFates(
             tr("From this moment the card is refused here for ever, also when it turns up. An incident is "
                "opened. The holder needs a new card.") +
                 (own ? u'\n' + tr("This is the card that is in use now: this session ends at once. The "
                                   "incident's number "
                                   "is in the card register.")
                      : QString()),
             *fates),
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
    if (report) {
        showResult(*report);
    } else {
        Q_EMIT failed(report.error());
    }
}

void LossScreen::showResult(const LossReport& report) {
    m_incident->setText(report.incident);
    QStringList todo{tr("Write the number down and tell whoever is responsible for security in this office."),
                     tr("Ask the card administrator for a new card.")};
    todo += report.revoked
                ? tr("Have the next list of revoked cards signed and carried to the other stations.")
                : tr("Report the card at the other stations, too.");
    if (roleMay(report.holder.person.role, Permission::IssueCard)) {
        todo += tr("Have the office's root take back what the card can issue (madoguchictl authority "
                   "withdraw).");
    }
    m_next->setText(numbered(todo));
    QList<Fact> facts{{tr("Card"), report.holder.card.id},
                      {tr("Name"), report.holder.person.name},
                      {tr("Refused here since"), clocktext::dateAndTime(report.at)}};
    if (report.revoked)
        facts += {tr("Certificates"), tr("Revoked. Other stations learn it from the next revocation list.")};
    if (const QString keys = keyFateText(report.vaultKey.fates); !keys.isEmpty())
        facts += {tr("Keys"), keys};
    m_facts->setFacts(facts);
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
