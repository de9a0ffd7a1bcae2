// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The makers of cards that the office trusts, and which device each issued card showed itself to be. Rows of
// station.db. Unless said otherwise permission and record are with the callers. Main thread.
#pragma once

#include "app/issuing/attestation.h"
#include "app/session/session.h"
#include "app/storage/database.h"

#include <optional>

namespace madoguchi {

class AttestationRegister {
public:
    /// `database` is station.db, migrated; it must outlive the register.
    explicit AttestationRegister(Database& database) : m_database(database) {}

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// For the console. False: it was trusted already. Errors: CertificateKeyUnsuitable for a certificate
    /// that can't have signed others.
    Result<bool> trust(const Certificate& maker, const QDateTime& now);
    /// For the console: cards are followed to it no more. What was issued stays as it is. Errors:
    /// CertificateNotTrusted when no maker has that SHA-256 `fingerprint`.
    Result<> distrust(const QByteArray& fingerprint);
    /// The oldest first.
    Result<QList<Certificate>> makers() const;

    /// In place of what an earlier attempt at the same issue noted.
    Result<> note(const QString& issue, const std::optional<AttestedDevice>& device);
    /// None: the card did not attest, or was not issued here. ViewCardDetails. Errors also: SessionEnded,
    /// PermissionDenied.
    Result<std::optional<AttestedDevice>> ofCard(const Session& session, const QString& card) const;

private:
    Database& m_database;
};

} // namespace madoguchi
