// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The issuing certificates that this station knows: each was signed by a root that the station trusts, for
// the 9C key of an administrator's card, and is itself trusted from then on. Rows of station.db, beside the
// authority that the station was set up with (StationFacts). Permission and record are the callers'. Main
// thread.
#pragma once

#include "app/crypto/certificateverifier.h"
#include "app/station/stationfacts.h"
#include "app/storage/database.h"

namespace madoguchi {

struct IssuingCertificate {
    Certificate certificate;
    QByteArray chuidHash; ///< SHA-256 of the card's CHUID; empty when the card is another station's
    QDateTime addedAt;
};

class OfficeAuthority {
public:
    /// `database` is station.db, migrated; it must outlive the object.
    explicit OfficeAuthority(Database& database) : m_database(&database) {}

    // Errors of all: DatabaseFailed, DatabaseCorrupt, DiskFull.

    /// The newest first.
    Result<QList<IssuingCertificate>> issuingCertificates() const;
    /// What the card with this CHUID (OperatorCard::chuidHash) signs with now; its newest. Errors:
    /// IssuingCertificateMissing, also when all of them are over or withdrawn.
    Result<Certificate> issuingCertificateOf(const QByteArray& chuidHash, const QDateTime& now) const;
    /// `roots`: what the station was set up with. False: it was known, and is now this card's if `chuidHash`
    /// names one. Errors: CertificateKeyUnsuitable unless it may sign certificates and lists; those of
    /// CertificateVerifier when no root signed it.
    Result<bool> add(const Certificate& certificate, const QByteArray& chuidHash,
                     const CertificateVerifier& roots, const QDateTime& now);

    // Errors also: CertificateMalformed.

    /// What the cards in the register are trusted by: the certificates that the station was set up with, and
    /// the issuing certificates, but for those whose root has withdrawn them with all that they issued.
    Result<CertificateVerifier> trusted(const StationFacts& facts) const;
    /// What a card must lead to that comes into the register now: of those, none that was withdrawn. Whoever
    /// has its key could date a certificate back.
    Result<CertificateVerifier> trustedForNewCards(const StationFacts& facts) const;
    /// Everything that ever was one, for reading and passing on their lists.
    Result<CertificateVerifier> known(const StationFacts& facts) const;

private:
    enum class Withdrawn { Among, AmongIfKept, Left };
    Result<CertificateVerifier> anchors(const StationFacts& facts, Withdrawn withdrawn) const;
    Database* m_database;
};

} // namespace madoguchi
