// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One X.509 certificate (RFC 5280), read once and kept as values. The bytes come from strangers' cards.
// A value; any thread.
#pragma once

#include "app/crypto/publickey.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace madoguchi {

class Certificate {
public:
    static constexpr qsizetype LargestDer = 16LL * 1024;

    /// Exactly one certificate in DER, so that it has one fingerprint; nothing after it. Errors:
    /// CertificateMalformed.
    static Result<Certificate> fromDer(QByteArrayView der);
    /// Every certificate in a PEM text, at least one and at most 64. Errors: CertificateMalformed.
    static Result<QList<Certificate>> listFromPem(const QByteArray& pem);

    QString subjectCommonName() const { return m_commonName; }     ///< empty when absent
    QString subjectSerialNumber() const { return m_serialNumber; } ///< attribute 2.5.4.5; empty when absent
    QDateTime notBefore() const { return m_notBefore; }            ///< UTC
    QDateTime notAfter() const { return m_notAfter; }              ///< UTC; the last valid second
    const PublicKey& publicKey() const { return m_publicKey; }
    KeyAlgorithm keyAlgorithm() const { return m_publicKey.algorithm(); }
    /// SHA-256 of the DER form, 32 bytes.
    QByteArray fingerprint() const { return m_fingerprint; }
    /// SubjectPublicKeyInfo, DER.
    QByteArray spki() const { return m_publicKey.spki(); }
    QByteArray der() const { return m_der; }

    /// Key usage (RFC 5280 4.2.1.3); a certificate without the extension allows everything.
    bool allowsDigitalSignature() const;
    /// keyAgreement for EC keys, keyEncipherment for RSA.
    bool allowsKeyManagement() const;

    X509* handle() const { return m_handle.get(); }

private:
    Certificate(openssl::X509Certificate handle, PublicKey publicKey);
    static Result<Certificate> fromHandle(openssl::X509Certificate handle);

    std::shared_ptr<X509> m_handle;
    PublicKey m_publicKey;
    QByteArray m_der;
    QByteArray m_fingerprint;
    QString m_commonName;
    QString m_serialNumber;
    QDateTime m_notBefore;
    QDateTime m_notAfter;
};

} // namespace madoguchi
