// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/rightsscreen.h"

#include "app/station/rightsreview.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/roletext.h"
#include "ui/screens/exportplace.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/registerwords.h"
#include "ui/screens/rightspaper.h"
#include "ui/screens/termstext.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pagestack.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

enum Column { IdColumn, NameColumn, RoleColumn, FromColumn, UntilColumn, StateColumn };

} // namespace

RightsScreen::RightsScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new PageStack(this))
    , m_table(new ListTable(tr("Operators and their roles"),
                            {tr("Number"), tr("Name"), tr("Role"), tr("From"), tr("Until"), tr("State")}))
    , m_count(pageparts::text({}, theme::TextRole::Supporting))
    , m_review(pageparts::text({}))
    , m_facts(new FactList)
    , m_allowed(pageparts::text({}))
    , m_back(new ActionButton(ActionId::GoBack, tr("Back to the list"))) {
    m_table->setObjectName(u"rights"_s);
    m_table->setNameColumn(NameColumn);
    m_table->setColumnSample(IdColumn, u"operator"_s);
    m_table->setColumnSample(RoleColumn, roleText(Role::CardAdministrator)); // none is longer in Japanese
    m_table->setColumnSample(FromColumn, u"2026/11/21"_s);
    m_table->setColumnSample(UntilColumn, u"2026/11/21"_s);
    Operator former;
    former.validTo = QDate(2000, 1, 1);
    m_table->setColumnSample(StateColumn, u"MM "_s + standingText(former, QDate(2000, 1, 2)));
    if (!pageparts::isWide())
        m_table->hideColumn(FromColumn); // the details have it
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeDetails());
    m_pages->setCurrentIndex(0);
    connect(m_table, &ListTable::rowOpened, this, &RightsScreen::open);
    connect(m_back, &ActionButton::clicked, this, &RightsScreen::close);
}

QWidget* RightsScreen::makeList() {
    auto* page = new QWidget;
    auto* show = new ActionButton(ActionId::RightsView, tr("Show what is allowed (Enter)"));
    auto* csv = new ActionButton(ActionId::RightsExport, tr("Export as CSV"));
    auto* json = new ActionButton(ActionId::RightsExport, tr("Export as JSON"));
    auto* print = new ActionButton(ActionId::RightsExport, tr("For printing"));
    print->setObjectName(u"print"_s);
    connect(show, &ActionButton::clicked, this, [this] { open(m_table->currentRow()); });
    connect(csv, &ActionButton::clicked, this, [this] { exportList(TableFormat::Csv); });
    connect(json, &ActionButton::clicked, this, [this] { exportList(TableFormat::Json); });
    connect(print, &ActionButton::clicked, this, [this] {
        const Result<QString> saved = saveRightsPaper(context());
        if (saved) {
            Q_EMIT succeeded(*saved);
        } else {
            Q_EMIT failed(saved.error());
        }
    });
    auto* reviewed = new ActionButton(ActionId::RightsReviewed, ButtonKind::Secondary);
    connect(reviewed, &ActionButton::clicked, this, &RightsScreen::noteReview);
    auto* column = pageparts::column(page);
    column->addWidget(m_review);
    column->addWidget(m_table, 1);
    column->addWidget(m_count);
    QBoxLayout* row = pageparts::row();
    row->addWidget(show);
    row->addWidget(reviewed);
    row->addStretch();
    column->addLayout(row);
    if (!pageparts::isWide()) { // no room for all of them beside each other
        row = pageparts::row();
        column->addLayout(row);
    }
    for (QWidget* each : {csv, json, print})
        row->addWidget(each);
    return page;
}

QWidget* RightsScreen::makeDetails() {
    auto* page = new QWidget;
    auto* column = pageparts::column(page);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_facts);
    column->addWidget(pageparts::text(tr("This role may:"), theme::TextRole::Strong));
    column->addWidget(m_allowed);
    column->addStretch();
    return page;
}

Result<> RightsScreen::load() {
    Result<QList<PersonRights>> people = run({ActionId::RightsView}, [this] {
        return reviewRights(context().session, context().station.operators());
    });
    if (!people)
        return fail(people.error());
    m_people = *std::move(people);
    showList();
    return showReview();
}

Result<> RightsScreen::showReview() {
    Workstation& station = context().station;
    const auto last = lastRightsReview(context().session, station.database());
    if (!last)
        return fail(last.error());
    const QString question =
        tr("Go through this list: is everybody still here, in this role, until that day?");
    const QString due =
        clocktext::dayInList(rightsReviewDue(*last, station.facts().madeAt, station.clock().now()));
    const QString state =
        *last //: %1 and %3 are days, %2 an operator number
            ? tr("Last gone through on %1 by %2; again until %3.")
                  .arg(clocktext::dayInList((*last)->at.toLocalTime().date()), (*last)->by, due)
            : tr("Not gone through yet; to be done until %1.").arg(due);
    m_review->setText(question + u'\n' + state);
    return {};
}

void RightsScreen::noteReview() {
    Workstation& station = context().station;
    const Result<> noted = run({ActionId::RightsReviewed}, [&] {
        return noteRightsReview(context().session, station.database(), station.clock().now());
    });
    report(noted, tr("It is on record that you have gone through the list."),
           [this] { return showReview(); });
}

void RightsScreen::showList() {
    const QDate today = context().station.clock().now().toLocalTime().date();
    QList<QStringList> rows;
    for (const PersonRights& rights : std::as_const(m_people)) {
        const Operator& person = rights.person;
        rows.append({person.id, person.name, roleText(person.role), clocktext::dayInList(person.validFrom),
                     clocktext::dayInList(person.validTo), standingText(person, today)});
    }
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Operator& person = m_people.at(row).person;
        const bool works = person.status == OperatorStatus::Active && !isRoleOver(person, today);
        m_table->item(row, StateColumn)
            ->setIcon(icon(works ? IconShape::Success : IconShape::Error,
                           QColor(works ? theme::colour::success : theme::colour::errorText)));
    }
    const QString more = pageparts::moreRows(m_people.size());
    m_count->setVisible(pageparts::isWide() || !more.isEmpty()); // else the list needs the room
    m_count->setText(more.isEmpty() ? tr("%n person(s)", nullptr, static_cast<int>(m_people.size())) : more);
}

void RightsScreen::open(int row) {
    if (row < 0 || row >= m_people.size())
        return;
    const PersonRights& rights = m_people.at(row);
    const Operator& person = rights.person;
    const ActionCall call{ActionId::RightsView, u"operator:"_s + person.id};
    if (!note(call))
        return;
    m_facts->setFacts({{tr("Operator number"), person.id},
                       {tr("Name"), person.name},
                       {tr("Role"), roleText(person.role)},
                       {tr("From"), clocktext::dayInList(person.validFrom)},
                       {tr("Until"), clocktext::dayInList(person.validTo)},
                       {tr("Hours"), hoursText(person.hours)},
                       {tr("Terminals"), terminalsText(person.terminals)}});
    m_allowed->setText(permissionWords(rights.permissions).join(u'\n'));
    m_pages->setCurrentIndex(1);
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT functionKeysChanged();
}

void RightsScreen::close() {
    if (!note({ActionId::GoBack}))
        return;
    m_pages->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT functionKeysChanged();
}

void RightsScreen::exportList(TableFormat format) {
    const ExportName name{u"rights"_s, format == TableFormat::Csv ? u"csv"_s : u"json"_s};
    const auto exported = exportFile(context(), {ActionId::RightsExport}, name, [&](QIODevice& out) {
        return exportRights(context().session, context().station.operators(), format, registerWords(), out);
    });
    if (exported) {
        //: %1 is a file
        Q_EMIT succeeded(tr("The list was exported to %1.").arg(exported->path));
    } else {
        Q_EMIT failed(exported.error());
    }
}

QList<FunctionKey> RightsScreen::functionKeys() {
    if (m_pages->currentIndex() == 1)
        return {{.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] { close(); }}};
    return {{.key = Qt::Key_F4, .action = ActionId::FocusList, .callback = [this] {
                 m_table->setFocus(Qt::OtherFocusReason);
             }}};
}

} // namespace madoguchi
