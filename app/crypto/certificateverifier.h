// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Builds the chain from a card's certificate to the authority that the station trusts. Any thread.
#pragma once

#include "app/crypto/certificate.h"

namespace madoguchi {

/// What the key of a certificate is to be used for.
enum class CertificateUse {
    Signature,     ///< card authentication (9E), login (9A), issuing (9C): P-256, P-384 or RSA-2048
    KeyManagement, ///< opening the vault (9D): P-256
};

class CertificateVerifier {
public:
    /// `pem`: one or more certificates, each trusted as it is (a root or an issuing authority).
    /// Errors: CertificateMalformed.
    static Result<CertificateVerifier> fromPem(const QByteArray& pem);

    /// The same for certificates that were read already.
    static CertificateVerifier trusting(QList<Certificate> anchors) {
        return CertificateVerifier(std::move(anchors));
    }

    /// Chain, signatures, validity at `time`, key type and key usage. `intermediates` need not be used.
    /// Errors: CertificateExpired, CertificateNotYetValid (of any certificate in the chain),
    /// CertificateNotTrusted, CertificateKeyUnsuitable, CryptoFailed.
    Result<> verify(const Certificate& certificate, CertificateUse use, const QDateTime& time,
                    const QList<Certificate>& intermediates = {}) const;

    const QList<Certificate>& anchors() const { return m_anchors; }

private:
    explicit CertificateVerifier(QList<Certificate> anchors);
    QList<Certificate> m_anchors;
};

} // namespace madoguchi
