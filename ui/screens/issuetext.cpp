// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/issuetext.h"

#include "ui/clocktext.h"

#include <QCoreApplication>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(IssueText)
};

QString holder(const IssueOrder& order) {
    return order.person.name;
}

IssueStepText witnessText(const IssuingView& view) {
    IssueStepText text{.number = 1, .title = Words::tr("A second person confirms")};
    if (view.state == IssuingState::AwaitingWitness) {
        text.todo = Words::tr("Leave your own card where it is. Put the card of a second person, a card "
                              "administrator or supervisor, into the other reader.");
    } else if (view.state == IssuingState::AwaitingWitnessPin) {
        //: %1 is the second person's name
        text.todo = Words::tr("%1 enters the PIN, without anybody looking on.").arg(view.witnessName);
        text.pins = IssuePins::One;
        text.pinLabel = Words::tr("PIN of the second person");
    } else {
        text.todo = Words::tr("The second person's card is being checked.");
    }
    return text;
}

IssueStepText cardText(const IssuingView& view) {
    IssueStepText text{.number = 2, .title = Words::tr("The new card is made")};
    if (view.state == IssuingState::AwaitingBlankCard) {
        text.todo = Words::tr("Take the second person's card out of the other reader and put the blank card "
                              "in.");
        return text;
    }
    text.changesCard = view.state == IssuingState::MakingKeys;
    text.todo = text.changesCard ? Words::tr("The card is making its keys. Leave both cards where they are.")
                                 : Words::tr("The card is being read.");
    return text;
}

IssueStepText signText(const IssuingView& view) {
    IssueStepText text{.number = 3, .title = Words::tr("You sign the certificates"), .changesCard = true};
    if (view.state == IssuingState::AwaitingIssuerPin) {
        text.todo = Words::tr("Enter your own PIN. Your card signs the new card's certificates with it.");
        text.pins = IssuePins::One;
        text.pinLabel = Words::tr("Your PIN");
    } else {
        text.todo = view.state == IssuingState::Signing
                        ? Words::tr("Your card is signing. Leave both cards where they are.")
                        : Words::tr("The new card is being written. Leave both cards where they are.");
    }
    return text;
}

IssueStepText holderText(const IssuingView& view, const IssueOrder& order) {
    IssueStepText text{.number = 4, .title = Words::tr("The holder chooses the PIN"), .changesCard = true};
    if (view.state == IssuingState::AwaitingFirstPin) {
        //: %1 is the name of who gets the card
        text.todo = Words::tr("Hand the keyboard to %1, who chooses a PIN of 6 to 8 digits and enters it "
                              "twice. Nobody else may see it.")
                        .arg(holder(order));
        text.pins = IssuePins::Two;
        text.pinLabel = Words::tr("New PIN");
        text.repeatLabel = Words::tr("New PIN once more");
    } else {
        text.todo = Words::tr("The PIN is being set. Leave the card where it is.");
    }
    return text;
}

} // namespace

IssueStepText issueStepText(const IssuingView& view, const IssueOrder& order) {
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
        return holderText(view, order);
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

QString issuePinText(const IssuingView& view) {
    if (view.pinsDiffered)
        return Words::tr("The two PINs are not the same. Enter both again.");
    if (view.pinWasMalformed)
        return Words::tr("A PIN has 6 to 8 characters. Nothing was sent to the card.");
    if (view.pinWasWrong && view.triesLeft)
        return Words::tr("The PIN is wrong. %n more wrong one(s) block the card.", nullptr, *view.triesLeft);
    return {};
}

QString lendingNotice(const IssueOrder& order, const IssuingView& view, const QDateTime& now) {
    const auto line = [](const QString& name, const QString& value) { return name + u": "_s + value; };
    return QStringList{
        line(Words::tr("Card"), view.card),
        line(Words::tr("Holder"), u"%1 (%2)"_s.arg(order.person.name, order.person.id)),
        line(Words::tr("Issued on"), clocktext::date(now)),
        line(Words::tr("Last day"), clocktext::date(order.lastDay.startOfDay().toUTC())),
        Words::tr("I have received this card. I shall not lend it, shall tell nobody the PIN, shall report a "
                  "loss at once, and shall give the card back when my duty ends."),
        Words::tr("Date and signature:")}
        .join(u'\n');
}

} // namespace madoguchi
