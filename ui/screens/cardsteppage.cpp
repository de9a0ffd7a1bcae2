// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardsteppage.h"

#include "ui/screens/pageparts.h"
#include "ui/screens/screen.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QBoxLayout>
#include <QLabel>

namespace madoguchi {

using namespace Qt::StringLiterals;

CardStepPage::CardStepPage(ActionId stop, const QString& stopText, const QString& leaveText, QWidget* parent)
    : QWidget(parent)
    , m_step(pageparts::text({}, theme::TextRole::Supporting))
    , m_title(pageparts::text({}, theme::TextRole::Title))
    , m_who(pageparts::text({}, theme::TextRole::Strong))
    , m_todo(pageparts::text({}))
    , m_problem(new Notice(NoticeKind::Error, {}))
    , m_paper(pageparts::text({}))
    , m_savePaper(new ActionButton(ActionId::CardRegisterExport, tr("Save notice to sign"))) {
    m_paper->setObjectName(u"lendingNotice"_s);
    m_paper->setFrameShape(QFrame::Box);
    m_paper->setMargin(theme::px(16));
    m_todo->setObjectName(u"todo"_s);
    auto* column = pageparts::column(this);
    QWidget* const pins = makePins(); // before the head, so that Tab comes there first
    QWidget* const head = makeHead(stop, stopText, leaveText);
    for (QWidget* part : {head, static_cast<QWidget*>(m_who), static_cast<QWidget*>(m_problem),
                          static_cast<QWidget*>(m_todo), pins, static_cast<QWidget*>(m_paper)})
        column->addWidget(part);
    column->addWidget(m_savePaper, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_savePaper, &ActionButton::clicked, this, &CardStepPage::paperRequested);
    setTabOrder(m_enter, m_leave);
    setTabOrder(m_leave, m_stop);
    setTabOrder(m_stop, m_savePaper);
}

QWidget* CardStepPage::makePins() {
    m_pins = new QWidget;
    m_pinLabel = pageparts::text({}, theme::TextRole::Strong);
    m_pin = new PinField;
    m_pin->setObjectName(u"pin"_s);
    m_repeatLabel = pageparts::text({}, theme::TextRole::Strong);
    m_repeat = new PinField;
    m_repeat->setObjectName(u"repeatedPin"_s);
    m_tries = pageparts::text({}, theme::TextRole::Supporting);
    m_keypad = new ShuffledKeypad;
    m_keypad->hide();
    auto* beside = new QHBoxLayout(m_pins);
    const int ring = theme::px(theme::focusRingWidth);
    beside->setContentsMargins(ring, ring, ring, ring);
    beside->setSpacing(theme::px(32));
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::px(8));
    beside->addLayout(column, 1);
    beside->addWidget(m_keypad, 0, Qt::AlignTop);
    for (QWidget* part : {static_cast<QWidget*>(m_pinLabel), static_cast<QWidget*>(m_pin),
                          static_cast<QWidget*>(m_repeatLabel), static_cast<QWidget*>(m_repeat),
                          static_cast<QWidget*>(m_tries)})
        column->addWidget(part, 0, Qt::AlignLeft);
    m_enter = new ActionButton(ActionId::PinSubmit, tr("Enter"), ButtonKind::Primary);
    connect(m_enter, &ActionButton::clicked, this, &CardStepPage::pinEntered);
    column->addWidget(m_enter, 0, Qt::AlignLeft);
    for (PinField* field : {m_pin, m_repeat})
        connect(field, &PinField::focused, m_keypad, [this, field] { m_keypad->setField(field); });
    m_pinLabel->setBuddy(m_pin);
    m_repeatLabel->setBuddy(m_repeat);
    connect(m_pin, &PinField::submitted, this, [this] {
        if (m_asked == CardStepPins::Two) {
            m_repeat->setFocus(Qt::TabFocusReason);
        } else {
            Q_EMIT pinEntered();
        }
    });
    connect(m_repeat, &PinField::submitted, this, &CardStepPage::pinEntered);
    return m_pins;
}

void CardStepPage::fill(Screen& screen) {
    auto* page = new QVBoxLayout(&screen);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(this);
    connect(this, &CardStepPage::stopRequested, &screen, [&screen] {
        if (screen.mayLeave())
            Q_EMIT screen.closeRequested();
    });
    connect(this, &CardStepPage::leaveRequested, &screen, &Screen::closeRequested);
}

bool CardStepPage::mayNotLeaveCard(Screen& screen) {
    Q_EMIT screen.informed(tr("The card is at work. In a moment you can leave the page."));
    return false;
}

// With the buttons that have the keyboard while a card is awaited: below, they would scroll what is to be
// done out of sight.
QWidget* CardStepPage::makeHead(ActionId stop, const QString& stopText, const QString& leaveText) {
    m_stop = new ActionButton(stop, stopText);
    m_leave = new ActionButton(ActionId::GoBack, leaveText, ButtonKind::Primary);
    auto* head = new QWidget;
    auto* titles = new QVBoxLayout;
    titles->addWidget(m_step);
    titles->addWidget(m_title);
    QBoxLayout* row = pageparts::row();
    head->setLayout(row);
    row->addLayout(titles, 1);
    row->addWidget(m_leave, 0, Qt::AlignTop);
    row->addWidget(m_stop, 0, Qt::AlignTop);
    connect(m_stop, &ActionButton::clicked, this, &CardStepPage::stopRequested);
    connect(m_leave, &ActionButton::clicked, this, &CardStepPage::leaveRequested);
    return head;
}

void CardStepPage::show(const CardStep& step) {
    //: %1 of %2 steps
    m_step->setText(tr("Step %1 of %2").arg(step.number).arg(step.of));
    m_step->setVisible(step.number > 0);
    m_title->setText(step.title);
    m_who->setText(step.who);
    m_todo->setText(step.todo);
    m_problem->say(step.problemKind, step.problem, step.remedy);
    m_problem->setVisible(!step.problem.isEmpty());
    showPins(step);
    m_paper->setText(step.paper);
    m_paper->setVisible(!step.paper.isEmpty());
    m_savePaper->setVisible(!step.paper.isEmpty());
    m_stop->setVisible(!step.isOver);
    m_leave->setVisible(step.isOver);
}

void CardStepPage::showPins(const CardStep& step) {
    m_asked = step.pins;
    m_pins->setVisible(step.pins != CardStepPins::None);
    m_pinLabel->setText(step.pinLabel);
    m_pin->clear();
    m_pin->setAccessibleName(step.pinLabel);
    m_pin->setInvalid(step.mark == CardStepMark::Pin);
    m_repeatLabel->setText(step.repeatLabel);
    m_repeat->clear();
    m_repeat->setAccessibleName(step.repeatLabel);
    m_repeat->setInvalid(step.mark == CardStepMark::Repeat);
    m_keypad->shuffle();
    m_repeatLabel->setVisible(step.pins == CardStepPins::Two);
    m_repeat->setVisible(step.pins == CardStepPins::Two);
    m_tries->setVisible(step.triesLeft.has_value());
    m_tries->setText(tr("%n try(s) left", nullptr, step.triesLeft.value_or(0)));
}

void CardStepPage::setKeypadShown(bool shown) {
    m_keypad->setVisible(shown);
}

void CardStepPage::takeKeyboard() {
    QWidget* const next = m_asked != CardStepPins::None ? static_cast<QWidget*>(m_pin)
                          : m_leave->isVisibleTo(this)  ? static_cast<QWidget*>(m_leave)
                                                        : static_cast<QWidget*>(m_stop);
    MessagePanel::giveKeyboard(*next);
}

SecretBytes CardStepPage::takePin() {
    return m_pin->takePin();
}

SecretBytes CardStepPage::takeRepeated() {
    return m_repeat->takePin();
}

} // namespace madoguchi
