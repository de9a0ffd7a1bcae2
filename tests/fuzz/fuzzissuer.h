// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An office's root with its key at hand, on P-256, made anew for each program.
#pragma once

#include "app/crypto/certificate.h"
#include "app/crypto/unsignedcertificate.h"
#include "tests/support/expect.h"

#include <QTimeZone>

#include <openssl/ec.h>
#include <openssl/x509.h>

namespace madoguchi {

class FuzzIssuer {
public:
    static QDateTime now() { return QDateTime(QDate(2026, 11, 22), QTime(9, 0), QTimeZone::utc()); }

    FuzzIssuer() : m_key(EVP_EC_gen("prime256v1")), m_public(half(m_key.get())), m_certificate(make()) {}

    const Certificate& certificate() const { return m_certificate; }
    const PublicKey& publicKey() const { return m_public; }
    QByteArray sign(const QByteArray& message) const {
        const openssl::DigestContext context(EVP_MD_CTX_new());
        std::size_t size = 256;
        QByteArray signature(256, '\0');
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(message.constData()),
                       static_cast<std::size_t>(message.size()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    }

private:
    static openssl::Key half(EVP_PKEY* key) {
        unsigned char* der = nullptr;
        const int size = i2d_PUBKEY(key, &der);
        const unsigned char* next = der;
        openssl::Key shown(d2i_PUBKEY(nullptr, &next, size));
        OPENSSL_free(der);
        return shown;
    }
    Certificate make() const {
        const auto unsignedOne = expect(UnsignedCertificate::selfSigned({.kind = CertificateKind::Root,
                                                                         .key = m_public,
                                                                         .office = QStringLiteral("990019"),
                                                                         .commonName = QStringLiteral("Fuzz"),
                                                                         .operatorId = {},
                                                                         .notBefore = now().addDays(-1),
                                                                         .notAfter = now().addYears(3)}));
        return expect(unsignedOne.withSignature(sign(unsignedOne.toBeSigned())));
    }

    openssl::Key m_key;
    PublicKey m_public;
    Certificate m_certificate;
};

} // namespace madoguchi
