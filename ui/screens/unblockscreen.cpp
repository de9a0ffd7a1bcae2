// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/unblockscreen.h"

#include "app/workstation.h"
#include "ui/pintext.h"
#include "ui/screens/cardsteppage.h"
#include "ui/screens/unblocktext.h"

namespace madoguchi {

UnblockScreen::UnblockScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_step(new CardStepPage(ActionId::GoBack, tr("Stop unblocking"), tr("Back to the card"))) {
    m_step->fill(*this);
    connect(m_step, &CardStepPage::pinEntered, this, &UnblockScreen::submitPin);
    connect(&context.station.unblocking(), &PinUnblocking::viewChanged, this, &UnblockScreen::showStep);
}

UnblockScreen::~UnblockScreen() {
    PinUnblocking& unblocking = context().station.unblocking();
    disconnect(&unblocking, nullptr, this, nullptr);
    unblocking.cancel();
}

Result<> UnblockScreen::load() {
    const Result<StationPolicy> policy = context().station.policy();
    if (!policy)
        return fail(policy.error());
    m_pinRule = pinRuleText(policy->pins);
    m_step->setKeypadShown(policy->shuffledKeypad);
    return context().station.unblocking().begin(target());
}

bool UnblockScreen::mayLeave() {
    return context().station.unblocking().view().state != UnblockingState::SettingPin ||
           CardStepPage::mayNotLeaveCard(*this);
}

void UnblockScreen::showStep() {
    const UnblockingView& view = context().station.unblocking().view();
    if (view.state == UnblockingState::Idle)
        return; // about to begin, or the session ends
    m_step->show(unblockStep(view, m_pinRule));
    m_step->takeKeyboard();
}

void UnblockScreen::submitPin() {
    PinUnblocking& unblocking = context().station.unblocking();
    SecretBytes pin = m_step->takePin();
    const SecretBytes repeated = m_step->takeRepeated();
    if (unblocking.view().state == UnblockingState::AwaitingWitnessPin) {
        unblocking.submitWitnessPin(std::move(pin));
    } else {
        unblocking.submitNewPin(std::move(pin), repeated);
    }
}

} // namespace madoguchi
