// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What people do with cards after they were issued: report one lost, find, lend, take back, invalidate and
// destroy it, suspend and resume it or its operator. Each is one transaction of register, vault key and
// certificates, effective at once: the next insertion is refused and a running session of the card ends. Main
// thread.
#pragma once

#include "app/base/clock.h"
#include "app/crypto/revocationlist.h"
#include "app/operators/cardevents.h"
#include "app/operators/cardsatonce.h"
#include "app/operators/vaultkeyholders.h"
#include "app/operators/witness.h"

#include <functional>

namespace madoguchi {

enum class LossKind { Lost, Stolen };

/// A card as the register shows it, or somebody without a card.
struct RegisteredCard {
    Operator person;
    OperatorCard card;    ///< empty id: none
    QDate dueBack;        ///< while it is lent for a time
    QString incident;     ///< of its last loss
    QString dayCard = {}; ///< the day card that is used instead of it now; empty for none

    bool operator==(const RegisteredCard&) const = default;
};

struct LossReport {
    QString incident; ///< "2026-0001"
    CardHolder holder;
    QDateTime at;
    Suspension vaultKey;
    bool revoked = false; ///< its certificates too; false for a card that was not issued here
};

/// What became of the keys of a card that was taken back or invalidated.
struct Withdrawal {
    Suspension vaultKey;
    bool revoked = false;
};

// For the outcome's record.
QMap<QString, QString> detailsOf(const LossReport& report);
QMap<QString, QString> detailsOf(const Withdrawal& withdrawal);

class CardLife {
public:
    struct Parts {
        Database& station; ///< station.db, migrated
        OperatorDirectory& directory;
        VaultKeyHolders& holders;
        const Clock& clock;
        /// Revokes the card's certificates; false: it was not issued here. Runs in the transaction.
        std::function<Result<bool>(const QString& card, RevocationReason, const QDateTime& at)> revoke;
        /// Called when the change is durable. Must not end the session before the action is on record.
        std::function<void(const QString& card)> withdrawn;
        AskSeveralCards severalCards = {};
    };
    /// What `parts` refers to must outlive the object.
    explicit CardLife(Parts parts);

    // Errors of all: SessionEnded, PermissionDenied, DatabaseFailed, DatabaseCorrupt, DiskFull; of those that
    // change a card: CardUnknown, CardEventImpossible (see nextCardState()).

    /// Every card, and everybody without one, by operator and card. ViewCardRegister.
    Result<QList<RegisteredCard>> registered(const Session& session) const;
    /// Oldest first. ViewCardDetails.
    Result<QList<CardEventEntry>> history(const Session& session, const QString& card) const;
    /// Since when, by whom and why an operator is suspended, from the history of her cards. None for somebody
    /// who is not, and for whom no card was in use at that time: only the log has it then. ViewCardDetails.
    Result<std::optional<CardEventEntry>> suspensionOf(const Session& session,
                                                       const QString& operatorId) const;
    /// The cards in people's hands, by reading of the name: what can get lost. ReportCardLoss.
    Result<QList<CardHolder>> inPeoplesHands(const Session& session) const;

    /// What becomes of the keys when these cards go out of use, to be said before. ReportCardLoss.
    Result<KeyFates> fatesWithout(const Session& session, const QStringList& cards, CardLeaves leaves) const;
    /// The same for all cards of an operator.
    Result<KeyFates> fatesWithoutOperator(const Session& session, const QString& operatorId) const;

    /// ReportCardLoss; everybody's card, also the one that this session uses.
    Result<LossReport> reportLost(const Session& session, const QString& card, LossKind kind);

    // ManageCardLife.

    /// The card stays unusable: who knows where it was.
    Result<> found(const Session& session, const QString& card);
    /// `dueBack`: null for as long as its holder works here. Errors: InputInvalid for a day that has passed,
    /// CertificateExpired for a day card that has ended, OperatorHasCard, PinNotFresh.
    Result<> lend(const Session& session, const QString& card, QDate dueBack);
    /// Errors: InputInvalid for the session's own card, because nobody might be left to undo it.
    Result<Withdrawal> takeBack(const Session& session, const QString& card);
    /// Ids of the reasons that suspendCard() takes, such as "mislaid".
    static QStringList suspensionReasons();
    /// This card only; its holder's others are not. Its keys go by the rule for a suspended operator's.
    /// Errors: InputInvalid for the session's own card and for an unknown reason.
    Result<Withdrawal> suspendCard(const Session& session, const QString& card, const QString& reason);
    /// A holder who is suspended herself stays so. Errors: PinNotFresh.
    Result<> resumeCard(const Session& session, const QString& card);
    /// Ids of the reasons that invalidate() takes, such as "replaced".
    static QStringList invalidationReasons();
    /// Errors: InputInvalid for the session's own card and for an unknown reason, PinNotFresh.
    Result<Withdrawal> invalidate(const Session& session, const QString& card, const QString& reason);
    /// The same for whoever has the office's root, to whom nobody can log in any more. Permission and record
    /// are the caller's.
    Result<Withdrawal> invalidateAtConsole(const QString& card, const QString& reason);
    /// Asked before a witness is. Errors: CardEventImpossible unless it is invalidated.
    Result<CardHolder> mayDestroy(const Session& session, const QString& card) const;
    /// Errors: those of mayWitness(), WitnessUnsuitable also for somebody unknown.
    Result<> destroy(const Session& session, const QString& card, const Witness& witness);

    /// As in VaultKeyHolders, and her cards are suspended and resumed with her. `reason` is an id.
    Result<Suspension> suspend(const Session& session, const QString& operatorId, const QString& reason);
    Result<> resume(const Session& session, const QString& operatorId);

private:
    CardEventEntry entry(const Session& session, const QString& card, CardEvent event) const;
    Result<Withdrawal> invalidate(CardEventEntry entry, const QString& reason);
    Result<Withdrawal> withdraw(const CardEventEntry& entry, std::optional<RevocationReason> reason);
    Result<> mayBeLent(const CardHolder& holder, const QDateTime& now) const;
    /// Everybody's card but the session's own.
    Result<> mayTakeFromHolder(const Session& session, const QString& card) const;
    Result<Withdrawal> takeFromHolder(const CardEventEntry& entry, std::optional<RevocationReason> reason);
    Result<> suitable(const Session& session, const QString& holder, const Witness& witness) const;
    Result<> noteForCards(const Session& session, const QString& operatorId, OperatorCardState from,
                          CardEvent event, const QString& reason);
    Result<QString> incidentOf(const QString& card) const;

    Parts m_parts;
    CardEvents m_events;
};

} // namespace madoguchi
