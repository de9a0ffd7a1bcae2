// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Lists of revoked certificates, RFC 5280 clause 5: made for the office's authority (the signing key is on a
// card, so making, signing and joining are three steps) and read from other stations. Values; any thread.
#pragma once

#include "app/crypto/certificate.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace madoguchi {

/// RFC 5280, 5.3.1: the ones that an office's cards need.
enum class RevocationReason {
    Unspecified = 0,
    KeyCompromise = 1, ///< lost or stolen
    AffiliationChanged = 3,
    Superseded = 4,
    CessationOfOperation = 5,
    CertificateHold = 6, ///< suspended
};

struct RevokedCertificate {
    QByteArray serialNumber; ///< big-endian, no leading zeros
    QDateTime at;
    RevocationReason reason = RevocationReason::Unspecified;

    bool operator==(const RevokedCertificate&) const = default;
};

enum class RevocationAnswer {
    Good,    ///< the list is of this issuer and current, and does not name the certificate
    Revoked, ///< the list names it; also when the list is old
    Unknown, ///< another issuer's list, or one past its next update
};

class RevocationList {
public:
    static constexpr qsizetype LargestDer = 4LL * 1024 * 1024;

    /// Exactly one list (DER or PEM), signed by `issuer`, with a number and a next update. Errors:
    /// RevocationListMalformed; SignatureWrong when `issuer` did not sign it or may not sign lists.
    static Result<RevocationList> read(QByteArrayView bytes, const Certificate& issuer);

    qint64 number() const { return m_number; }
    QDateTime thisUpdate() const { return m_thisUpdate; } ///< UTC
    QDateTime nextUpdate() const { return m_nextUpdate; } ///< UTC; the list is current until then
    const QList<RevokedCertificate>& revoked() const { return m_revoked; }
    QByteArray der() const { return m_der; }
    QByteArray pem() const;

    RevocationAnswer answerFor(const Certificate& certificate, const QDateTime& now) const;

private:
    RevocationList() = default;
    Result<> readFacts(X509_CRL* list);
    QByteArray m_der;
    QByteArray m_issuerName; ///< DER
    qint64 m_number = 0;
    QDateTime m_thisUpdate;
    QDateTime m_nextUpdate;
    QList<RevokedCertificate> m_revoked;
};

struct RevocationListOrder {
    qint64 number = 0; ///< greater than that of every earlier list of this issuer
    QDateTime thisUpdate;
    QDateTime nextUpdate;
    QList<RevokedCertificate> revoked;
};

class UnsignedRevocationList {
public:
    /// Errors: CertificateKeyUnsuitable when `issuer` may not sign lists, InputInvalid, CryptoFailed.
    static Result<UnsignedRevocationList> make(const Certificate& issuer, const RevocationListOrder& order);

    /// TBSCertList, DER: what the issuer signs with ECDSA (P-256: SHA-256; P-384: SHA-384).
    QByteArray toBeSigned() const { return m_toBeSigned; }
    const RevocationListOrder& order() const { return m_order; }
    /// Errors: SignatureWrong.
    Result<RevocationList> withSignature(QByteArrayView signature) const;

private:
    UnsignedRevocationList(QByteArray toBeSigned, Certificate issuer, RevocationListOrder order)
        : m_toBeSigned(std::move(toBeSigned)), m_issuer(std::move(issuer)), m_order(std::move(order)) {}
    QByteArray m_toBeSigned;
    Certificate m_issuer;
    RevocationListOrder m_order;
};

} // namespace madoguchi
