// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/deskscreen.h"

#include "app/procedures/fieldrules.h"
#include "app/workstation.h"
#include "ui/screens/draftsearch.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/receptionpanel.h"
#include "ui/screens/searchpanel.h"
#include "ui/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this, as at 200 %, the two halves stand above each other.
constexpr int BesideWidth = 1000;
constexpr int ReceptionWidth = 344;

/// In a position, before the number of the reception that waits for its procedure.
const QString ReceptionPrefix = u"reception:"_s;

QDate today(const Clock& clock) {
    return clock.now().toLocalTime().date();
}

} // namespace

DeskScreen::DeskScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_reception(new ReceptionPanel(context.station.purposes(), context.station.procedures().procedures()))
    , m_search(new SearchPanel(context.station.purposes(), today(context.station.clock()))) {
    m_columns->setContentsMargins(theme::px(16), theme::px(12), theme::px(16), theme::px(12));
    m_columns->setSpacing(theme::px(24));
    m_columns->addWidget(m_reception);
    m_columns->addWidget(makeList(), 1);
    join();
}

QWidget* DeskScreen::makeList() {
    m_listTitle = new QLabel;
    m_listTitle->setFont(theme::font(theme::TextRole::Heading));
    m_showAll = new ActionButton(ActionId::DraftList, tr("Back to all my drafts"));
    m_table = new ListTable(tr("Drafts"), {tr("Name"), tr("Reading"), tr("Procedure"), tr("Reception"),
                                           tr("Changed"), tr("Handed over by")});
    m_table->setObjectName(u"drafts"_s);
    m_table->setNameColumn(0);
    m_table->setColumnSample(2, u"住民票の写し"_s);
    m_table->setColumnSample(3, u"20261121-0007"_s);
    m_table->setColumnSample(4, u"12月30日 23:59"_s);
    m_table->setColumnSample(5, u"引き継ぎ元の人"_s);
    if (!pageparts::isWide()) {
        for (const int column : {1, 4}) // a name, its procedure and its number find the draft
            m_table->hideColumn(column);
    }
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_listTitle, 1);
    heading->addWidget(m_showAll);
    auto* half = new QWidget;
    auto* column = new QVBoxLayout(half);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(theme::px(8));
    column->addWidget(m_search);
    column->addLayout(heading);
    column->addWidget(m_table, 1);
    return half;
}

void DeskScreen::join() {
    connect(m_reception, &ReceptionPanel::purposeChosen, this, &DeskScreen::openReception);
    connect(m_reception, &ReceptionPanel::procedureChosen, this, &DeskScreen::createDraft);
    connect(m_reception, &ReceptionPanel::purposeWanted, this, &DeskScreen::goBack);
    connect(m_reception, &ReceptionPanel::procedureWanted, this, &DeskScreen::goOn);
    connect(m_search, &SearchPanel::searchRequested, this, &DeskScreen::search);
    // What is looked for is not recorded before the search, only that it was being entered.
    connect(m_search, &SearchPanel::fieldChanged, this, [this](const QString& field) {
        note({ActionId::FilterChange, u"field:"_s + field});
    });
    connect(m_table, &ListTable::rowOpened, this, &DeskScreen::open);
    connect(m_showAll, &ActionButton::clicked, this, [this] {
        if (const Result<> shown = showOwn(); !shown)
            Q_EMIT failed(shown.error());
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

QString DeskScreen::name() const {
    return u"desk"_s;
}

QString DeskScreen::title() const {
    return tr("Desk");
}

ScreenPosition DeskScreen::position() const {
    ScreenPosition position = Screen::position();
    if (m_reception->asksProcedure())
        position.field = ReceptionPrefix + m_reception->reception().number;
    return position;
}

void DeskScreen::restore(const ScreenPosition& position) {
    if (!position.field.startsWith(ReceptionPrefix))
        return Screen::restore(position);
    const Result<Work*> open = work();
    const auto reception =
        open ? (*open)->receptions.find(context().session, position.field.mid(ReceptionPrefix.size()))
             : Result<Reception>(fail(open.error()));
    if (reception)
        m_reception->askProcedure(*reception);
    m_reception->takeKeyboard();
    Q_EMIT functionKeysChanged();
}

QList<FunctionKey> DeskScreen::functionKeys() {
    QList<FunctionKey> keys{
        {.key = Qt::Key_F4, .action = ActionId::FocusList, .callback = [this] { m_table->setFocus(); }},
        {.key = Qt::Key_F6,
         .action = ActionId::FocusList,
         .label = tr("Search"),
         .callback = [this] { m_search->takeKeyboard(); }},
        {.key = Qt::Key_F9,
         .action = ActionId::FocusList,
         .label = tr("Choose the purpose"),
         .callback = [this] { startAgain(); }},
    };
    if (m_reception->asksProcedure())
        keys.append({.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { goBack(); }});
    return keys;
}

void DeskScreen::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    const bool beside = width() >= theme::px(BesideWidth);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_reception->setMaximumWidth(beside ? theme::px(ReceptionWidth) : QWIDGETSIZE_MAX);
}

Result<Work*> DeskScreen::work() {
    if (Work* open = context().station.work())
        return open;
    return fail(ErrorCode::VaultKeyMissing);
}

// ---- a visit begins ------------------------------------------------------------------------------------

void DeskScreen::openReception(const QString& purpose) {
    const Result<Reception> reception =
        run({ActionId::ReceptionOpen, {}, {{u"purpose"_s, purpose}}}, [&]() -> Result<Reception> {
            const Result<Work*> open = work();
            if (!open)
                return fail(open.error());
            return (*open)->receptions.open(context().session, purpose);
        });
    if (reception) {
        askProcedure(*reception);
    } else {
        Q_EMIT failed(reception.error());
    }
}

void DeskScreen::askProcedure(const Reception& reception) {
    m_reception->askProcedure(reception);
    m_reception->takeKeyboard();
    Q_EMIT functionKeysChanged();
}

void DeskScreen::createDraft(const QString& procedureId) {
    const Procedure* procedure = context().station.procedures().procedure(procedureId);
    const QString reception = m_reception->reception().number;
    const ActionCall call{
        ActionId::DraftCreate, u"reception:"_s + reception, {{u"procedure"_s, procedureId}}};
    const Result<Draft> draft = run(call, [&]() -> Result<Draft> {
        const Result<Work*> open = work();
        if (!open)
            return fail(open.error());
        const QDate today = context().station.clock().now().toLocalTime().date();
        return (*open)->drafts.create(context().session, reception, *procedure,
                                      initialValues(*procedure, today));
    });
    if (!draft) {
        Q_EMIT failed(draft.error());
        return;
    }
    startAgain(); // whoever comes next must not get this visitor's number
    Q_EMIT openRequested(u"draft"_s, draft->id);
}

void DeskScreen::startAgain() {
    m_reception->askPurpose();
    m_reception->takeKeyboard();
    Q_EMIT functionKeysChanged();
}

void DeskScreen::goBack() {
    if (note({ActionId::GoBack}))
        startAgain();
}

/// With the visitor before.
void DeskScreen::goOn() {
    const Reception reception = m_reception->reception();
    if (note({ActionId::ListSelect, u"reception:"_s + reception.number}))
        askProcedure(reception);
}

// ---- finding again -------------------------------------------------------------------------------------

Result<> DeskScreen::load() {
    if (const Result<Work*> open = work(); !open)
        return fail(open.error());
    const Result<QList<Colleague>> colleagues = run({ActionId::ColleaguesView}, [this] {
        return context().station.operators().colleagues(context().session);
    });
    if (!colleagues)
        return fail(colleagues.error());
    for (const Colleague& colleague : *colleagues)
        m_colleagues.insert(colleague.id, colleague.name);
    if (Result<> shown = showOwn(); !shown)
        return shown;
    m_reception->takeKeyboard();
    return {};
}

Result<> DeskScreen::refresh() {
    Result<> shown = showOwn();
    if (m_ids.isEmpty()) // the draft that was open left the list, and an empty list gives nothing to do
        m_reception->takeKeyboard();
    return shown;
}

Result<> DeskScreen::showOwn() {
    const Result<QList<DraftSummary>> drafts = run(
        {ActionId::DraftList},
        [this]() -> Result<QList<DraftSummary>> {
            const Result<Work*> open = work();
            if (!open)
                return fail(open.error());
            return (*open)->drafts.list(context().session);
        },
        shownDetails);
    if (!drafts)
        return fail(drafts.error());
    m_search->clear();
    showDrafts(*drafts, false);
    return {};
}

void DeskScreen::search(const QString& purpose, const QList<DraftQuery>& queries) {
    const ActionCall call{
        ActionId::DraftSearch, {}, {{u"purpose"_s, purpose}, {u"by"_s, queryKinds(queries)}}};
    const Result<QList<DraftSummary>> drafts = run(
        call, [&] { return found(queries); }, shownDetails);
    if (!drafts) {
        Q_EMIT failed(drafts.error());
        return;
    }
    showDrafts(*drafts, true);
    if (!drafts->isEmpty())
        m_table->setFocus(Qt::OtherFocusReason);
}

/// Each draft once, in the order in which it was found.
Result<QList<DraftSummary>> DeskScreen::found(const QList<DraftQuery>& queries) {
    const Result<Work*> open = work();
    if (!open)
        return fail(open.error());
    QList<DraftSummary> all;
    for (const DraftQuery& query : queries) {
        const Result<QList<DraftSummary>> some = (*open)->drafts.search(context().session, query);
        if (!some)
            return fail(some.error());
        for (const DraftSummary& draft : *some) {
            if (!all.contains(draft))
                all.append(draft);
        }
    }
    return all;
}

void DeskScreen::showDrafts(const QList<DraftSummary>& drafts, bool isSearch) {
    QList<QStringList> rows;
    m_ids.clear();
    for (const DraftSummary& draft : drafts) {
        rows.append(rowFor(draft));
        m_ids.append(draft.id);
    }
    const bool cut = drafts.size() > ListTable::MostRows;
    const qsizetype shown = std::min(drafts.size(), ListTable::MostRows);
    //: %1 is how many drafts are listed
    QString title = isSearch ? tr("Found: %1").arg(shown) : tr("My drafts: %1").arg(shown);
    if (cut || (isSearch && drafts.size() == DraftStore::MostFound))
        title = tr("%1 (there may be more; narrow the search)").arg(title);
    m_listTitle->setText(title);
    m_showAll->setVisible(isSearch);
    m_table->setEmptyText(
        isSearch ? tr("No draft of yours was found. Check the reading, the date of birth or "
                      "the number, or ask the colleague who received the visitor.")
                 : tr("There are no drafts yet. Press F9, choose the purpose and start a reception."));
    m_table->setRows(rows);
}

QStringList DeskScreen::rowFor(const DraftSummary& draft) const {
    const Procedure* procedure = context().station.procedures().procedure(draft.procedure);
    const QDateTime changed = draft.changedAt.toLocalTime();
    const bool thisYear = changed.date().year() == today(context().station.clock()).year();
    const QString from = m_colleagues.value(draft.handedOverBy, draft.handedOverBy);
    return {
        draft.name.isEmpty() ? tr("(no name yet)") : draft.name,
        draft.kana,
        procedure == nullptr ? draft.procedure : procedure->shortTitle,
        draft.reception,
        changed.toString(thisYear ? u"M月d日 HH:mm"_s : u"yyyy年M月d日"_s),
        //: %1 is the colleague's name
        from.isEmpty() ? QString() : tr("From %1").arg(from),
    };
}

void DeskScreen::open(int row) {
    if (row >= 0 && row < m_ids.size())
        Q_EMIT openRequested(u"draft"_s, m_ids.at(row));
}

} // namespace madoguchi
