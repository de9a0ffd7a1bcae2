// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A card administrator changes what somebody may do, when and where, or her name: one transaction of register
// and keys, effective at once. Keys that the new role has no use for go from her cards, those that it needs
// are waited for, and a running session that would not be let in any more, or began in another role, ends.
// Main thread.
#pragma once

#include "app/base/clock.h"
#include "app/operators/roleterms.h"
#include "app/operators/vaultkeyholders.h"

#include <functional>

namespace madoguchi {

struct RoleChange {
    QMap<QString, QString> fields; ///< as changesOf()
    Suspension keys;               ///< what her cards lost; nothing is kept
};

/// For the outcome's record.
QMap<QString, QString> detailsOf(const RoleChange& change);

class RoleChanges {
public:
    struct Parts {
        Database& station; ///< station.db, migrated
        OperatorDirectory& directory;
        VaultKeyHolders& holders;
        const Clock& clock;
        QString terminal; ///< where her session may be running
        /// Called for each of her cards whose session must end, when the change is durable; as in CardLife.
        std::function<void(const QString& card)> withdrawn;
    };
    /// What `parts` refers to must outlive the object.
    explicit RoleChanges(Parts parts) : m_parts(std::move(parts)) {}

    /// ChangeOperator. Nothing happens when the terms are what they were. Errors: SessionEnded,
    /// PermissionDenied, OperatorUnknown, those of checkTerms(), and InputInvalid with "self" for one's own
    /// terms (nobody gives herself another role, and nobody might be left to undo it), "drafts-key" or
    /// "office-key" when no other card in use has the key that her cards would lose.
    Result<RoleChange> change(const Session& session, const QString& operatorId, const RoleTerms& terms);

private:
    void endSessions(const Operator& person, bool inAnotherRole, const QList<OperatorCard>& cards);
    Parts m_parts;
};

} // namespace madoguchi
