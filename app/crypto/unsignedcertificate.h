// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A certificate (RFC 5280) of the office's own authority before it is signed. The key that signs is on a
// card or in the safe, so making, signing and joining are three steps. Values; any thread.
#pragma once

#include "app/crypto/certificate.h"

#include <QDateTime>
#include <QString>

namespace madoguchi {

/// What the certificate's key is for; decides basic constraints, key usage and extended key usage.
enum class CertificateKind {
    Root,        ///< the office's root, in the safe: certSign, cRLSign; one authority below it
    Issuing,     ///< 9C of an administrator's card: certSign, cRLSign, digitalSignature; none below it
    Login,       ///< 9A: digital signature, client authentication
    Signature,   ///< 9C of other cards: digital signature, non-repudiation
    VaultKey,    ///< 9D: key agreement
    CardGenuine, ///< 9E: digital signature, PIV card authentication (2.16.840.1.101.3.6.8, critical)
};

struct CertificateOrder {
    CertificateKind kind;
    PublicKey key;
    QString office;     ///< O: the office's code
    QString commonName; ///< CN, at most 64 characters. No names of people: 9E can be read without the PIN
    QString operatorId; ///< the attribute serialNumber (2.5.4.5); empty: left out
    QDateTime notBefore;
    QDateTime notAfter;
};

class UnsignedCertificate {
public:
    /// With a random serial number of 16 bytes. Errors: InputInvalid when X.509 can't hold a name or time,
    /// CertificateKeyUnsuitable unless the key is P-256 or P-384, CryptoFailed.
    static Result<UnsignedCertificate> selfSigned(const CertificateOrder& order);
    /// Also CertificateKeyUnsuitable when `issuer` may not sign certificates.
    static Result<UnsignedCertificate> issuedBy(const Certificate& issuer, const CertificateOrder& order);

    /// TBSCertificate, DER: what the issuer signs with ECDSA (P-256: SHA-256; P-384: SHA-384).
    QByteArray toBeSigned() const { return m_toBeSigned; }
    /// The certificate's serial number, big-endian, 16 bytes.
    QByteArray serialNumber() const { return m_serialNumber; }
    /// Joins with the issuer's signature (DER), which is checked. Errors: SignatureWrong.
    Result<Certificate> withSignature(QByteArrayView signature) const;

private:
    UnsignedCertificate(QByteArray toBeSigned, QByteArray serialNumber, PublicKey issuerKey)
        : m_toBeSigned(std::move(toBeSigned))
        , m_serialNumber(std::move(serialNumber))
        , m_issuerKey(std::move(issuerKey)) {}
    static Result<UnsignedCertificate> make(const CertificateOrder& order, X509* issuer,
                                            const PublicKey& issuerKey);

    QByteArray m_toBeSigned;
    QByteArray m_serialNumber;
    PublicKey m_issuerKey;
};

} // namespace madoguchi
