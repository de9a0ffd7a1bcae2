// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Unblocking a card as the station keeps it: whose card may be unblocked and by whom, the PUK from escrow,
// the attempt on record before the card gets it, and what came of it. Every step asks for the permission and
// two people again. Main thread.
#pragma once

#include "app/audit/auditwriter.h"
#include "app/issuing/issueregister.h"
#include "app/login/lockoutregister.h"
#include "app/login/pinregister.h"
#include "app/operators/operatordirectory.h"
#include "app/session/session.h"
#include "smartcard/piv/pivpin.h"

#include <functional>

namespace madoguchi {

struct StationPolicy;

/// On record, and about to be sent to the card.
struct BegunUnblocking {
    AuditRecord attempt;
    quint64 sequence = 0; ///< of `attempt`
    QString card;
    QString witness; ///< operator id
    SecretBytes puk;
};

class UnblockLedger {
public:
    /// Everything must outlive the object.
    struct Parts {
        Database& station; ///< station.db, migrated
        OperatorDirectory& directory;
        IssueRegister& issues;
        PinRegister& pins;
        LockoutRegister& lockout;
        AuditWriter& audit;
        const Clock& clock;
        std::function<Result<StationPolicy>()> policy; ///< as it is now
    };
    explicit UnblockLedger(Parts parts) : m_parts(std::move(parts)) {}

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// Whose card it is, if it may be unblocked in this session. Hours and terminals of the holder don't
    /// count: she does not log in here. Errors: SessionEnded, PermissionDenied (needs UnblockPin);
    /// CardUnknown; WitnessSamePerson for a card of one's own; why admission() refuses a card or operator, so
    /// a lost or suspended one; IssueUnknown when it was not issued here; OfficeKeyMissing; EscrowWrong.
    Result<CardHolder> check(const Session& session, const QString& card) const;
    /// Whether the holder may have that PIN. Errors: those of checkNewPin(); PinUsedBefore; PolicyUnreadable.
    Result<> checkPin(const CardHolder& holder, const SecretBytes& next) const;
    /// Puts the attempt on record and opens the PUK. Errors: those of check(); WitnessSamePerson and
    /// WitnessUnsuitable as for issuing; RecordFailed.
    Result<BegunUnblocking> begin(const Session& session, const QString& card, const Operator& witness);
    /// Records what the card answered about the PUK, or why there is no answer. When it was right, the card's
    /// history has it, the new PIN counts as set by its holder and the failures of the old one are forgotten:
    /// all in one transaction. Errors: RecordFailed; those of CardEvents, after which the card has the
    /// new PIN all the same.
    Result<> end(const BegunUnblocking& begun, const Result<PinOutcome>& answer);
    /// Notes that it was refused before the PUK was touched. `witness`: operator id, empty before there is
    /// one. Errors: RecordFailed.
    Result<> noteRefused(const Session& session, const QString& card, const QString& witness,
                         const Error& why);

private:
    Result<SecretBytes> puk(const Session& session, const QString& card) const;
    Result<> change(const BegunUnblocking& begun);
    Parts m_parts;
};

} // namespace madoguchi
