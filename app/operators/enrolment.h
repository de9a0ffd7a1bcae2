// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Takes an operator's card into the register from what was read from it, and gives it a place at the vault.
// For madoguchictl and for setting up a practice station: nobody is logged in, and the record says so.
// Main thread.
#pragma once

#include "app/actions/actionrunner.h"
#include "app/base/clock.h"
#include "app/crypto/certificateverifier.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/operators/cardevents.h"
#include "app/operators/cardproof.h"
#include "app/operators/cardsatonce.h"
#include "app/operators/operatordirectory.h"

#include <functional>
#include <optional>

namespace madoguchi {

struct Enrolled {
    QString card;                                     ///< register id
    VaultSlotState slot = VaultSlotState::None;       ///< of the vault key
    VaultSlotState officeSlot = VaultSlotState::None; ///< of the office key
    bool vaultAnew = false; ///< no card opened the vault that was there: it was left, and another begun
};

class Enrolment {
public:
    struct Parts {
        Database& station; ///< station.db, migrated
        OperatorDirectory& directory;
        VaultKeySlots& slots;
        ActionRunner& actions;
        const CertificateVerifier& authority;
        const Clock& clock;
        QString vaultPath;
        AskSeveralCards severalCards = {};
        /// How often the vault was changed, as the log knows it; a new vault counts on from there. Empty
        /// where there can't have been one.
        std::function<quint64()> vaultChanges = {};
        /// The card with this register id comes from elsewhere: notes, in enroll()'s transaction, whether
        /// somebody else may know its PIN. Empty: nothing is noted.
        std::function<Result<>(const QString& card, const CardProof& proof)> notePin = {};
        /// Whether cards without a 9E key are let in, for prove(): nothing shows that one is what it says.
        /// None: they are not.
        std::function<Result<bool>()> cardsWithoutCardKey = {};
        /// Whether a 9A certificate is known to be revoked. None: nobody is asked, as for cards made here.
        std::function<Result<bool>(const Certificate& login)> isRevoked = {};
    };
    /// What `parts` refers to must outlive the object.
    explicit Enrolment(Parts parts);

    /// Reads a card that somebody wants to enroll, before a PIN is asked for; a refusal is on record. Errors:
    /// InputInvalid (the card is in the register already; the detail says as which), PinLastTry,
    /// CardWithoutCardKey, RecordFailed, those of readCardToProve(), of CertificateVerifier for 9A and 9E,
    /// CertificateRevoked, and those of checkBelongTogether().
    Result<CardIdentity> examine(CardTransaction& transaction, const QString& operatorId);
    /// Examines the card once more, records the try durably, and only then has the card check the PIN; what
    /// came of it is on record too. `asked`: from examine(), the card that the PIN was asked for. A wrong PIN
    /// is an outcome. Errors: CardChanged for another card; those of examine() and proveCard().
    Result<CardProof> prove(CardTransaction& transaction, const QString& operatorId,
                            const CardIdentity& asked, SecretBytes pin);
    /// `person`: new, or known as isSamePerson() has it, or without a card until now.
    /// All or nothing. The first card with a P-256 key in 9D whose role works with drafts makes the vault and
    /// its key; a later one waits until somebody who has the vault key logs in. The office key is made and
    /// given in the same way, to cards whose role issues cards. Any other card gets no slot. A vault that no
    /// card opens any more is left beside the new one, which the card's history says ("vault-anew").
    /// Errors: CardNotGenuine (the signature does not fit, or 9D's key was not shown), those of
    /// checkBelongTogether(), of CertificateVerifier for each of the
    /// card's certificates, CertificateMalformed, InputInvalid (the card is known), OperatorIdTaken,
    /// CertificateRevoked, OperatorHasCard, RecordFailed, those of OperatorDirectory::add(), Vault::create()
    /// and Parts::notePin.
    Result<Enrolled> enroll(const Operator& person, const CardProof& proof);
    /// The same without a record of its own, for issuing, which has one and a transaction that this joins:
    /// after an error it must not be committed.
    /// `event`: how the card came to be; its card and time are filled in. `endsAt`: of a day card.
    Result<Enrolled> take(const Operator& person, const CardProof& proof, CardEventEntry event = {},
                          const QDateTime& endsAt = {});
    /// Whether `given` is the one that the register knows: number, name, reading, role, and the last day of
    /// the role where one is given. Whoever gets another card keeps the terms that she has.
    static bool isSamePerson(const Operator& known, const Operator& given);
    /// For the record: whether somebody known would be entered anew, as addOrReplace() has it.
    static QMap<QString, QString> enteredAnew(const OperatorDirectory& directory, const Operator& given);

private:
    Result<Enrolled> takeFromElsewhere(const Operator& person, const CardProof& proof);
    Result<CardIdentity> examine(CardTransaction& transaction, const QString& operatorId,
                                 const CardIdentity* asked);
    Result<> mayTry(const CardIdentity& card) const;
    Result<> requireCardKey(const CardCertificates& certificates) const;
    Result<> checkCertificates(const QByteArray& chuid, const CardCertificates& certificates) const;
    Result<> checkTrust(const CardProof& proof) const;
    Result<Certificate> trusted(const QByteArray& der, CertificateUse use) const;
    Result<std::optional<PublicKey>> vaultKeyOf(const CardProof& proof) const;
    Result<> takePerson(const Operator& person, CardTerm term);
    Result<> takeSlots(const Operator& person, const PublicKey& cardKey, Enrolled& enrolled);
    Result<> takeSlot(const PublicKey& cardKey, SlotPurpose purpose, Enrolled& enrolled);
    /// Whether there was one before.
    Result<bool> makeVault(const SecretBytes& vaultKey);
    Parts m_parts;
};

} // namespace madoguchi
