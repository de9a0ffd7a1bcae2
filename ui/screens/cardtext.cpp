// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/cardtext.h"

#include "ui/screens/operatorpanel.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

struct Word {
    const char* id;
    const char* text;
};

constexpr std::array Reasons{
    Word{"lost", QT_TRANSLATE_NOOP("CardText", "Lost")},
    Word{"stolen", QT_TRANSLATE_NOOP("CardText", "Stolen")},
    Word{"card-lost", QT_TRANSLATE_NOOP("CardText", "Card lost")},
    Word{"away", QT_TRANSLATE_NOOP("CardText", "Away for long")},
    Word{"misuse", QT_TRANSLATE_NOOP("CardText", "Misuse suspected")},
    Word{"other", QT_TRANSLATE_NOOP("CardText", "Other")},
    Word{"mislaid", QT_TRANSLATE_NOOP("CardText", "Being looked for")},
    Word{"examined", QT_TRANSLATE_NOOP("CardText", "Card being examined")},
    Word{"replaced", QT_TRANSLATE_NOOP("CardText", "Replaced by another card")},
    Word{"transferred", QT_TRANSLATE_NOOP("CardText", "Holder transferred")},
    Word{"left", QT_TRANSLATE_NOOP("CardText", "Holder left the office")},
    Word{"duties", QT_TRANSLATE_NOOP("CardText", "Other duties")},
    Word{"times", QT_TRANSLATE_NOOP("CardText", "Other working times")},
    Word{"name", QT_TRANSLATE_NOOP("CardText", "Name changed or corrected")},
    Word{"mistake", QT_TRANSLATE_NOOP("CardText", "Entered by mistake")},
    Word{"broken", QT_TRANSLATE_NOOP("CardText", "Card broken")},
    Word{"vault-anew", QT_TRANSLATE_NOOP("CardText", "Began a new store of drafts")},
    Word{"before-this-register", QT_TRANSLATE_NOOP("CardText", "Before this history was kept")},
};

IconShape shapeOf(OperatorCardState state) {
    switch (state) {
    case OperatorCardState::Active:
        return IconShape::Success;
    case OperatorCardState::Returned:
        return IconShape::Card;
    case OperatorCardState::Suspended:
    case OperatorCardState::SuspendedAlone:
        return IconShape::Lock;
    case OperatorCardState::Lost:
    case OperatorCardState::Found:
        return IconShape::Warning;
    case OperatorCardState::Invalidated:
    case OperatorCardState::Destroyed:
        return IconShape::Error;
    }
    Q_UNREACHABLE();
}

QRgb colourOf(OperatorCardState state) {
    switch (state) {
    case OperatorCardState::Active:
        return theme::colour::success;
    case OperatorCardState::Returned:
    case OperatorCardState::Destroyed:
        return theme::colour::supporting;
    case OperatorCardState::Found:
        return theme::colour::warning;
    case OperatorCardState::Suspended:
    case OperatorCardState::SuspendedAlone:
    case OperatorCardState::Lost:
    case OperatorCardState::Invalidated:
        return theme::colour::errorText;
    }
    Q_UNREACHABLE();
}

/// The operator's standing, and a day card that is used instead, count where the card itself could be used.
OperatorCardState shownState(const RegisteredCard& card) {
    const bool suspended = card.person.status == OperatorStatus::Suspended || !card.dayCard.isEmpty();
    return suspended && card.card.state == OperatorCardState::Active ? OperatorCardState::Suspended
                                                                     : card.card.state;
}

} // namespace

QString cardStateText(OperatorCardState state) {
    switch (state) {
    case OperatorCardState::Active:
        return CardText::tr("In use");
    case OperatorCardState::Invalidated:
        return CardText::tr("Invalidated");
    case OperatorCardState::Suspended:
        return CardText::tr("Suspended");
    case OperatorCardState::Returned:
        return CardText::tr("Given back");
    case OperatorCardState::Lost:
        return CardText::tr("Lost");
    case OperatorCardState::Found:
        return CardText::tr("Found");
    case OperatorCardState::Destroyed:
        return CardText::tr("Destroyed");
    case OperatorCardState::SuspendedAlone:
        return CardText::tr("Card suspended");
    }
    Q_UNREACHABLE();
}

QString cardStateText(const RegisteredCard& card) {
    if (card.card.id.isEmpty())
        return operatorStatusText(card.person.status);
    const bool rests = !card.dayCard.isEmpty() && card.person.status == OperatorStatus::Active &&
                       card.card.state == OperatorCardState::Active;
    if (rests)
        return CardText::tr("Resting"); // its holder left it at home
    const bool isDayCard = card.card.endsAt.isValid() && shownState(card) == OperatorCardState::Active;
    return isDayCard ? CardText::tr("Day card") : cardStateText(shownState(card));
}

QIcon cardStateIcon(const RegisteredCard& card) {
    const OperatorCardState state = shownState(card);
    return icon(shapeOf(state), QColor(colourOf(state)));
}

QString cardEventText(CardEvent event) {
    switch (event) {
    case CardEvent::Enrolled:
        return CardText::tr("Enrolled");
    case CardEvent::Issued:
        return CardText::tr("Issued");
    case CardEvent::Lent:
        return CardText::tr("Lent");
    case CardEvent::Returned:
        return CardText::tr("Taken back");
    case CardEvent::Suspended:
        return CardText::tr("Suspended");
    case CardEvent::Resumed:
        return CardText::tr("Resumed");
    case CardEvent::SuspendedAlone:
        return CardText::tr("Card suspended");
    case CardEvent::ResumedAlone:
        return CardText::tr("Card resumed");
    case CardEvent::Lost:
        return CardText::tr("Reported lost");
    case CardEvent::Found:
        return CardText::tr("Found");
    case CardEvent::Invalidated:
        return CardText::tr("Invalidated");
    case CardEvent::Destroyed:
        return CardText::tr("Destroyed");
    case CardEvent::PinUnblocked:
        return CardText::tr("PIN unblocked");
    }
    Q_UNREACHABLE();
}

QString cardReasonText(const QString& id) {
    const auto found =
        std::ranges::find_if(Reasons, [&](const Word& word) { return id == QLatin1StringView(word.id); });
    return found == Reasons.end() ? id : QCoreApplication::translate("CardText", found->text);
}

QString witnessText(const CardEventEntry& event) {
    if (event.witness.isEmpty() || event.witnessByCard)
        return event.witness;
    //: %1 is the operator number of a witness who did not use her card
    return CardText::tr("%1 (by name only)").arg(event.witness);
}

QString reminderText(ReminderKind kind) {
    switch (kind) {
    case ReminderKind::CertificateEnding:
        return CardText::tr("Certificate ends: issue a new card");
    case ReminderKind::NotReturned:
        return CardText::tr("Not given back on the day due");
    case ReminderKind::DayCard:
        return CardText::tr("Day card: take it back");
    case ReminderKind::RoleEnding:
        return CardText::tr("Role ends: take the card back");
    case ReminderKind::PinEnding:
        return CardText::tr("PIN gets too old: have its holder change it");
    case ReminderKind::IssuingEnding:
        return CardText::tr("Issuing certificate ends: renew it");
    case ReminderKind::IssuerOutOfUse:
        return CardText::tr("Card out of use could still issue: withdraw its certificate");
    case ReminderKind::ListEnding:
        return CardText::tr("List of revoked cards: sign the next one");
    case ReminderKind::ListEndingElsewhere:
        return CardText::tr("List of revoked cards: bring a newer one");
    case ReminderKind::RightsReview:
        return CardText::tr("Who may do what: go through the list");
    }
    Q_UNREACHABLE();
}

QString reminderCommand(ReminderKind kind) {
    switch (kind) {
    case ReminderKind::IssuingEnding:
        return u"madoguchictl authority certify"_s;
    case ReminderKind::IssuerOutOfUse:
        return u"madoguchictl authority withdraw"_s;
    case ReminderKind::ListEndingElsewhere:
        return u"madoguchictl crl import"_s;
    case ReminderKind::ListEnding: // on the page that says so
    case ReminderKind::CertificateEnding:
    case ReminderKind::NotReturned:
    case ReminderKind::DayCard:
    case ReminderKind::RoleEnding:
    case ReminderKind::PinEnding:
    case ReminderKind::RightsReview:
        break;
    }
    return {};
}

} // namespace madoguchi
