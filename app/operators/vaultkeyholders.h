// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who holds the vault key and who the office key: one rule, asked when a waiting card is to get one, when an
// operator is suspended and when she may work again. Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/base/clock.h"
#include "app/crypto/certificateverifier.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/operators/operatordirectory.h"

#include <functional>

namespace madoguchi {

/// Who still has a key when a card is out of use.
enum class KeyFate {
    WithOthers, ///< another card that is in use, or the card had none
    /// Nobody now; a card that the login refuses keeps it and may be let in again.
    Kept,
    /// Nobody ever again. The next card that is registered for drafts begins with a new, empty vault; another
    /// office key, which is the same one, comes only from the office's root.
    Lost,
};

/// Of both keys.
struct KeyFates {
    KeyFate drafts = KeyFate::WithOthers;
    KeyFate office = KeyFate::WithOthers;

    bool operator==(const KeyFates&) const = default;
};

/// Whether a card that goes out of use may be let in again.
enum class CardLeaves { ForATime, ForEver };

/// What became of the slots of an operator's cards, by register id.
struct Suspension {
    QStringList dropped;
    /// Left ready, because no other card could open the drafts and this one may be allowed again; the login
    /// refuses it until then.
    QStringList kept;
    QStringList officeDropped; ///< the same for the office key
    QStringList officeKept;
    KeyFates fates;
};

/// For the outcome's record.
QMap<QString, QString> detailsOf(const Suspension& suspension);

/// Whether the office key of this station can't be replaced, because cards were issued with it: only the
/// office's root gives it back then. `station`: station.db. Errors: DatabaseFailed, DatabaseCorrupt.
Result<bool> isOfficeKeyNeeded(Database& station);

class VaultKeyHolders {
public:
    struct Parts {
        Database& station; ///< station.db, migrated
        OperatorDirectory& directory;
        VaultKeySlots& slots;
        ActionRunner& actions;
        const CertificateVerifier& authority;
        const Clock& clock;
        QString terminal;
        /// Whether a 9A certificate is known to be revoked; none: nobody is asked.
        std::function<Result<bool>(const Certificate& login)> isRevoked = {};
    };
    /// What `parts` refers to must outlive the object.
    explicit VaultKeyHolders(Parts parts);

    /// The key of the 9D certificate that the register has for `card`, if the card may have the vault key (or
    /// the office key) now: card and operator active, within the dates and on a terminal of her role, the
    /// role works with drafts (or issues cards), 9A and 9D lead to the station's authority, and 9A is not
    /// revoked. Errors: those of admission() except for the hours, PermissionDenied for the role,
    /// CertificateRevoked, CardObjectMissing without 9D, CertificateMalformed and those of
    /// CertificateVerifier; CardUnknown, DatabaseFailed, DatabaseCorrupt.
    Result<PublicKey> keyOf(const QString& card, SlotPurpose purpose = SlotPurpose::Vault) const;

    /// Gives the session's vault key, or its office key, to the cards that wait and may have it; gives how
    /// many got the vault key. Each has a record of its own, with the SHA-256 of the key it was wrapped to
    /// (SubjectPublicKeyInfo) or the reason why it goes on waiting. Where no card has the office key yet, one
    /// is made for the card of this session. Errors: RecordFailed, DatabaseFailed, DatabaseCorrupt.
    Result<int> grantWaiting(const Session& session);

    /// Gives the session's office key to this card at once, if it waits for it and may have it; on record as
    /// above. Errors: RecordFailed, DatabaseFailed, DatabaseCorrupt.
    Result<> grantOfficeKey(const Session& session, const QString& card);

    /// OperatorDirectory::suspend(), and in the same transaction her cards lose the vault key; see
    /// Suspension.
    Result<Suspension> suspend(const Session& session, const QString& operatorId);
    /// OperatorDirectory::resume(); her cards that have no slot wait for one.
    Result<> resume(const Session& session, const QString& operatorId);

    /// Whether a card besides these has a ready slot and may have the key now.
    Result<bool> anybodyHasKey(SlotPurpose purpose, const QStringList& besides) const;
    /// What would become of the keys without these cards.
    Result<KeyFates> fatesWithout(const QStringList& cards, CardLeaves leaves) const;

    /// Takes both keys from cards that are lost, given back or invalidated, by the rule of suspend(); a card
    /// that can't come back into use keeps none. The register has their new states already. Permission,
    /// record and transaction are the caller's.
    Result<Suspension> takeKeysFrom(const QList<OperatorCard>& cards);
    /// Lets a card wait for those keys that it has no slot for, if its holder's role is for them. As above.
    Result<> readmit(const OperatorCard& card);
    /// Takes from the cards of somebody whose role has changed what the new one has no use for, and lets them
    /// wait for the rest. As above. Errors also: InputInvalid with "drafts-key" or "office-key" when no other
    /// card in use has it: unlike a suspension this can wait until one has.
    Result<Suspension> fitToRole(const QList<OperatorCard>& cards);

private:
    Result<Certificate> trusted(const QByteArray& der, CertificateUse use) const;
    /// 9A.
    Result<> trustLogin(const QByteArray& der) const;
    Result<int> grantWaiting(const Session& session, const SecretBytes& kept, SlotPurpose purpose);
    Result<bool> grant(const Session& session, const QString& card, const SecretBytes& kept,
                       SlotPurpose purpose);
    Result<> makeOfficeKey(const Session& session);
    Result<bool> mayOpenAgain(const QString& card, SlotPurpose purpose) const;
    Result<bool> isReady(const QStringList& cards, SlotPurpose purpose) const;
    Result<KeyFate> fateWithout(const QStringList& cards, SlotPurpose purpose, CardLeaves leaves) const;
    struct Dropped {
        QStringList dropped;
        QStringList kept;
        KeyFate fate = KeyFate::WithOthers;
    };
    Result<Dropped> drop(const QList<OperatorCard>& cards, SlotPurpose purpose);
    Result<bool> useless(const OperatorCard& card, SlotPurpose purpose) const;
    Result<> letWait(const OperatorCard& card, SlotPurpose purpose);
    Parts m_parts;
};

} // namespace madoguchi
