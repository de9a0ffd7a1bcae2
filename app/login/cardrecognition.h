// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whose card is this, and may she use it here and now: the same questions for a login and for everything
// else that asks for a PIN (CardApproval). Main thread; the card is read on its worker.
#pragma once

#include "app/issuing/revocations.h"
#include "app/login/loginparts.h"
#include "app/operators/operator.h"
#include "app/operators/operatorcard.h"
#include "smartcard/cardservice.h"
#include "smartcard/piv/cardidentity.h"

#include <chrono>
#include <functional>
#include <optional>

namespace madoguchi {

/// A card of the register, with what it showed of itself.
struct RecognisedCard {
    OperatorCard card;
    Operator person;
    CardIdentity identity;
};

class CardRecognition {
public:
    explicit CardRecognition(const LoginParts& parts) : m_parts(parts) {}

    /// Reads the card, with the register at hand. `done` and `context` as for CardService::converse(). Errors
    /// of readCardIdentity() and of OperatorDirectory::cardsForLogin().
    void read(CardId card, QObject* context, std::function<void(Result<CardIdentity>)> done) const;
    /// Errors: CardUnknown; those of OperatorDirectory.
    Result<RecognisedCard> recognise(const CardIdentity& identity) const;
    /// Whether the card is proven and trusted, and the person's status, dates, hours and terminal allow it
    /// now. Errors: PolicyUnreadable, CardNotGenuine, CardWithoutCardKey, ClockBehind, those of
    /// CertificateVerifier, admission() and TerminalState::admit(). Also CardSuspended while a day card is
    /// used instead, unless the policy lets people have several; and CertificateRevoked and
    /// RevocationUnknown, as Revocations::standingOf() has them for 9A.
    Result<> checkAdmission(const RecognisedCard& recognised) const;
    /// The same for another moment: as things are now, will it be so then?
    Result<> checkAdmission(const RecognisedCard& recognised, const QDateTime& at) const;
    /// The latest time on record while the clock is behind it by more than ClockSlack, null while it is not.
    /// Then what has ended would hold again, so that checkAdmission() is ClockBehind for everybody but system
    /// administrators: with a login of theirs the clock counts as right.
    QDateTime clockBehind(const QDateTime& now) const;
    static constexpr std::chrono::minutes ClockSlack{5}; ///< what networks and people correct
    /// Whether it is the registered card itself and in force, whoever holds it and whatever she may do now:
    /// it proved its 9E key, whatever the policy says, and its certificate is trusted and not revoked.
    /// Errors: CardNotGenuine, CardWithoutCardKey, and of the above those about certificates and the policy.
    Result<> checkGenuine(const RecognisedCard& recognised) const;
    /// What let a card pass that checkAdmission() has just admitted, to be recorded and told. Overdue also
    /// when that can't be known any more.
    RevocationStanding revocationStanding(const RecognisedCard& recognised) const;

private:
    Result<> checkDayCards(const OperatorCard& card, const QDateTime& at) const;
    Result<> checkTrust(const RecognisedCard& recognised, const QDateTime& at) const;
    Result<RevocationStanding> standing(const RecognisedCard& recognised, const StationPolicy& policy,
                                        const QDateTime& at) const;
    LoginParts m_parts;
};

} // namespace madoguchi
