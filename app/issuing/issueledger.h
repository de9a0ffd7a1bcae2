// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What issuing a card does to the station's registers, step by step: each step asks for the permission and
// the two people again, is on record before it happens, and is one transaction. What happens to cards between
// the steps is CardIssuing's. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/issuing/attestation.h"
#include "app/issuing/issuesteps.h"

namespace madoguchi {

class IssueLedger {
public:
    struct Parts {
        IssueSteps::Parts steps;
        ActionRunner& actions;
    };
    /// What `parts` refers to must outlive the object.
    explicit IssueLedger(const Parts& parts) : m_parts(parts), m_steps(parts.steps) {}

    // IssueCard for all. Errors of all: SessionEnded, PermissionDenied, those of Database.

    /// Whether this could be issued now, before anybody is troubled with it. Errors: InputInvalid with
    /// "last-day" or "day-card" for an impossible end, a day card's being later than tomorrow; those of
    /// IssueSteps::checkPerson().
    Result<> check(const Session& session, const IssueOrder& order, const Certificate& issuing) const;
    /// Whether `witness` may be the second person. Errors: WitnessSamePerson for the administrator herself
    /// and for the card's holder, WitnessUnsuitable for anybody but card administrators and supervisors.
    static Result<> mayWitness(const Session& session, const IssueOrder& order, const Operator& witness);
    /// Before the first command that changes the card: operator, issue and sealed PUK become durable; what
    /// was left unfinished for this operator or with this card is abandoned. Errors also: those of check()
    /// and mayWitness(); CardInRegister when it is still somebody's card; AttestationMissing when the card
    /// was asked who made it and can't prove it. `atr`: the card's answer to reset.
    Result<BegunIssue> begin(const Session& session, const IssueOrder& order, const Operator& witness,
                             const BlankCard& card, const QByteArray& atr, const Certificate& issuing,
                             const OfficeKey& office);
    /// Which device the card has shown to be. Errors: those of checkAttestation().
    Result<std::optional<AttestedDevice>> attested(const Session& session, const CardKeysMade& made,
                                                   AttestationRule rule) const;
    /// Before the certificates are signed. `device`: from attested(). Errors: IssueUnknown, RecordFailed.
    Result<> addCertificates(const Session& session, const QString& issue, const CardCertificateSet& set,
                             const std::optional<AttestedDevice>& device);
    /// The card is the operator's from now on. Errors: InputInvalid when the issue is over, OperatorHasCard,
    /// those of Enrolment::take().
    Result<Enrolled> finish(const Session& session, const QString& issue, const IssueOrder& order,
                            const CardProof& proof);
    /// Those that stopped half way, oldest first.
    Result<QList<CardIssue>> unfinished(const Session& session) const;
    /// Its certificates are revoked. Errors: IssueUnknown, InputInvalid when it is over.
    Result<> abandon(const Session& session, const QString& issue);
    /// On record: an issue that was begun has stopped. Errors: RecordFailed.
    Result<> noteStop(const Session* session, const QString& issue, const QString& why);
    /// On record: a step that the card was in when its issue stopped has ended after all, as `end` says.
    /// `step`: "card-keys", "card-contents" or "first-pin". Errors: RecordFailed.
    Result<> noteLate(const QString& issue, const QString& step, const Result<>& end);

private:
    const IssueSteps::Parts& at() const { return m_parts.steps; }
    Parts m_parts;
    IssueSteps m_steps;
};

} // namespace madoguchi
