// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/issuescreen.h"

#include "app/issuing/cardissuing.h"
#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/pintext.h"
#include "ui/screens/cardsteppage.h"
#include "ui/screens/issueform.h"
#include "ui/screens/issuetext.h"
#include "ui/screens/lendingnotice.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/pagestack.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualYears = 3;

QString whereStopped(bool hasCertificates) {
    return hasCertificates ? IssueScreen::tr("After its certificates were begun")
                           : IssueScreen::tr("Before its certificates were begun");
}

} // namespace

IssueScreen::IssueScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_pages(new PageStack(this))
    , m_form(new IssueForm(context.station.clock().now().toLocalTime().date()))
    , m_unfinished(new ListTable(tr("Unfinished issues"), {tr("Issue"), tr("Operator number"), tr("Begun"),
                                                           tr("Stopped"), tr("Second person")}))
    , m_step(new CardStepPage(ActionId::CardIssueStop, tr("Stop issuing"), tr("Back to issuing")))
    , m_confirmation(*this, context)
    , m_typed(*m_form) {
    m_unfinished->setObjectName(u"unfinished"_s);
    m_unfinished->setColumnSample(0, u"I-00000"_s);
    m_unfinished->setColumnSample(1, u"operator"_s);
    m_unfinished->setColumnSample(2, u"2026/11/21 00:00:00"_s);
    m_unfinished->setColumnSample(3, whereStopped(true));
    m_unfinished->setEmptyText(tr("No issue has stopped half way."));
    m_pages->addWidget(makeOrders());
    m_pages->addWidget(m_step);
    connect(m_form, &IssueForm::issueRequested, this, &IssueScreen::begin);
    connect(m_form, &IssueForm::numberEntered, this, &IssueScreen::fillKnown);
    connect(m_form, &IssueForm::fieldChanged, this, [this](const QString& field) {
        note({ActionId::FieldEdit, u"field:"_s + field});
    });
    connect(m_unfinished, &ListTable::rowOpened, this, &IssueScreen::finishSelected);
    connect(m_step, &CardStepPage::pinEntered, this, &IssueScreen::submitPin);
    connect(m_step, &CardStepPage::stopRequested, this, &IssueScreen::askToStop);
    connect(m_step, &CardStepPage::leaveRequested, this, &IssueScreen::leave);
    connect(m_step, &CardStepPage::paperRequested, this, &IssueScreen::saveNotice);
    connect(&context.station.issuing(), &CardIssuing::viewChanged, this, &IssueScreen::showStep);
}

IssueScreen::~IssueScreen() {
    disconnect(&context().station.issuing(), nullptr, this, nullptr);
    context().station.issuing().cancel();
}

QWidget* IssueScreen::makeOrders() {
    auto* page = new QWidget;
    auto* finish = new ActionButton(ActionId::ListSelect, tr("Issue again"));
    auto* abandon = new ActionButton(ActionId::CardIssueAbandon, tr("Abandon"), ButtonKind::Danger);
    connect(finish, &ActionButton::clicked, this, &IssueScreen::finishSelected);
    connect(abandon, &ActionButton::clicked, this, &IssueScreen::askToAbandon);
    auto* column = pageparts::column(page);
    column->addWidget(m_form);
    column->addWidget(pageparts::text(tr("Unfinished issues"), theme::TextRole::Heading));
    column->addWidget(m_unfinished, 1);
    QBoxLayout* row = pageparts::row();
    row->addWidget(finish);
    row->addStretch();
    row->addWidget(abandon);
    column->addLayout(row);
    return page;
}

Result<> IssueScreen::load() {
    const Result<StationPolicy> policy = context().station.policy();
    if (!policy)
        return fail(policy.error());
    m_pinRule = pinRuleText(policy->pins);
    m_step->setKeypadShown(policy->shuffledKeypad);
    // Without an issuing certificate the day does not matter: the order is refused.
    m_form->setLatestDay(context().station.issuing().latestDay().value_or(usualLastDay()));
    m_form->setLastDay(usualLastDay());
    return readUnfinished();
}

QDate IssueScreen::usualLastDay() const {
    return context().station.clock().now().toLocalTime().date().addYears(UsualYears);
}

Result<> IssueScreen::readUnfinished() {
    auto issues = run({ActionId::CardIssueList},
                      [this] { return context().station.issueLedger().unfinished(context().session); });
    if (!issues)
        return fail(issues.error());
    m_issues = *std::move(issues);
    QList<QStringList> rows;
    for (const CardIssue& issue : std::as_const(m_issues)) {
        rows.append({issue.id, issue.operatorId, clocktext::inList(issue.startedAt),
                     whereStopped(issue.hasCertificates), issue.witness});
    }
    m_unfinished->setRows(rows);
    return {};
}

bool IssueScreen::isIssuing() const {
    return m_pages->currentWidget() == m_step;
}

bool IssueScreen::isOver() const {
    const IssuingState state = context().station.issuing().view().state;
    return state == IssuingState::Done || state == IssuingState::Stopped;
}

int IssueScreen::selected() const {
    const int row = m_unfinished->currentRow();
    return row < m_issues.size() ? row : -1;
}

// ---- the order -----------------------------------------------------------------------------------------

void IssueScreen::fillKnown(const QString& operatorId) {
    if (operatorId.isEmpty())
        return;
    using Known = std::optional<OperatorDetails>;
    const Result<Known> known =
        run({ActionId::CardDetailsView, u"operator:"_s + operatorId}, [&]() -> Result<Known> {
            auto details = context().station.operators().details(context().session, operatorId);
            if (!details && details.error().code == ErrorCode::OperatorUnknown)
                return Known(); // somebody new
            return details ? Result<Known>(*std::move(details)) : fail(details.error());
        });
    if (!known) {
        Q_EMIT failed(known.error());
    } else if (*known) {
        m_form->fill((*known)->person);
    } else {
        m_form->askForRole();
    }
}

void IssueScreen::begin() {
    std::optional<IssueOrder> order = m_form->order();
    if (!order)
        return;
    const ActionCall call{ActionId::CardIssueOrder, u"operator:"_s + order->person.id};
    const Result<> begun = run(call, [&] { return context().station.issuing().begin(*std::move(order)); });
    if (!begun) {
        m_form->showRefusal(begun.error());
        Q_EMIT failed(begun.error());
    }
}

void IssueScreen::finishSelected() {
    if (selected() < 0)
        return;
    const CardIssue& issue = m_issues.at(selected());
    m_form->setLastDay(issue.lastDay);
    m_form->setDayCardEnd(issue.dayCardEnd);
    fillKnown(issue.operatorId);
    m_form->takeKeyboard();
}

void IssueScreen::askToAbandon() {
    if (selected() < 0)
        return;
    const QString issue = m_issues.at(selected()).id;
    m_confirmation.ask({tr("Abandon the issue %1?").arg(issue),
                        tr("Its certificates are revoked. The card can be issued anew."),
                        ActionId::CardIssueAbandon, tr("Abandon")},
                       [this, issue] { abandon(issue); });
}

void IssueScreen::abandon(const QString& issue) {
    report(context().station.issueLedger().abandon(context().session, issue),
           tr("The issue %1 is abandoned.").arg(issue), [this] { return readUnfinished(); });
}

// ---- the steps -----------------------------------------------------------------------------------------

void IssueScreen::showStep() {
    const CardIssuing& issuing = context().station.issuing();
    const IssuingView& view = issuing.view();
    const bool issued = view.state == IssuingState::Done;
    if (view.state == IssuingState::Idle)
        return; // the session ends, or the orders are shown already
    if (isOver())
        m_confirmation.dismiss(); // whether to stop is no question any more
    if (issued) {
        m_form->clear(); // for the next person
        m_form->setLastDay(usualLastDay());
        m_typed.forget();
    }
    m_notice = issued ? lendingNotice(issuing.order(), view, context().station.clock().now()) : QString();
    m_step->show(issueStep(view, issuing.order(), m_pinRule, m_notice));
    m_pages->setCurrentIndex(m_pages->indexOf(m_step));
    m_step->takeKeyboard();
    Q_EMIT functionKeysChanged();
}

void IssueScreen::submitPin() {
    CardIssuing& issuing = context().station.issuing();
    SecretBytes pin = m_step->takePin();
    const IssuingState state = issuing.view().state;
    if (state == IssuingState::AwaitingWitnessPin) {
        issuing.submitWitnessPin(std::move(pin));
    } else if (state == IssuingState::AwaitingIssuerPin) {
        issuing.submitIssuerPin(std::move(pin));
    } else if (state == IssuingState::AwaitingFirstPin) {
        issuing.submitFirstPin(std::move(pin), m_step->takeRepeated());
    }
}

bool IssueScreen::mayLeave() {
    if (!isIssuing() || isOver())
        return true;
    askToStop();
    return !isIssuing();
}

Result<> IssueScreen::save() {
    return m_typed.labels().isEmpty() ? Result<>() : fail(ErrorCode::InputUnused, u"card not issued"_s);
}

QStringList IssueScreen::unsaved() const {
    const QStringList labels = m_typed.labels();
    //: %1 are the labels of fields
    return labels.isEmpty() ? labels : QStringList{tr("Issue card: %1").arg(labels.join(tr(", ")))};
}

// A card that was begun can't be used until it is issued again.
void IssueScreen::askToStop() {
    if (context().station.issuing().view().issue.isEmpty())
        return stop();
    m_confirmation.ask({tr("Stop issuing?"),
                        tr("The new card is not finished. It can be issued again with the same card."),
                        ActionId::CardIssueStop, tr("Stop issuing")},
                       [this] { stop(); });
}

void IssueScreen::stop() {
    if (isOver())
        return; // it ended while the question was open
    context().station.issuing().cancel();
    leave();
}

void IssueScreen::saveNotice() {
    const QString& card = context().station.issuing().view().card;
    const auto saved = saveLendingNotice(context(), card, m_notice);
    if (saved) {
        Q_EMIT succeeded(*saved);
    } else {
        Q_EMIT failed(saved.error());
    }
}

void IssueScreen::leave() {
    const Result<> noted = context().actions.note({ActionId::GoBack}, &context().session);
    const Result<> read = noted ? readUnfinished() : noted;
    m_pages->setCurrentIndex(0);
    m_form->takeKeyboard();
    Q_EMIT functionKeysChanged();
    if (!read)
        Q_EMIT failed(read.error());
}

QList<FunctionKey> IssueScreen::functionKeys() {
    if (!isIssuing())
        return {};
    return {{.key = Qt::Key_F3, .action = ActionId::GoBack, .callback = [this] {
                 isOver() ? leave() : askToStop();
             }}};
}

} // namespace madoguchi
