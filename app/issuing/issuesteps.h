// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The steps of an issue that are the same for two people at a screen (IssueLedger) and for whoever has the
// root at the console (FirstCard). Permission and record are theirs. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/issuing/begunissue.h"
#include "app/issuing/cardcertificateset.h"
#include "app/issuing/issueorder.h"
#include "app/issuing/officekey.h"
#include "app/login/pinregister.h"
#include "app/operators/enrolment.h"
#include "smartcard/cardcatalogue.h"
#include "smartcard/piv/blankcard.h"

namespace madoguchi {

class IssueSteps {
public:
    struct Parts {
        Database& station; ///< station.db, migrated
        OperatorDirectory& directory;
        IssueRegister& issues;
        Enrolment& enrolment;
        PinRegister& pins;
        const Clock& clock;
        const CardCatalogue& catalogue; ///< what blank cards come with
        AskSeveralCards severalCards = {};
    };
    /// What `parts` refers to must outlive the object.
    explicit IssueSteps(Parts parts) : m_parts(std::move(parts)) {}

    // Errors of all: those of Database.

    /// The last valid second of the card, UTC.
    static QDateTime endOf(const IssueOrder& order);
    /// Whether she may get this card. Errors: InputInvalid with "role-until" when the last day of somebody
    /// new has passed, OperatorIdTaken, OperatorHasCard, OperatorSuspended as in addOrReplace().
    Result<> checkPerson(const IssueOrder& order) const;
    /// The issue that the card was in before: none for a card that was never in one here. Errors:
    /// CardInRegister when it is still somebody's, CardNotBlank when somebody else made it.
    Result<std::optional<CardIssue>> requireFree(const BlankCard& card) const;
    /// What a card that was asked who made it must have before its keys are made; whether it is true can be
    /// checked of the keys alone, by checkAttestation(). Errors: AttestationMissing.
    Result<> requireMaker(const BlankCard& card, const QByteArray& atr) const;
    /// Before the first command that changes the card: operator, issue and sealed PUK become durable; what
    /// was left unfinished for this operator or with this card is abandoned. `former` from requireFree(),
    /// `atr`: the card's answer to reset. Errors also: those of IssueSecrets::addTo().
    Result<BegunIssue> begin(const IssueOrder& order, const QString& startedBy, const QString& witness,
                             const std::optional<CardIssue>& former, const QByteArray& atr,
                             const OfficeKey& office);
    /// The card is the operator's from now on. In a transaction of the caller. Errors also: those of
    /// Enrolment::take(). `made`: by whom and before whom; the event is Issued.
    Result<Enrolled> finish(const QString& issue, const IssueOrder& order, const CardProof& proof,
                            CardEventEntry made);

private:
    Result<QList<OperatorCard>> cardsLike(const BlankCard& card,
                                          const std::optional<CardIssue>& former) const;
    /// The 9E certificate of the card that `former` is, if its keys may be the present ones still; empty
    /// where its keys are in no register of cards.
    Result<QByteArray> cardKeyOf(std::optional<CardIssue> former) const;
    Result<> addPerson(const Operator& person);
    Result<> abandonFor(const CardIssue& issue);
    Parts m_parts;
};

} // namespace madoguchi
