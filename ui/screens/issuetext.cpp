// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/issuetext.h"

#include "ui/clocktext.h"
#include "ui/errortext.h"
#include "ui/roletext.h"

#include <QCoreApplication>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int Steps = 4;

class Words {
    Q_DECLARE_TR_FUNCTIONS(IssueText)
};

QString holder(const IssueOrder& order) {
    return order.person.name;
}

QString line(const QString& name, const QString& value) {
    //: %1 is what a line says, such as Card; %2 what it is
    return Words::tr("%1: %2").arg(name, value);
}

QString nameAndId(const Operator& person) {
    //: %1 is a name, %2 an operator number
    return Words::tr("%1 (%2)").arg(person.name, person.id);
}

QString endLine(const IssueOrder& order) {
    return order.dayCardEnd.isValid()
               ? line(Words::tr("Day card until"), clocktext::dateAndTime(order.dayCardEnd))
               : line(Words::tr("Last day"), clocktext::date(order.lastDay.startOfDay().toUTC()));
}

/// What the second person confirms.
QString whatFor(const IssueOrder& order) {
    //: %1 is "Role: Operator", %2 "Last day: 2029-11-20"
    return Words::tr("%1, %2").arg(line(Words::tr("Role"), roleText(order.person.role)), endLine(order));
}

/// What the holder signs.
QString promise() {
    return Words::tr(
               "I have received this card. I shall not lend it, shall tell nobody the PIN, shall report "
               "a loss at once, and shall give the card back when my duty ends.") +
           u'\n' + Words::tr("Date and signature:");
}

CardStep witnessText(const IssuingView& view) {
    const WitnessStep step = view.state == IssuingState::AwaitingWitness      ? WitnessStep::Awaited
                             : view.state == IssuingState::AwaitingWitnessPin ? WitnessStep::AsksPin
                                                                              : WitnessStep::Checked;
    CardStep text = witnessStep(step, view.witnessName, view.triesLeft);
    text.number = 1;
    return text;
}

CardStep cardText(const IssuingView& view) {
    CardStep text{.number = 2, .title = Words::tr("The new card is made")};
    if (view.state == IssuingState::AwaitingBlankCard) {
        text.todo = Words::tr("Take the second person's card out of the other reader and put the blank card "
                              "in.");
        return text;
    }
    text.todo = view.state == IssuingState::MakingKeys
                    ? Words::tr("The card is making its keys. Leave both cards where they are.")
                    : Words::tr("The card is being read.");
    return text;
}

CardStep signText(const IssuingView& view) {
    CardStep text{.number = 3, .title = Words::tr("You sign the certificates")};
    if (view.state == IssuingState::AwaitingIssuerPin) {
        text.todo = Words::tr("Enter your own PIN. Your card signs the new card's certificates with it.");
        text.pins = CardStepPins::One;
        text.pinLabel = Words::tr("Your PIN");
        text.triesLeft = view.triesLeft;
    } else {
        text.todo = view.state == IssuingState::Signing
                        ? Words::tr("Your card is signing. Leave both cards where they are.")
                        : Words::tr("The new card is being written. Leave both cards where they are.");
    }
    return text;
}

CardStep holderText(const IssuingView& view, const IssueOrder& order, const QString& pinRule) {
    CardStep text{.number = 4, .title = Words::tr("The holder chooses the PIN")};
    if (view.state == IssuingState::AwaitingFirstPin) {
        //: %1 is the name of who gets the card
        text.todo = Words::tr("Hand the keyboard to %1, who chooses a PIN and enters it twice. Nobody else "
                              "may see it.")
                        .arg(holder(order)) +
                    u'\n' + pinRule;
        text.pins = CardStepPins::Two;
        text.pinLabel = Words::tr("New PIN");
        text.repeatLabel = Words::tr("New PIN once more");
    } else {
        text.todo = Words::tr("The PIN is being set. Leave the card where it is.");
    }
    return text;
}

CardStep stepText(const IssuingView& view, const IssueOrder& order, const QString& pinRule) {
    switch (view.state) {
    case IssuingState::AwaitingWitness:
    case IssuingState::ReadingWitness:
    case IssuingState::AwaitingWitnessPin:
    case IssuingState::CheckingWitness:
        return witnessText(view);
    case IssuingState::AwaitingBlankCard:
    case IssuingState::ReadingBlankCard:
    case IssuingState::MakingKeys:
        return cardText(view);
    case IssuingState::AwaitingIssuerPin:
    case IssuingState::Signing:
    case IssuingState::WritingCard:
        return signText(view);
    case IssuingState::AwaitingFirstPin:
    case IssuingState::SettingFirstPin:
        return holderText(view, order, pinRule);
    case IssuingState::Done:
        return {.title = Words::tr("The card is issued"),
                .todo = Words::tr("Take the new card out and hand it over with the notice below. The holder "
                                  "signs that it was received.")};
    case IssuingState::Stopped:
        return {.title = Words::tr("Issuing stopped"),
                .todo = view.issue.isEmpty()
                            ? Words::tr("Nothing was written to a card.")
                            : Words::tr("Nobody can log in with the card as it is. Issue it again with the "
                                        "same card, or abandon it in the list.")};
    case IssuingState::Idle:
        break;
    }
    return {};
}

void showProblem(CardStep& step, const IssuingView& view) {
    if (view.error)
        showError(step, *view.error);
    // The usual word on what is safe, "nothing was written", would not be true: the step says what holds.
    if (view.error && view.state == IssuingState::Stopped && !view.issue.isEmpty())
        step.remedy = errorText(view.error->code).next;
    if (view.error && view.state == IssuingState::AwaitingBlankCard)
        step.remedy = Words::tr("Nothing was written to this card. Put in another blank card.");
    if (view.pinsDiffered) {
        step.problem = Words::tr("The two PINs are not the same. Enter both again.");
        step.mark = CardStepMark::Repeat;
    } else if (view.pinWasMalformed) {
        showMalformedPin(step);
    } else if (view.pinWasWrong && view.triesLeft) {
        showWrongPin(step, *view.triesLeft);
    }
    if (view.managementKeyKept && view.state == IssuingState::Done) {
        step.problemKind = NoticeKind::Warning;
        step.problem = Words::tr("This card's management key can't be changed.");
        step.remedy = Words::tr("Whoever has the card and the maker's key can make it useless, but can't log "
                                "in with it.");
    }
}

} // namespace

CardStep issueStep(const IssuingView& view, const IssueOrder& order, const QString& pinRule,
                   const QString& paper) {
    CardStep step = stepText(view, order, pinRule);
    step.of = Steps;
    //: %1 is the name, %2 the number of who gets the card, %3 the number of the issue
    step.who =
        (view.issue.isEmpty()
             ? Words::tr("Card for %1 (%2)").arg(order.person.name, order.person.id)
             : Words::tr("Card for %1 (%2), issue %3").arg(order.person.name, order.person.id, view.issue)) +
        u'\n' + whatFor(order);
    showProblem(step, view);
    step.paper = paper;
    step.isOver = view.state == IssuingState::Done || view.state == IssuingState::Stopped;
    return step;
}

QString lendingNotice(const IssueOrder& order, const IssuingView& view, const QDateTime& now) {
    return QStringList{line(Words::tr("Card"), view.card),
                       line(Words::tr("Holder"), nameAndId(order.person)),
                       line(Words::tr("Role"), roleText(order.person.role)),
                       line(Words::tr("Issued on"), clocktext::date(now)),
                       endLine(order),
                       promise()}
        .join(u'\n');
}

QString lendingNotice(const RegisteredCard& card) {
    QStringList lines{line(Words::tr("Card"), card.card.id),
                      line(Words::tr("Holder"), nameAndId(card.person))};
    if (card.card.endsAt.isValid())
        lines += line(Words::tr("Day card until"), clocktext::dateAndTime(card.card.endsAt));
    if (card.dueBack.isValid())
        lines += line(Words::tr("Due back"), clocktext::date(card.dueBack.startOfDay().toUTC()));
    return (lines << promise()).join(u'\n');
}

} // namespace madoguchi
