// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// When the PIN of each registered card was last set, whether it must be changed, and which PINs it had
// before, as slow salted hashes; rows of station.db. Of the present PIN nothing is kept, so that a stolen
// station helps nobody to guess it. Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/secretbytes.h"
#include "app/login/pinpolicy.h"
#include "app/operators/operatorcard.h"
#include "app/storage/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>

#include <optional>

namespace madoguchi {

/// How urgent a change is.
struct PinDue {
    enum class Kind {
        No,
        Soon,    ///< in `daysLeft` days, 0 is today; or overdue (negative) where nothing is forced
        Demanded ///< nothing else goes on
    };
    Kind kind = Kind::No;
    int daysLeft = 0;
    bool isFirst = false; ///< because somebody else set it, not for its age

    bool operator==(const PinDue&) const = default;
};

class PinRegister {
public:
    /// `database` is station.db, migrated; it and `clock` must outlive the register.
    PinRegister(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull; CryptoFailed for those that hash. Those that
    // change something join a transaction that is open.

    /// A PIN that was never set here counts from the card's enrolment. A global PIN is never Demanded.
    Result<PinDue> due(const OperatorCard& card, const PinPolicy& policy) const;
    /// The last day of each PIN that due() calls old or soon too old, by card; where a first change is
    /// demanded the login asks for it, and no day is due.
    Result<QMap<QString, QDate>> dueDays(const QList<OperatorCard>& cards, const PinPolicy& policy) const;
    /// Whether it is one of the last `remembered` that the card had before the present one. Takes 0.1 s.
    Result<bool> wasUsed(const QString& card, const SecretBytes& pin, int remembered) const;
    /// For noteChanged(), before the PIN is gone. Takes 0.1 s.
    Result<QByteArray> hash(const QString& card, const SecretBytes& pin);

    /// The holder changed it: `former` is the hash of the one before, of which `remembered` are kept.
    Result<> noteChanged(const QString& card, const QByteArray& former, int remembered);
    /// The holder set it without knowing the one before, at issuing or unblocking.
    Result<> noteSetByHolder(const QString& card);
    /// Somebody else may know it: the holder must change it at the next login, where the policy says so.
    Result<> demandChange(const QString& card);

private:
    struct Entry {
        QByteArray salt;
        QDateTime setAt = {}; ///< null: never here
        bool mustChange = false;
    };
    Result<std::optional<Entry>> read(const QString& card) const;
    Result<> write(const QString& card, const Entry& entry);
    Result<Entry> entryFor(const QString& card);
    Result<> forgetOld(const QString& card, int remembered);

    Database& m_database;
    const Clock& m_clock;
};

} // namespace madoguchi
