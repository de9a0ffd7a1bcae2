// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/listsigningscreen.h"

#include "app/workstation.h"
#include "ui/clocktext.h"
#include "ui/screens/cardsteppage.h"

namespace madoguchi {

namespace {

CardStep pinStep(const ListSigningView& view) {
    CardStep step{.title = ListSigningScreen::tr("You sign the list")};
    if (view.state != ListSigningState::AwaitingPin) {
        step.todo = ListSigningScreen::tr("Your card is at work. Leave it where it is.");
        return step;
    }
    const int revoked = static_cast<int>(view.list.revoked.size());
    //: %1 is a number, %2 a day
    step.todo = ListSigningScreen::tr("List %1 names %n revoked certificate(s) and is good until %2.",
                                      nullptr, revoked)
                    .arg(view.list.number)
                    .arg(clocktext::date(view.list.nextUpdate)) +
                u'\n' + ListSigningScreen::tr("Enter your own PIN. Your card signs the list with it.");
    step.pins = CardStepPins::One;
    step.pinLabel = ListSigningScreen::tr("Your PIN");
    step.triesLeft = view.triesLeft;
    if (view.pinWasMalformed)
        showMalformedPin(step);
    if (view.pinWasWrong && view.triesLeft)
        showWrongPin(step, *view.triesLeft);
    return step;
}

CardStep doneStep(const ListSigningView& view) {
    return {.title = ListSigningScreen::tr("The list is signed"),
            //: %1 is a day
            .todo = ListSigningScreen::tr("It counts here from now on, until %1. The other stations get it "
                                          "from madoguchictl crl export, with this program closed.")
                        .arg(clocktext::date(view.list.nextUpdate)),
            .isOver = true};
}

CardStep stepOf(const ListSigningView& view) {
    switch (view.state) {
    case ListSigningState::ReadingCard:
    case ListSigningState::AwaitingPin:
    case ListSigningState::Signing:
        return pinStep(view);
    case ListSigningState::Done:
        return doneStep(view);
    case ListSigningState::Stopped: {
        CardStep step{.title = ListSigningScreen::tr("The list could not be signed"),
                      .todo = ListSigningScreen::tr("Nothing was changed."),
                      .isOver = true};
        if (view.error)
            showError(step, *view.error);
        return step;
    }
    case ListSigningState::Idle:
        break;
    }
    return {};
}

CardStep stepText(const ListSigningView& view) {
    CardStep step = stepOf(view);
    //: %1 is the name of an issuing card's certificate
    step.who = ListSigningScreen::tr("List of %1").arg(view.authority);
    return step;
}

} // namespace

ListSigningScreen::ListSigningScreen(const ScreenContext& context, const QString& target, QWidget* parent)
    : Screen(context, target, parent)
    , m_step(new CardStepPage(ActionId::GoBack, tr("Don't sign"), tr("Back to the reminders"))) {
    m_step->fill(*this);
    ListSigning& signing = context.station.listSigning();
    connect(m_step, &CardStepPage::pinEntered, this,
            [this, &signing] { signing.submitPin(m_step->takePin()); });
    connect(&signing, &ListSigning::viewChanged, this, &ListSigningScreen::showStep);
}

ListSigningScreen::~ListSigningScreen() {
    ListSigning& signing = context().station.listSigning();
    disconnect(&signing, nullptr, this, nullptr);
    signing.cancel();
}

Result<> ListSigningScreen::load() {
    const Result<StationPolicy> policy = context().station.policy();
    if (!policy)
        return fail(policy.error());
    m_step->setKeypadShown(policy->shuffledKeypad);
    return context().station.listSigning().begin();
}

bool ListSigningScreen::mayLeave() {
    return context().station.listSigning().view().state != ListSigningState::Signing ||
           CardStepPage::mayNotLeaveCard(*this);
}

void ListSigningScreen::showStep() {
    const ListSigningView& view = context().station.listSigning().view();
    if (view.state == ListSigningState::Idle)
        return; // about to begin, or the session ends
    m_step->show(stepText(view));
    m_step->takeKeyboard();
}

} // namespace madoguchi
