// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/freshpinpanel.h"

#include "app/actions/actioncatalogue.h"
#include "ui/theme.h"
#include "ui/widgets/pinrow.h"
#include "ui/widgets/shuffledkeypad.h"

#include <QHBoxLayout>

#include <tuple>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

FreshPinPanel::FreshPinPanel(Workstation& station, const Session& session, ActionRunner& actions,
                             QWidget* over)
    : QObject(over)
    , m_station(station)
    , m_session(session)
    , m_actions(actions)
    , m_panel(new MessagePanel(over)) {
    join();
}

void FreshPinPanel::join() {
    const CardApproval* approval = &m_station.freshPin();
    connect(approval, &CardApproval::recognised, this, [this](const Approval&, std::optional<int> triesLeft) {
        m_triesLeft = triesLeft;
        show({});
    });
    connect(approval, &CardApproval::pinWrong, this, [this](int triesLeft) {
        m_triesLeft = triesLeft;
        show(tr("The PIN is wrong."));
    });
    connect(approval, &CardApproval::pinMalformed, this,
            [this] { show(tr("A PIN has 6 to 8 characters. Nothing was sent to the card.")); });
    connect(approval, &CardApproval::approved, this, [this] {
        m_panel->dismiss();
        Q_EMIT proven();
    });
    connect(approval, &CardApproval::refused, this, &FreshPinPanel::onRefused);
}

void FreshPinPanel::ask() {
    if (m_station.freshPin().isUnderWay())
        return;
    showBusy(tr("Your card is being read"), tr("Leave it in the reader. Your PIN is asked for next."));
    m_station.askFreshPin();
}

// So that nothing that is typed meanwhile reaches the page.
void FreshPinPanel::showBusy(const QString& title, const QString& text) {
    m_panel->ask({.title = title, .text = text, .choices = {cancelChoice()}});
}

void FreshPinPanel::show(const QString& problem) {
    m_wasSent = false;
    const ActionCall shown{ActionId::QuestionShow,
                           {},
                           {{u"action"_s, QString::fromLatin1(actionEntry(ActionId::PinSubmit).name)}}};
    if (const Result<> noted = m_actions.note(shown, &m_session); !noted) {
        onRefused(noted.error());
        m_station.freshPin().cancel(); // last: without a record it ends the session, and this with it
        return;
    }
    m_panel->ask(
        {.kind = NoticeKind::Warning,
         .title = tr("Enter your PIN once more"),
         .text = tr("What you want to do needs a PIN that was entered a moment ago. Nothing has been "
                    "changed yet."),
         .choices = {cancelChoice(),
                     {ActionId::PinSubmit, tr("Confirm"), ButtonKind::Primary, [this] { submit(); }}},
         .content = makeEntry(problem),
         .closing = [this] { m_typed = m_pin->field()->takePin(); }});
}

MessageChoice FreshPinPanel::cancelChoice() {
    return {ActionId::DismissMessage, tr("Cancel"), ButtonKind::Secondary, [this] { cancel(); }};
}

void FreshPinPanel::onRefused(const Error& why) {
    m_panel->dismiss();
    const bool afterWrong =
        m_wasSent && (why.code == ErrorCode::PinDelayed || why.code == ErrorCode::PinLocked ||
                      why.code == ErrorCode::PinLastTry || why.code == ErrorCode::CardBlocked);
    m_wasSent = false;
    if (afterWrong) {
        Q_EMIT wrong(why);
    } else {
        Q_EMIT failed(why);
    }
}

QWidget* FreshPinPanel::makeEntry(const QString& problem) {
    auto* entry = new QWidget;
    auto* beside = new QHBoxLayout(entry); // below it a low window would cut the keypad
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(theme::px(16));
    const QString tries =
        m_triesLeft ? tr("%n more wrong one(s) block the card.", nullptr, *m_triesLeft) : QString();
    m_pin = new PinRow(ActionId::PinSubmit, tr("Your PIN"), tries);
    m_pin->setProblem(problem);
    beside->addWidget(m_pin, 1, Qt::AlignTop);
    entry->setFocusProxy(m_pin->field());
    connect(m_pin->field(), &PinField::submitted, m_panel, [this] {
        m_typed = m_pin->field()->takePin();
        m_panel->dismiss();
        submit();
    });
    const Result<StationPolicy> policy = m_station.policy();
    if (policy && policy->shuffledKeypad) {
        auto* keypad = new ShuffledKeypad;
        keypad->setField(m_pin->field());
        beside->addWidget(keypad, 0, Qt::AlignTop);
    }
    return entry;
}

void FreshPinPanel::submit() {
    m_wasSent = true;
    showBusy(tr("Your PIN is being checked"), tr("Leave your card in the reader."));
    m_station.freshPin().submitPin(std::move(m_typed));
}

void FreshPinPanel::cancel() {
    m_typed = {};
    // Nothing happened, so there is nothing to hold back when it can't be recorded.
    std::ignore = m_actions.note({ActionId::DismissMessage}, &m_session);
    m_station.freshPin().cancel(); // last, as above
}

} // namespace madoguchi
