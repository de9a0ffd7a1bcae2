// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/pinscreen.h"

#include "app/login/pinpolicy.h"
#include "app/workstation.h"
#include "ui/errortext.h"
#include "ui/pintext.h"
#include "ui/screens/loginmessage.h"
#include "ui/screens/pageparts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pinfield.h"
#include "ui/widgets/pinrow.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

/// Which field a refusal belongs to.
enum class Place { Present, Next, Again, Page };

Place placeOf(ErrorCode code) {
    if (code == ErrorCode::PinMalformed)
        return Place::Present;
    if (code == ErrorCode::PinsDiffer)
        return Place::Again;
    return isNewPinRule(code) || code == ErrorCode::PinUsedBefore ? Place::Next : Place::Page;
}

} // namespace

PinScreen::PinScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_due(new Notice(NoticeKind::Warning, tr("The PIN of your card has to be changed before you go on."),
                       tr("Other pages open when it is changed.")))
    , m_rules(pageparts::text({}))
    , m_present(new PinRow(ActionId::PinChange, tr("Present PIN")))
    , m_next(new PinRow(ActionId::PinChange, tr("New PIN")))
    , m_again(new PinRow(ActionId::PinChange, tr("New PIN once more")))
    , m_keypad(new ShuffledKeypad)
    , m_padHint(pageparts::text(
          tr("The PINs are entered on the keys of the reader: the present one, then the new one twice, each "
             "ended with its OK key.")))
    , m_padAnswer(new Notice(NoticeKind::Warning, {}))
    , m_change(new ActionButton(ActionId::PinChange, ButtonKind::Primary))
    , m_busy(pageparts::text(tr("The card is at work. Leave it in the reader."), theme::TextRole::Strong)) {
    m_present->field()->setObjectName(u"present"_s);
    m_next->field()->setObjectName(u"next"_s);
    m_again->field()->setObjectName(u"again"_s);
    lay();
    join();
}

void PinScreen::lay() {
    auto* page = pageparts::column(this);
    page->addWidget(m_due);
    page->addWidget(m_rules);
    page->addWidget(m_padHint);
    page->addWidget(m_padAnswer);
    auto* fields = new QVBoxLayout;
    for (PinRow* row : {m_present, m_next, m_again})
        fields->addWidget(row);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(theme::px(32));
    beside->addLayout(fields, 1);
    beside->addWidget(m_keypad, 0, Qt::AlignTop);
    page->addLayout(beside);
    QBoxLayout* buttons = pageparts::row();
    buttons->addWidget(m_change);
    buttons->addWidget(m_busy, 1);
    buttons->addStretch();
    page->addLayout(buttons);
    page->addStretch();
    for (QWidget* part : {static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_keypad),
                          static_cast<QWidget*>(m_padHint), static_cast<QWidget*>(m_padAnswer)})
        part->hide();
}

void PinScreen::join() {
    const auto goOnTo = [](PinField* field) { return [field] { field->setFocus(Qt::TabFocusReason); }; };
    connect(m_present->field(), &PinField::submitted, this, goOnTo(m_next->field()));
    connect(m_next->field(), &PinField::submitted, this, goOnTo(m_again->field()));
    connect(m_again->field(), &PinField::submitted, this, &PinScreen::submit);
    connect(m_change, &ActionButton::clicked, this, &PinScreen::submit);
    for (PinRow* row : {m_present, m_next, m_again}) {
        connect(row->field(), &PinField::focused, m_keypad,
                [this, row] { m_keypad->setField(row->field()); });
    }
    const PinChange* change = &context().station.pinChange();
    connect(change, &PinChange::changed, this, [this] {
        showBusy(false);
        m_due->hide();
        Q_EMIT succeeded(tr("The PIN is changed. From now on the card takes the new one only."));
    });
    connect(change, &PinChange::presentWrong, this, &PinScreen::showWrong);
    connect(change, &PinChange::notEntered, this, &PinScreen::showNotEntered);
    connect(change, &PinChange::unsettled, this, &PinScreen::showUnsettled);
    connect(change, &PinChange::refused, this, &PinScreen::showProblem);
}

Result<> PinScreen::load() {
    m_due->setVisible(context().session.isPinChangeDue());
    return showWay();
}

/// Whether the PINs are typed or entered on the reader, and what holds for them then.
Result<> PinScreen::showWay() {
    const Result<StationPolicy> policy = context().station.policy();
    if (!policy)
        return fail(policy.error());
    m_onPad = context().station.pinPads().changes(context().station.login().card());
    showRules(*policy);
    showEntry();
    m_keypad->setVisible(policy->shuffledKeypad && !m_onPad);
    return {};
}

void PinScreen::showEntry() {
    for (PinRow* row : {m_present, m_next, m_again})
        row->setVisible(!m_onPad);
    m_padHint->setVisible(m_onPad);
    m_busy->setText(m_onPad ? tr("Now enter the PINs on the keys of the reader. Leave the card in it.")
                            : tr("The card is at work. Leave it in the reader."));
}

void PinScreen::showRules(const StationPolicy& policy) {
    QStringList lines{
        pinRuleText(policy.pins),
        tr("Nothing that counts up or down (3456, 9876), nothing repeated (111, 8383), no date (640417), not "
           "your operator number.")};
    if (policy.pins.remembered > 0 && !m_onPad)
        lines += tr("None of the last %n PIN(s).", nullptr, policy.pins.remembered);
    lines += tr("Nobody else needs it: tell it to nobody, not even to an administrator.");
    m_rules->setText(lines.join(u'\n'));
}

void PinScreen::submit() {
    clearProblems();
    const Result<> started = start();
    if (!started) {
        showProblem(started.error());
    } else {
        showBusy(true);
    }
}

Result<> PinScreen::start() {
    Workstation& station = context().station;
    const CardId card = station.login().card();
    // All at once: whatever comes of it, no PIN stays in a field.
    TypedPins typed{m_present->field()->takePin(), m_next->field()->takePin(), m_again->field()->takePin()};
    return m_onPad ? station.pinChange().startOnPad(context().session, card)
                   : station.pinChange().start(context().session, card, std::move(typed));
}

void PinScreen::showNotEntered(PadProblem problem) {
    const LoginMessage message = padMessage(problem);
    m_padAnswer->say(message.kind, message.title, message.text);
    showPadAnswer();
}

void PinScreen::showUnsettled(const QString& card) {
    if (card != context().session.facts().card)
        return; // of a session before this one
    m_isUnsettled = true;
    m_padAnswer->say(NoticeKind::Error, tr("It is not known whether the card has taken the new PIN."),
                     tr("Nobody said how the change ended. Where the PIN is asked for next, enter the new "
                        "one first; if it is wrong, the old one holds. One try was counted here."));
    showPadAnswer();
}

void PinScreen::showPadAnswer() {
    m_padAnswer->show();
    if (const Result<> shown = showWay(); !shown) // the reader may not be trusted any more
        Q_EMIT failed(shown.error());
    showBusy(false);
}

void PinScreen::showProblem(const Error& error) {
    showBusy(false);
    if (m_isUnsettled && error.code != ErrorCode::RecordFailed)
        return; // what is said of the card's silence, that nothing was written, need not be so
    const ErrorText text = errorText(error.code);
    const QString problem = text.happened + u' ' + text.next;
    switch (placeOf(error.code)) {
    case Place::Present:
        m_present->setProblem(problem);
        break;
    case Place::Next:
        m_next->setProblem(problem);
        break;
    case Place::Again:
        m_again->setProblem(problem);
        break;
    case Place::Page:
        break;
    }
    // At large scales the field may be out of sight while all three are typed anew.
    if (placeOf(error.code) == Place::Page || !pageparts::isWide())
        Q_EMIT failed(error);
}

void PinScreen::showWrong(int triesLeft) {
    const QString wrong =
        tr("This is not the present PIN. The card allows %n more try(s).", nullptr, triesLeft);
    if (m_onPad)
        m_padAnswer->say(NoticeKind::Error, wrong);
    m_padAnswer->setVisible(m_onPad);
    m_present->setProblem(wrong);
    showBusy(false);
}

void PinScreen::showBusy(bool busy) {
    for (PinRow* row : {m_present, m_next, m_again})
        row->field()->setEnabled(!busy);
    m_change->setEnabled(!busy);
    m_busy->setVisible(busy);
    m_keypad->shuffle();
    if (busy)
        return;
    MessagePanel::giveKeyboard(m_onPad ? static_cast<QWidget&>(*m_change) : *m_present->field());
}

void PinScreen::clearProblems() {
    m_isUnsettled = false;
    m_padAnswer->hide();
    for (PinRow* row : {m_present, m_next, m_again})
        row->setProblem({});
}

} // namespace madoguchi
