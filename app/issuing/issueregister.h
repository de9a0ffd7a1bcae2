// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the station knows of every card that was issued here, from the moment before the first command: how
// far it got, its escrowed PUK, its certificates, and what became of them. Rows of station.db. Permission and
// record are with the callers in this folder. Main thread.
#pragma once

#include "app/crypto/revocationlist.h"
#include "app/crypto/unsignedcertificate.h"
#include "app/storage/database.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace madoguchi {

enum class IssueStep {
    Started = 0,   ///< the card may have been changed; it can't log in
    Finished = 1,  ///< in the register of cards
    Abandoned = 2, ///< will never be finished; its certificates are revoked
};

struct CardIssue {
    QString id; ///< such as "I-0001"; the management key and the escrow are bound to it
    QString operatorId;
    QString startedBy; ///< operator ids of the two people
    QString witness;
    QDateTime startedAt;
    QDateTime endedAt; ///< null while Started
    IssueStep step = IssueStep::Started;
    QByteArray guid; ///< 16 bytes, in the card's CHUID
    QDate lastDay;
    QByteArray sealedPuk;
    QString card;              ///< register id once Finished
    QDateTime dayCardEnd = {}; ///< as ordered, UTC; null for any other card, and before the end was kept
    QString former = {};       ///< the issue whose mark the card carried before; empty for a card without one
    /// Whether it came to certificates: the card then has its new keys. add() does not ask.
    bool hasCertificates = false;

    bool operator==(const CardIssue&) const = default;
};

class IssueRegister {
public:
    /// `database` is station.db, migrated; it must outlive the register.
    explicit IssueRegister(Database& database) : m_database(database) {}

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    Result<QString> nextId() const;
    /// Adds a row as Started. `issue.id` comes from nextId().
    Result<> add(const CardIssue& issue);
    /// Errors: IssueUnknown.
    Result<CardIssue> find(const QString& id) const;
    /// None for a card that was not issued here.
    Result<std::optional<CardIssue>> ofCard(const QString& card) const;
    /// The issue that a card's mark names: the first 14 bytes of its GUID. None: of no issue here.
    Result<std::optional<CardIssue>> ofMark(const QByteArray& mark) const;
    /// Those that stopped half way, oldest first.
    Result<QList<CardIssue>> unfinished() const;
    Result<> finish(const QString& id, const QString& card, const QDateTime& at);
    /// Revokes its certificates too, as superseded. Errors: IssueUnknown; InputInvalid when it is over.
    Result<> abandon(const QString& id, const QDateTime& at);

    /// Before the certificate is signed, so that none exists that the register does not know.
    Result<> addCertificate(const QString& issue, CertificateKind kind, const QByteArray& serialNumber,
                            const QDateTime& notAfter);
    /// Every certificate of the issue that is not revoked yet.
    Result<> revoke(const QString& issue, RevocationReason reason, const QDateTime& at);
    /// The same for a card, by register id; false: it was not issued here.
    Result<bool> revokeCard(const QString& card, RevocationReason reason, const QDateTime& at);
    /// For the next list: revoked ones that have not expired at `now`.
    Result<QList<RevokedCertificate>> revoked(const QDateTime& now) const;

private:
    Result<> end(const QString& id, IssueStep step, const QString& card, const QDateTime& at);
    Database& m_database;
};

} // namespace madoguchi
