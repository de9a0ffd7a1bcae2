// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The wrong PINs of each registered card on this station, and the waits they brought about, in station.db.
// A try counts as failed before VERIFY goes to the card, so that killing the program gives no free try. Waits
// run on the time since boot, never on the wall clock; when the machine was restarted, a wait goes on from
// what was left when it was last looked at. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/login/lockoutpolicy.h"
#include "app/session/session.h"
#include "app/storage/database.h"

#include <QList>

#include <chrono>
#include <optional>

namespace madoguchi {

struct LockoutState {
    enum class Kind {
        Open,
        Delayed, ///< for `remaining`
        Locked,  ///< until a supervisor unlocks
    };
    Kind kind = Kind::Open;
    int triesUntilPenalty = 1; ///< while Open: wrong PINs until the station makes the card wait
    std::chrono::milliseconds remaining{0};

    bool operator==(const LockoutState&) const = default;
};

/// A card that has to wait, as the supervisor sees it.
struct LockedCard {
    QString card;
    QString operatorId;
    QString operatorName;
    int failures = 0;
    LockoutState state;
    QDateTime lastFailureAt; ///< wall clock, for people only
};

class LockoutRegister {
public:
    /// `database` is station.db, migrated; it and `clock` must outlive the register.
    LockoutRegister(Database& database, const Clock& clock, LockoutPolicy policy);

    // For the login. Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull. Inside a transaction they take
    // part in it, so that a step and its record become durable together.

    /// A card that is not in the register is Open: it locks nobody.
    Result<LockoutState> state(const QString& card);
    /// Whether a PIN may be asked for in a session or at the console. `cardTriesLeft`: the card's own
    /// counter; none when it does not tell. Errors: CardBlocked, PinLocked, PinDelayed; PinLastTry: that one
    /// is left to a login, which asks first.
    Result<> checkTry(const QString& card, std::optional<int> cardTriesLeft);
    /// Counts a failure, durably, and starts the wait that it would bring about. Call it right before VERIFY.
    /// `cardTriesLeft`: the card's own counter now, before the try.
    /// Errors: PinDelayed, PinLocked (nothing was counted); CardUnknown.
    Result<> beginTry(const QString& card, int cardTriesLeft);
    /// The PIN was right: the count and the wait are gone.
    Result<> succeeded(const QString& card);
    /// Takes a beginTry() back when VERIFY certainly was not sent (VerifyGate). Never after a doubtful
    /// answer.
    Result<> withdrawTry(const QString& card);

    /// The card's PIN was set anew, so that those failures say nothing: the count and the wait are gone.
    Result<> forgetFailures(const QString& card) { return forget(card); }

    // For screens. Errors also: SessionEnded, PermissionDenied.

    /// Cards that have to wait, the newest failure first. ViewLockedCards.
    Result<QList<LockedCard>> lockedCards(const Session& session);
    /// Ends the wait and starts the count anew. UnlockCard. Errors: CardUnknown when the card has no
    /// failures.
    Result<> unlock(const Session& session, const QString& card);

    void setPolicy(LockoutPolicy policy) { m_policy = std::move(policy); }

private:
    struct Entry {
        int failures = 0;
        bool locked = false;
        std::chrono::milliseconds remaining{0};
        std::chrono::milliseconds observed{0};
        QByteArray bootId;
        QDateTime lastFailureAt;
    };
    Result<std::optional<Entry>> read(const QString& card) const;
    Result<> write(const QString& card, const Entry& entry);
    Result<> forget(const QString& card);
    Result<> countSinceLogin(const QString& card, int change);
    Result<Entry> brought(const QString& card, Entry entry);
    LockoutState stateOf(const Entry& entry) const;

    Database& m_database;
    const Clock& m_clock;
    LockoutPolicy m_policy;
    QByteArray m_bootId;
};

} // namespace madoguchi
