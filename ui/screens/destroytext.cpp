// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/destroytext.h"

#include "ui/errortext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

constexpr int Steps = 2;

class DestroyText {
    Q_DECLARE_TR_FUNCTIONS(DestroyText)
};

CardStep awaiting(const DestructionView& view, OtherReader reader) {
    CardStep step = witnessStep(WitnessStep::Awaited, {}, {});
    step.number = 1;
    step.title = DestroyText::tr("Destroy the card before a witness");
    const QString cut = DestroyText::tr("Cut through the chip of card %1 before the witness's eyes. This "
                                        "can't be undone.")
                            .arg(view.card);
    step.todo = reader == OtherReader::Present
                    ? cut + u'\n' + step.todo
                    : cut + u'\n' +
                          DestroyText::tr("There is no other reader here for the witness's card: name her. "
                                          "The register says then that her card was not asked for.");
    return step;
}

CardStep done(const DestructionView& view) {
    CardStep step{.number = 2, .title = DestroyText::tr("The card is noted as destroyed"), .isOver = true};
    step.todo = view.byCard ? DestroyText::tr("The witness was proven by her card and PIN.")
                            : DestroyText::tr("The witness was named; her card was not asked for.");
    return step;
}

CardStep stopped() {
    return {.title = DestroyText::tr("Nothing was noted"), .isOver = true};
}

CardStep stepOf(const DestructionView& view, OtherReader reader) {
    switch (view.state) {
    case DestructionState::Idle:
    case DestructionState::AwaitingWitness:
        return awaiting(view, reader);
    case DestructionState::ReadingWitness:
    case DestructionState::CheckingPin:
        return witnessStep(WitnessStep::Checked, {}, {});
    case DestructionState::AwaitingPin:
        return witnessStep(WitnessStep::AsksPin, view.witnessName, view.triesLeft);
    case DestructionState::Done:
        return done(view);
    case DestructionState::Stopped:
        return stopped();
    }
    Q_UNREACHABLE();
}

} // namespace

CardStep destroyStep(const DestructionView& view, OtherReader reader) {
    CardStep step = stepOf(view, reader);
    step.of = Steps;
    if (step.number == 0 && view.state != DestructionState::Stopped)
        step.number = 1;
    //: %1 is the card's number, %2 the name and %3 the operator number of its holder
    step.who = DestroyText::tr("Card %1 of %2 (%3)").arg(view.card, view.holderName, view.holderId);
    if (view.error)
        showError(step, *view.error);
    if (view.pinWasWrong)
        showWrongPin(step, view.triesLeft.value_or(0));
    if (view.pinWasMalformed)
        showMalformedPin(step);
    return step;
}

} // namespace madoguchi
