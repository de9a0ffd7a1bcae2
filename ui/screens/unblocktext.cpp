// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/unblocktext.h"

#include "ui/errortext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

constexpr int Steps = 3;

class UnblockText {
    Q_DECLARE_TR_FUNCTIONS(UnblockText)
};

CardStep witnessText(const UnblockingView& view) {
    const WitnessStep step = view.state == UnblockingState::AwaitingWitness      ? WitnessStep::Awaited
                             : view.state == UnblockingState::AwaitingWitnessPin ? WitnessStep::AsksPin
                                                                                 : WitnessStep::Checked;
    CardStep text = witnessStep(step, view.witnessName, view.triesLeft);
    text.number = 1;
    return text;
}

CardStep cardText(const UnblockingView& view) {
    CardStep text{.number = 2, .title = UnblockText::tr("The blocked card is read")};
    text.todo = view.state == UnblockingState::AwaitingCard
                    //: %1 is the number of the blocked card, %2 its holder's name
                    ? UnblockText::tr("Take out the card that is in the other reader. Put in card %1 of %2.")
                          .arg(view.card, view.holderName)
                    : UnblockText::tr("The card is being read.");
    return text;
}

CardStep pinText(const UnblockingView& view, const QString& pinRule) {
    CardStep text{.number = 3, .title = UnblockText::tr("The holder chooses a new PIN")};
    if (view.state == UnblockingState::SettingPin) {
        text.todo = UnblockText::tr("The PIN is being set. Leave the card where it is.");
        return text;
    }
    //: %1 is the holder's name
    text.todo = UnblockText::tr("Hand the keyboard to %1, who chooses a new PIN and enters it twice. Nobody "
                                "else may see it.")
                    .arg(view.holderName) +
                u'\n' + pinRule;
    text.pins = CardStepPins::Two;
    text.pinLabel = UnblockText::tr("New PIN");
    text.repeatLabel = UnblockText::tr("New PIN once more");
    return text;
}

CardStep doneText() {
    return {.title = UnblockText::tr("The card is unblocked"),
            .todo =
                UnblockText::tr("Take the card out and give it back. Its holder logs in with the new PIN."),
            .isOver = true};
}

CardStep stoppedText(const UnblockingView& view) {
    return {.title = UnblockText::tr("Unblocking stopped"),
            .todo = view.pinIsNew ? UnblockText::tr(
                                        "The card has the new PIN all the same, but that could not be noted.")
                                  : UnblockText::tr("The PIN of the card is as it was."),
            .isOver = true};
}

CardStep stepText(const UnblockingView& view, const QString& pinRule) {
    switch (view.state) {
    case UnblockingState::AwaitingWitness:
    case UnblockingState::ReadingWitness:
    case UnblockingState::AwaitingWitnessPin:
    case UnblockingState::CheckingWitness:
        return witnessText(view);
    case UnblockingState::AwaitingCard:
    case UnblockingState::ReadingCard:
        return cardText(view);
    case UnblockingState::AwaitingNewPin:
    case UnblockingState::SettingPin:
        return pinText(view, pinRule);
    case UnblockingState::Done:
        return doneText();
    case UnblockingState::Stopped:
        return stoppedText(view);
    case UnblockingState::Idle:
        break;
    }
    return {};
}

void showProblem(CardStep& step, const UnblockingView& view) {
    if (view.pinWasMalformed)
        return showMalformedPin(step);
    if (view.pinWasWrong && view.triesLeft)
        return showWrongPin(step, *view.triesLeft);
    if (!view.error)
        return;
    showError(step, *view.error);
    // The usual word on what is safe, "nothing was changed", would not be true: the step says what holds.
    if (view.pinIsNew)
        step.remedy = errorText(view.error->code).next;
    if (view.error->code == ErrorCode::CardChanged && view.state == UnblockingState::AwaitingCard) {
        //: %1 is a card's number
        step.problem = UnblockText::tr("This is another card than %1.").arg(view.card);
        step.remedy.clear();
    }
    if (view.pukTriesLeft) {
        step.remedy += u'\n' + UnblockText::tr("%n more try(s) like this one block the card for ever.",
                                               nullptr, *view.pukTriesLeft);
    }
    if (view.state == UnblockingState::AwaitingNewPin) {
        step.mark = view.error->code == ErrorCode::PinsDiffer ? CardStepMark::Repeat : CardStepMark::Pin;
    }
}

} // namespace

CardStep unblockStep(const UnblockingView& view, const QString& pinRule) {
    CardStep step = stepText(view, pinRule);
    step.of = Steps;
    //: %1 is the card's number, %2 the name and %3 the operator number of its holder
    step.who = UnblockText::tr("Card %1 of %2 (%3)").arg(view.card, view.holderName, view.holderId);
    showProblem(step, view);
    return step;
}

} // namespace madoguchi
