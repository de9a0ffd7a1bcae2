// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The register of operators and their cards, in station.db. Two groups of functions, kept apart: those that
// screens use take a Session and check its permission; those of the login and of enrolment work before
// anybody is logged in, and nothing else may call them. Main thread.
#pragma once

#include "app/operators/operator.h"
#include "app/operators/operatorcard.h"
#include "app/session/session.h"
#include "app/storage/database.h"

#include <QList>
#include <QMap>

#include <optional>

namespace madoguchi {

/// What an operator is told after logging in, so that she notices a use of her card that was not hers.
struct LastLogin {
    QDateTime at; ///< null: this is the first
    QString terminal;
    int failuresSince = 0;
};

struct OperatorDetails {
    Operator person;
    QList<OperatorCard> cards;
};

/// Somebody a draft can be handed to.
struct Colleague {
    QString id;
    QString name;
    QString kana;
};

/// A card and whose it is.
struct CardHolder {
    OperatorCard card;
    Operator person;
};

class OperatorDirectory {
public:
    /// `database` is station.db, migrated; it must outlive the directory.
    explicit OperatorDirectory(Database& database);

    // For screens. Errors of all: SessionEnded, PermissionDenied, DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// All operators with their cards, by id. ViewCardRegister.
    Result<QList<OperatorDetails>> list(const Session& session) const;
    /// ViewCardDetails. Errors: OperatorUnknown.
    Result<OperatorDetails> details(const Session& session, const QString& operatorId) const;
    /// Active operators of the counter who have or had a card, except the session's own. HandOverDraft.
    Result<QList<Colleague>> colleagues(const Session& session) const;
    /// Every operator's name by id, for lists that count by operator. ViewTodayActivity.
    Result<QMap<QString, QString>> names(const Session& session) const;
    /// SuspendOperator. Takes effect at the next login or unlocking. For VaultKeyHolders::suspend(), which
    /// also takes the vault key away. Errors: OperatorUnknown; InputInvalid for oneself, because nobody might
    /// be left to undo it.
    Result<> suspend(const Session& session, const QString& operatorId);
    /// ResumeOperator. For VaultKeyHolders::resume(). Errors: OperatorUnknown.
    Result<> resume(const Session& session, const QString& operatorId);

    /// ChangeOperator. Role, dates, hours and terminals of `person` become what they are in it; the rest
    /// stays. For RoleChanges, which takes keys away and gives them. Errors: OperatorUnknown, and
    /// InputInvalid as in add().
    Result<> change(const Session& session, const Operator& person);

    // For the login. Errors: DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// Every card of the register, so that the one on the reader need not be read again.
    Result<QList<OperatorCard>> cardsForLogin() const;
    /// None: not in the register. `hash` as in OperatorCard; an empty one finds nothing.
    Result<std::optional<OperatorCard>> cardByChuid(const QByteArray& hash) const;
    /// `fingerprint`: SHA-256 of the 9A or the 9E certificate (DER).
    Result<std::optional<OperatorCard>> cardByCertificate(const QByteArray& fingerprint) const;
    /// Errors: OperatorUnknown.
    Result<Operator> find(const QString& operatorId) const;
    /// Notes the login and gives what was noted before it. Call it after LockoutRegister::succeeded(), which
    /// takes back the failure that the right PIN was counted as. Errors: CardUnknown.
    Result<LastLogin> recordLogin(const QString& cardId, const QDateTime& at, const QString& terminal);

    // For VaultKeyHolders.

    /// Errors: CardUnknown.
    Result<CardHolder> holderOf(const QString& cardId) const;
    /// By id; none for somebody unknown.
    Result<QList<OperatorCard>> cardsOf(const QString& operatorId) const;

    // For enrolment, inside its transaction.

    /// Errors: InputInvalid (empty or known id, empty name, impossible hours).
    Result<> add(const Operator& person);
    /// The same; somebody known who never had a card gets the name, reading, role and last day of `person`,
    /// because what was typed for a card that was never made may have been wrong. Errors also:
    /// OperatorIdTaken when she had one, OperatorSuspended.
    Result<> addOrReplace(const Operator& person);
    /// Gives the register id it chose. Errors: OperatorUnknown, InputInvalid (a card or certificate that is
    /// in the register already).
    Result<QString> add(const OperatorCard& card);
    /// Every card, with its operator. For madoguchictl.
    Result<QList<OperatorDetails>> listAtConsole() const;

private:
    Result<QString> nextCardId() const;
    Result<> refuseKnown(const OperatorCard& card) const;
    Result<> write(const Operator& person);
    Result<> setStatus(const QString& operatorId, OperatorStatus status);
    Result<OperatorCard> card(const QString& cardId) const;
    Database& m_database;
};

} // namespace madoguchi
