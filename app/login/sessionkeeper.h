// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Opens a session after the right PIN and ends it: what has to happen, in which order, and what is on record
// before. There is at most one session. When the states change is LoginController's. Main thread.
#pragma once

#include "app/actions/actionid.h"
#include "app/audit/auditwriter.h"
#include "app/base/clock.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/issuing/revocations.h"
#include "app/login/lockoutregister.h"
#include "app/login/loginparts.h"
#include "app/login/pinregister.h"
#include "app/operators/operatordirectory.h"
#include "app/session/session.h"
#include "app/station/readerassignment.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

/// What the operator is told after logging in (requirement L4) and what happened to waiting vault keys.
struct LoginGreeting {
    LastLogin lastLogin = {};
    /// Why drafts can't be opened, VaultKeyMissing when her card has no vault key yet; none: they
    /// can, or her role does not work with drafts.
    std::optional<ErrorCode> vaultProblem = {};
    int vaultKeysFilled = 0; ///< colleagues' cards that got theirs just now
    PinDue pin = {};         ///< whether hers must be changed; Demanded: the session does nothing else
    /// Why cards can't be issued; none: they can, or her role does not issue cards.
    std::optional<ErrorCode> officeProblem = {};
    RevocationStanding revocation = RevocationStanding::Good; ///< of her card
    ReaderAssignment missingReaders = {};                     ///< assigned, but not connected
    /// The latest time on record, which the clock was behind until this login; null: it was not.
    QDateTime clockBehind = {};
};

// A class around the enum, because Qt names the values of an enum only inside one.
class SessionEndNames {
    Q_GADGET
public:
    enum class SessionEnd {
        CardRemoved,
        Idle,
        LockKey,
        LoggedOut,
        RecordLost,
        CardWithdrawn,
        NotAdmitted, ///< hours, role, certificate or register no longer let her in
        CardSwap,    ///< a change of cards went wrong: too late, or with another card
    };
    Q_ENUM(SessionEnd)
};
using SessionEnd = SessionEndNames::SessionEnd;

/// A session that is to be opened.
struct SessionOrder {
    const Operator& person;
    const OperatorCard& card;
    ActionId action;                              ///< SessionStart or SessionUnlock
    AuditRecord accepted;                         ///< the accepted PIN, recorded with the session's beginning
    std::optional<SecretBytes> vaultSecret;       ///< from the card; none: the drafts stay closed
    std::optional<SecretBytes> officeSecret = {}; ///< from the card; none: no cards are issued
};

class SessionKeeper {
public:
    /// All must outlive the keeper.
    struct Parts {
        OperatorDirectory& operators;
        LockoutRegister& lockout;
        VaultKeySlots& slots;
        AuditWriter& audit;
        const Clock& clock;
        QString terminal;
        std::function<Result<>(const Session&)> openVault; ///< with the session's vault key
        std::function<void()> closeVault;                  ///< when the session ends; wipes
        /// Gives the session's keys to cards that wait for them, and how many can open drafts now.
        std::function<int(const Session&)> grantWaitingKeys;
        /// Whether the card's PIN must be changed; an error refuses the session. Empty: nobody asks.
        std::function<Result<PinDue>(const OperatorCard&)> pinDue = {};
    };
    explicit SessionKeeper(Parts parts);
    static Parts partsOf(const LoginParts& parts);
    ~SessionKeeper();

    /// Null outside a session.
    const Session* session() const { return m_session.get(); }

    /// One transaction takes back the failure that the PIN was counted as, notes the login and records the
    /// PIN and the beginning; when it is durable there is a session. A vault that does not open is no error:
    /// the greeting tells it. Errors: RecordFailed; those of LockoutRegister::succeeded() and
    /// OperatorDirectory::recordLogin(), then nothing happened and nothing was recorded.
    Result<LoginGreeting> open(SessionOrder order);
    /// The PIN that was due is changed, durably. Only in a session.
    void pinChanged();
    // See Session. Only in a session.
    void pinProven(std::function<bool()> isFresh);
    void allowCardOut();
    void cardReturned();
    /// Closes the session, then records its end, with what is behind it if there is anything to add, and
    /// `before` in front of it. Only in a session. Errors: RecordFailed; it is closed all the same.
    Result<> end(SessionEnd why, std::optional<ErrorCode> cause = {}, QList<AuditRecord> before = {});
    /// Closes the session without a record, because there is no log any more. Only in a session.
    void close();

private:
    Result<SecretBytes> vaultKeyFrom(const SessionOrder& order) const;
    Result<OfficeKey> officeKeyFrom(const SessionOrder& order) const;
    Result<LoginGreeting> recordOpening(const SessionOrder& order, const Session& session);
    std::optional<ErrorCode> openVault();

    Parts m_parts;
    std::unique_ptr<Session> m_session;
};

} // namespace madoguchi
