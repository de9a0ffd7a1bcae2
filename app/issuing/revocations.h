// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which certificates are revoked, as far as this station knows: the newest list of each authority, and its
// own register of issued cards, which counts at once. Rows of station.db. Permission and record are the
// callers'. Main thread.
#pragma once

#include "app/crypto/revocationlist.h"
#include "app/issuing/revocationpolicy.h"
#include "app/storage/database.h"

#include <optional>

namespace madoguchi {

enum class RevocationStanding {
    Good,     ///< by a list that is current
    Register, ///< no list here, but this station issued it, and its register has not revoked it
    Unlisted, ///< its authority has no list here, and the policy does not ask for one: nobody knows
    Overdue,  ///< not revoked by a list that should have been replaced, long ago for what was issued here:
              ///< warn
};

/// Big-endian, no leading zeros, as RevokedCertificate has it.
QByteArray serialNumberOf(const Certificate& certificate);

/// Whether cards stay valid whose issuing certificate was withdrawn: the root's list says so with the reason
/// cessationOfOperation, and with any other that they don't.
inline bool isKept(const RevokedCertificate& withdrawal) {
    return withdrawal.reason == RevocationReason::CessationOfOperation;
}

class Revocations {
public:
    /// `database` is station.db, migrated; it must outlive the object. `issuers`: every certificate whose
    /// lists are accepted, as CertificateVerifier::anchors() has them.
    Revocations(Database& database, QList<Certificate> issuers);

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// May a card with this certificate be used? Errors: CertificateRevoked; and, but for a certificate that
    /// this station issued itself, RevocationUnknown when the list is past its next update by more than
    /// policy.graceDays, or missing and required.
    Result<RevocationStanding> standingOf(const Certificate& certificate, const RevocationPolicy& policy,
                                          const QDateTime& now) const;

    /// Whether the register or a list of its authority, however old, says that it is revoked.
    Result<bool> isRevoked(const Certificate& certificate, const QDateTime& now) const;
    /// What the list of its root says about an issuing certificate; none while it is in force. `isKept()`
    /// tells whether the cards that it issued stay.
    Result<std::optional<RevokedCertificate>> withdrawalOf(const Certificate& issuing) const;
    /// The newest list of an authority; none: there is none here.
    Result<std::optional<RevocationList>> listOf(const Certificate& issuer) const;
    /// The next list, to be signed by `issuer`: what is revoked in the register, and what the present list
    /// says about certificates that other stations issued. Errors: CertificateKeyUnsuitable, CryptoFailed.
    Result<UnsignedRevocationList> next(const Certificate& issuer, const RevocationPolicy& policy,
                                        const QDateTime& now) const;
    /// Takes a list that RevocationList::read() or withSignature() has checked with `issuer`. False: it was
    /// here already. Errors: RevocationListOld when there is a newer one.
    Result<bool> store(const RevocationList& list, const Certificate& issuer);
    /// `der` or PEM of a list by any of the issuers. Errors: RevocationListMalformed; SignatureWrong when
    /// none of them signed it; RevocationListOld. False also for a list by a withdrawn certificate that
    /// revokes less than the present one: whoever has its key now must not make a card good again.
    Result<bool> import(QByteArrayView list);

private:
    /// Of lists that don't name the certificate.
    struct ListsAnswer {
        bool isGood = false;   ///< by one that is current
        QDateTime wasDue = {}; ///< next update of one that is not; null: its authority has none here
    };
    /// Errors: CertificateRevoked by one that names it.
    Result<ListsAnswer> askLists(const Certificate& certificate, const QDateTime& now) const;
    Result<bool> importBy(const RevocationList& list, const Certificate& issuer);
    Result<bool> isRevokedHere(const QByteArray& serialNumber) const;
    Result<bool> isKnownHere(const QByteArray& serialNumber) const;
    Result<QList<RevokedCertificate>> kept(const RevocationList& present) const;
    Database* m_database;
    QList<Certificate> m_issuers;
};

} // namespace madoguchi
