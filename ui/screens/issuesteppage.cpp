// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/issuesteppage.h"

#include "ui/errortext.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pinfield.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

IssueStepPage::IssueStepPage(QWidget* parent)
    : QWidget(parent)
    , m_step(pageparts::text({}, theme::TextRole::Supporting))
    , m_title(pageparts::text({}, theme::TextRole::Title))
    , m_who(pageparts::text({}, theme::TextRole::Strong))
    , m_todo(pageparts::text({}))
    , m_problem(new Notice(NoticeKind::Error, {}))
    , m_notice(pageparts::text({})) {
    m_notice->setObjectName(u"lendingNotice"_s);
    m_notice->setFrameShape(QFrame::Box);
    m_notice->setMargin(theme::px(16));
    m_todo->setObjectName(u"todo"_s);
    auto* column = pageparts::column(this);
    QWidget* const pins = makePins();
    for (QWidget* part : {makeHead(), static_cast<QWidget*>(m_who), static_cast<QWidget*>(m_problem),
                          static_cast<QWidget*>(m_todo), pins, static_cast<QWidget*>(m_notice)})
        column->addWidget(part);
    column->addStretch();
    setTabOrder(m_enter, m_leave);
    setTabOrder(m_leave, m_stop);
}

QWidget* IssueStepPage::makePins() {
    m_pins = new QWidget;
    m_pinLabel = pageparts::text({}, theme::TextRole::Strong);
    m_pin = new PinField;
    m_pin->setObjectName(u"pin"_s);
    m_repeatLabel = pageparts::text({}, theme::TextRole::Strong);
    m_repeat = new PinField;
    m_repeat->setObjectName(u"repeatedPin"_s);
    m_tries = pageparts::text({}, theme::TextRole::Supporting);
    auto* column = new QVBoxLayout(m_pins);
    const int ring = theme::px(theme::focusRingWidth);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(theme::px(8));
    for (QWidget* part : {static_cast<QWidget*>(m_pinLabel), static_cast<QWidget*>(m_pin),
                          static_cast<QWidget*>(m_repeatLabel), static_cast<QWidget*>(m_repeat),
                          static_cast<QWidget*>(m_tries)})
        column->addWidget(part, 0, Qt::AlignLeft);
    m_enter = new ActionButton(ActionId::PinSubmit, tr("Enter"), ButtonKind::Primary);
    connect(m_enter, &ActionButton::clicked, this, &IssueStepPage::pinEntered);
    column->addWidget(m_enter, 0, Qt::AlignLeft);
    m_pinLabel->setBuddy(m_pin);
    m_repeatLabel->setBuddy(m_repeat);
    connect(m_pin, &PinField::submitted, this, [this] {
        if (m_asked == IssuePins::Two)
            m_repeat->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT pinEntered();
    });
    connect(m_repeat, &PinField::submitted, this, &IssueStepPage::pinEntered);
    return m_pins;
}

/// With the buttons that have the keyboard while a card is awaited: below, they would scroll what is to be
/// done out of sight.
QWidget* IssueStepPage::makeHead() {
    m_stop = new ActionButton(ActionId::CardIssueStop, tr("Stop issuing"));
    m_leave = new ActionButton(ActionId::GoBack, tr("Back to issuing"), ButtonKind::Primary);
    auto* head = new QWidget;
    auto* titles = new QVBoxLayout;
    titles->addWidget(m_step);
    titles->addWidget(m_title);
    QBoxLayout* row = pageparts::row();
    head->setLayout(row);
    row->addLayout(titles, 1);
    row->addWidget(m_leave, 0, Qt::AlignTop);
    row->addWidget(m_stop, 0, Qt::AlignTop);
    connect(m_stop, &ActionButton::clicked, this, &IssueStepPage::stopRequested);
    connect(m_leave, &ActionButton::clicked, this, &IssueStepPage::leaveRequested);
    return head;
}

void IssueStepPage::show(const IssuingView& view, const IssueOrder& order, const QString& notice) {
    const IssueStepText text = issueStepText(view, order);
    m_asked = text.pins;
    //: %1 of %2 steps
    m_step->setText(tr("Step %1 of %2").arg(text.number).arg(IssueSteps));
    m_step->setVisible(text.number > 0);
    m_title->setText(text.title);
    //: %1 is the name, %2 the number of who gets the card, %3 the number of the issue
    m_who->setText(
        view.issue.isEmpty()
            ? tr("Card for %1 (%2)").arg(order.person.name, order.person.id)
            : tr("Card for %1 (%2), issue %3").arg(order.person.name, order.person.id, view.issue));
    m_todo->setText(text.todo);
    showProblem(view);
    m_pins->setVisible(text.pins != IssuePins::None);
    m_pinLabel->setText(text.pinLabel);
    m_pin->clear();
    m_pin->setAccessibleName(text.pinLabel);
    m_repeatLabel->setText(text.repeatLabel);
    m_repeat->clear();
    m_repeat->setAccessibleName(text.repeatLabel);
    m_repeatLabel->setVisible(text.pins == IssuePins::Two);
    m_repeat->setVisible(text.pins == IssuePins::Two);
    m_tries->setVisible(view.triesLeft && !view.pinWasWrong);
    m_tries->setText(tr("%n try(s) left", nullptr, view.triesLeft.value_or(0)));
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    const bool over = view.state == IssuingState::Done || view.state == IssuingState::Stopped;
    m_stop->setVisible(!over);
    m_leave->setVisible(over);
}

void IssueStepPage::showProblem(const IssuingView& view) {
    const QString pin = issuePinText(view);
    m_problem->setVisible(view.error || !pin.isEmpty());
    m_pin->setInvalid(!pin.isEmpty());
    m_repeat->setInvalid(view.pinsDiffered);
    if (!pin.isEmpty()) {
        m_problem->say(NoticeKind::Error, pin);
    } else if (view.error) {
        const ErrorText text = errorText(view.error->code);
        m_problem->say(NoticeKind::Error, text.happened, text.safe + u'\n' + text.next);
    } else if (view.managementKeyKept && view.state == IssuingState::Done) {
        m_problem->show();
        m_problem->say(NoticeKind::Warning, tr("This card's management key can't be changed."),
                       tr("Whoever has the card and the maker's key can make it useless, but can't log in "
                          "with it."));
    }
}

void IssueStepPage::takeKeyboard() {
    QWidget* const next = m_asked != IssuePins::None   ? static_cast<QWidget*>(m_pin)
                          : m_leave->isVisibleTo(this) ? static_cast<QWidget*>(m_leave)
                                                       : static_cast<QWidget*>(m_stop);
    next->setFocus(Qt::OtherFocusReason);
}

SecretBytes IssueStepPage::takePin() {
    return m_pin->takePin();
}

SecretBytes IssueStepPage::takeRepeated() {
    return m_repeat->takePin();
}

} // namespace madoguchi
