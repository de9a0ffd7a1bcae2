// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A certificate authority for practice and tests: it signs the certificates of simulated cards. Not a product
// for real cards: its key lies in a file in clear. Any thread; one object, one thread at a time.
#pragma once

#include "app/base/openssl.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace madoguchi {

/// First and last second of a certificate, in UTC.
struct CertificateValidity {
    QDateTime notBefore;
    QDateTime notAfter;

    /// From an hour ago, so that a clock a little behind accepts it too.
    static CertificateValidity years(int years);
};

/// What a card's certificate is for; decides key usage and extended key usage.
enum class CertificateProfile {
    PivAuthentication,  ///< 9A: digital signature, client authentication
    Signature,          ///< 9C: digital signature, non-repudiation
    KeyManagement,      ///< 9D: key agreement, or key encipherment for RSA
    CardAuthentication, ///< 9E: digital signature, PIV card authentication (2.16.840.1.101.3.6.8, critical)
    Attester,           ///< F9 of a card: an authority that signs no further ones
    Attested,           ///< a key of the card, by F9
    ContentSigning,     ///< signs what is on cards: PIV content signing (2.16.840.1.101.3.6.7, critical)
};

/// One that only its maker knows, as the bytes of its value.
struct CertificateExtension {
    const char* oid;
    QByteArray value;
};

/// The subject; empty parts are left out. C is always JP.
struct CertificateSubject {
    QString organization;       // O
    QString organizationalUnit; // OU
    QString commonName;         // CN, at most 64 characters
    QString serialNumber;       // the X.520 attribute, such as a staff number; at most 64 characters
};

class CertificateAuthority {
public:
    /// A new P-384 key and a self-signed certificate; `below`: how many further authorities may be between it
    /// and a card's certificate. InputInvalid if X.509 refuses the name, CryptoFailed.
    static Result<CertificateAuthority> make(const CertificateSubject& subject,
                                             const CertificateValidity& validity, int below = 0);
    /// One whose key and certificate are somewhere else, as on a card. `key` is shared. CertificateMalformed.
    static Result<CertificateAuthority> of(EVP_PKEY* key, QByteArrayView certificate);
    /// `folder`/ca.pem and `folder`/ca-key.pem. FileMissing, FileMalformed.
    static Result<CertificateAuthority> load(const QString& folder);
    /// Makes the folder if need be; the key's file is readable by its owner only. FileUnwritable.
    Result<> save(const QString& folder) const;

    X509* certificate() const { return m_certificate.get(); }
    Result<QByteArray> certificatePem() const;
    Result<QByteArray> certificateDer() const;

    /// A certificate in DER with a random serial number. Errors as for make().
    Result<QByteArray> issue(EVP_PKEY* publicKey, const CertificateSubject& subject,
                             CertificateProfile profile, const CertificateValidity& validity,
                             const QList<CertificateExtension>& further = {}) const;

private:
    CertificateAuthority(openssl::Key key, openssl::X509Certificate certificate)
        : m_key(std::move(key)), m_certificate(std::move(certificate)) {}

    openssl::Key m_key;
    openssl::X509Certificate m_certificate;
};

} // namespace madoguchi
