// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/operatorpanel.h"

#include "ui/screens/cardtext.h"
#include "ui/screens/pageparts.h"
#include "ui/screens/termstext.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

QString operatorStatusText(OperatorStatus status) {
    switch (status) {
    case OperatorStatus::Active:
        return OperatorPanel::tr("Active");
    case OperatorStatus::Suspended:
        return OperatorPanel::tr("Suspended");
    }
    Q_UNREACHABLE();
}

namespace {

/// Not the loss of a card, which has a report of its own.
QList<FieldOption> suspensionReasons() {
    QList<FieldOption> options;
    for (const QString& id : {u"away"_s, u"misuse"_s, u"other"_s})
        options += {id, cardReasonText(id)};
    return options;
}

} // namespace

OperatorPanel::OperatorPanel(QWidget* parent)
    : QWidget(parent)
    , m_name(pageparts::text({}, theme::TextRole::Name))
    , m_statusIcon(new IconLabel(IconShape::Success, QColor(theme::colour::success)))
    , m_status(pageparts::text({}, theme::TextRole::Strong))
    , m_facts(new FactList)
    , m_own(pageparts::text(tr("This is you. Somebody else has to suspend you or change your role."),
                            theme::TextRole::Supporting))
    , m_reason(new ChoiceField(suspensionReasons()))
    , m_reasonRow(new FieldRow(
          {.label = tr("Reason for suspending"), .hint = tr("The reason is recorded."), .required = true},
          m_reason))
    , m_change(new ActionButton(ActionId::OperatorChange, tr("Change name, role and times...")))
    , m_suspend(new ActionButton(ActionId::OperatorSuspend, ButtonKind::Danger))
    , m_resume(new ActionButton(ActionId::OperatorResume, ButtonKind::Primary))
    , m_back(new ActionButton(ActionId::GoBack, tr("Back to the list"))) {
    m_reason->setObjectName(u"reason"_s);
    auto* column = pageparts::column(this);
    column->addWidget(makeHead());
    column->addWidget(m_facts);
    column->addWidget(m_reasonRow);
    column->addWidget(m_own);
    column->addWidget(makeActions());
    setTabOrder(m_back, m_change);
    setTabOrder(m_change, m_reason);
    setTabOrder(m_reason, m_resume);
    setTabOrder(m_resume, m_suspend);
    connect(m_reason, &FieldEditor::edited, this, [this] {
        if (!m_reason->value().isEmpty())
            m_reasonRow->setProblem({});
    });
    connect(m_suspend, &ActionButton::clicked, this, &OperatorPanel::requestSuspension);
    connect(m_resume, &ActionButton::clicked, this, &OperatorPanel::resumeRequested);
    connect(m_change, &ActionButton::clicked, this, &OperatorPanel::changeRequested);
    connect(m_back, &ActionButton::clicked, this, &OperatorPanel::closeRequested);
}

QWidget* OperatorPanel::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::px(8));
    m_name->setWordWrap(false);
    m_status->setWordWrap(false);
    row->addWidget(m_name);
    row->addSpacing(theme::px(16));
    row->addWidget(m_statusIcon);
    row->addWidget(m_status);
    row->addStretch();
    row->addWidget(m_change);
    row->addSpacing(theme::px(8));
    row->addWidget(m_back); // here, so that the page is not scrolled to its end by the keyboard
    return head;
}

QWidget* OperatorPanel::makeActions() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    const int ring = theme::px(theme::focusRingWidth);
    row->setContentsMargins(ring, ring, ring, ring);
    row->setSpacing(theme::px(16));
    row->addStretch();
    row->addWidget(m_resume);
    row->addWidget(m_suspend);
    return bar;
}

void OperatorPanel::show(const Operator& person, bool isOwn, const QList<Fact>& suspension) {
    m_name->setText(person.name);
    const QList<Fact> facts = QList<Fact>{{tr("Operator number"), person.id}, {tr("Reading"), person.kana}} +
                              termsFacts(termsOf(person));
    m_facts->setFacts(person.status == OperatorStatus::Suspended ? suspension + facts : facts);
    m_reason->setValue({});
    m_reasonRow->setProblem({});
    m_change->setVisible(!isOwn);
    showStatus(person.status, isOwn);
}

void OperatorPanel::showStatus(OperatorStatus status, bool isOwn) {
    const bool active = status == OperatorStatus::Active;
    m_status->setText(operatorStatusText(status));
    m_statusIcon->setShape(active ? IconShape::Success : IconShape::Error,
                           QColor(active ? theme::colour::success : theme::colour::errorText));
    m_own->setVisible(active && isOwn);
    m_reasonRow->setVisible(active && !isOwn);
    m_suspend->setVisible(active && !isOwn);
    m_resume->setVisible(!active);
}

void OperatorPanel::takeKeyboard() {
    m_back->setFocus(Qt::OtherFocusReason);
}

void OperatorPanel::requestSuspension() {
    const bool chosen = !m_reason->value().isEmpty();
    m_reasonRow->setProblem(chosen ? QString() : tr("Choose the reason."));
    if (chosen) {
        Q_EMIT suspendRequested(m_reason->value());
    } else {
        m_reason->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace madoguchi
