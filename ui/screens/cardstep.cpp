// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardstep.h"

#include "ui/errortext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

class CardStepText {
    Q_DECLARE_TR_FUNCTIONS(CardStepText)
};

} // namespace

void showError(CardStep& step, const Error& error) {
    const ErrorText text = errorText(error.code);
    step.problem = text.happened;
    step.remedy = text.safe + u'\n' + text.next;
}

CardStep witnessStep(WitnessStep step, const QString& name, std::optional<int> triesLeft) {
    CardStep text{.title = CardStepText::tr("A second person confirms")};
    switch (step) {
    case WitnessStep::Awaited:
        text.todo = CardStepText::tr("Leave your own card where it is. Put the card of a second person, a "
                                     "card administrator or supervisor, into the other reader.");
        break;
    case WitnessStep::AsksPin:
        //: %1 is the second person's name
        text.todo = CardStepText::tr("%1 enters the PIN, without anybody looking on.").arg(name);
        text.pins = CardStepPins::One;
        text.pinLabel = CardStepText::tr("PIN of the second person");
        text.triesLeft = triesLeft;
        break;
    case WitnessStep::Checked:
        text.todo = CardStepText::tr("The second person's card is being checked.");
        break;
    }
    return text;
}

void showWrongPin(CardStep& step, int triesLeft) {
    step.problem =
        CardStepText::tr("The PIN is wrong. %n more wrong one(s) block the card.", nullptr, triesLeft);
    step.mark = CardStepMark::Pin;
    step.triesLeft.reset(); // said already
}

void showMalformedPin(CardStep& step) {
    step.problem = CardStepText::tr("A PIN has 6 to 8 characters. Nothing was sent to the card.");
    step.mark = CardStepMark::Pin;
}

} // namespace madoguchi
