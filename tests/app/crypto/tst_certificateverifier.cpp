// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/certificateverifier.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// One made-up certificate; `issuer` null signs itself.
struct Made {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;

    Made(const char* curve, const char* name, const Made* issuer, const char* usage, const QDateTime& from,
         const QDateTime& to, bool authority)
        : key(EVP_EC_gen(curve)), certificate(X509_new()) {
        X509_set_version(certificate, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 7);
        X509_NAME* subject = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name),
                                   -1, -1, 0);
        X509_NAME_add_entry_by_txt(subject, "serialNumber", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>("0042"), -1, -1, 0);
        X509_set_issuer_name(certificate, X509_get_subject_name(issuer ? issuer->certificate : certificate));
        ASN1_TIME_set(X509_getm_notBefore(certificate), from.toSecsSinceEpoch());
        ASN1_TIME_set(X509_getm_notAfter(certificate), to.toSecsSinceEpoch());
        X509_set_pubkey(certificate, key);
        addExtension(NID_basic_constraints, authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
        addExtension(NID_key_usage, usage);
        X509_sign(certificate, issuer ? issuer->key : key, EVP_sha256());
    }
    ~Made() {
        EVP_PKEY_free(key);
        X509_free(certificate);
    }
    Q_DISABLE_COPY_MOVE(Made)

    void addExtension(int type, const char* value) const {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, type, value);
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }

    QByteArray der() const {
        unsigned char* bytes = nullptr;
        const int size = i2d_X509(certificate, &bytes);
        const QByteArray der(reinterpret_cast<const char*>(bytes), size);
        OPENSSL_free(bytes);
        return der;
    }
    QByteArray pem() const {
        return "-----BEGIN CERTIFICATE-----\n" + der().toBase64() + "\n-----END CERTIFICATE-----\n";
    }
    Certificate value() const { return Certificate::fromDer(der()).value(); }
};

QDateTime day(int year) {
    return {QDate(year, 4, 1), QTime(9, 0), QTimeZone::utc()};
}

} // namespace

class CertificateVerifierTest : public TestCase {
    Q_OBJECT

    const Made m_root{"P-384", "Office root", nullptr, "critical,keyCertSign", day(2020), day(2040), true};
    const Made m_issuer{"P-256", "Issuer", &m_root, "critical,keyCertSign", day(2024), day(2030), true};
    const Made m_card{"P-256",   "葛城 一郎", &m_root, "critical,digitalSignature",
                      day(2025), day(2028),   false};

    static ErrorCode codeOf(const Result<>& result) {
        if (result)
            qFatal("the certificate was accepted");
        return result.error().code;
    }

private Q_SLOTS:
    void readsTheFieldsOfACertificate() {
        const Certificate certificate = m_card.value();
        QCOMPARE(certificate.subjectCommonName(), u"葛城 一郎"_s);
        QCOMPARE(certificate.subjectSerialNumber(), u"0042"_s);
        QCOMPARE(certificate.notBefore(), day(2025));
        QCOMPARE(certificate.notAfter(), day(2028));
        QCOMPARE(certificate.keyAlgorithm(), KeyAlgorithm::EcP256);
        QCOMPARE(certificate.der(), m_card.der());
        QCOMPARE(certificate.fingerprint().size(), 32);
        QVERIFY(certificate.allowsDigitalSignature());
        QVERIFY(!certificate.allowsKeyManagement());
    }

    void acceptsACardOfTheAuthority() {
        const auto verifier = CertificateVerifier::fromPem(m_root.pem());
        QVERIFY(verifier);
        QVERIFY(verifier->verify(m_card.value(), CertificateUse::Signature, day(2026)));
    }

    void timeOutsideTheValidityIsRefused() {
        const auto verifier = CertificateVerifier::fromPem(m_root.pem());
        const auto at = [&](int year) {
            return codeOf(verifier->verify(m_card.value(), CertificateUse::Signature, day(year)));
        };
        QCOMPARE(at(2024), ErrorCode::CertificateNotYetValid);
        QCOMPARE(at(2029), ErrorCode::CertificateExpired);
    }

    void anotherAuthorityIsRefused() {
        const Made stranger("P-256", "Office root", nullptr, "critical,keyCertSign", day(2020), day(2040),
                            true);
        const auto verifier = CertificateVerifier::fromPem(stranger.pem());
        QCOMPARE(codeOf(verifier->verify(m_card.value(), CertificateUse::Signature, day(2026))),
                 ErrorCode::CertificateNotTrusted);
    }

    void anIssuingAuthorityBelowTheRootWorksEitherWay() {
        const Made card("P-256", "Card", &m_issuer, "digitalSignature", day(2025), day(2028), false);
        const auto byRoot = CertificateVerifier::fromPem(m_root.pem());
        QCOMPARE(codeOf(byRoot->verify(card.value(), CertificateUse::Signature, day(2026))),
                 ErrorCode::CertificateNotTrusted);
        QVERIFY(byRoot->verify(card.value(), CertificateUse::Signature, day(2026), {m_issuer.value()}));
        const auto byIssuer = CertificateVerifier::fromPem(m_issuer.pem() + m_root.pem());
        QCOMPARE(byIssuer->anchors().size(), 2);
        QVERIFY(byIssuer->verify(card.value(), CertificateUse::Signature, day(2026)));
    }

    void aCardIsNoAuthority() {
        const Made forged("P-256", "Forged", &m_card, "digitalSignature", day(2025), day(2028), false);
        const auto verifier = CertificateVerifier::fromPem(m_root.pem());
        QCOMPARE(
            codeOf(verifier->verify(forged.value(), CertificateUse::Signature, day(2026), {m_card.value()})),
            ErrorCode::CertificateNotTrusted);
    }

    void theKeyMustSuitTheUse() {
        const auto verifier = CertificateVerifier::fromPem(m_root.pem());
        QCOMPARE(codeOf(verifier->verify(m_card.value(), CertificateUse::KeyManagement, day(2026))),
                 ErrorCode::CertificateKeyUnsuitable);
        const Made vault("P-256", "Vault", &m_root, "critical,keyAgreement", day(2025), day(2028), false);
        QVERIFY(verifier->verify(vault.value(), CertificateUse::KeyManagement, day(2026)));
        QCOMPARE(codeOf(verifier->verify(vault.value(), CertificateUse::Signature, day(2026))),
                 ErrorCode::CertificateKeyUnsuitable);
        const Made large("P-521", "Odd", &m_root, "digitalSignature", day(2025), day(2028), false);
        QCOMPARE(codeOf(verifier->verify(large.value(), CertificateUse::Signature, day(2026))),
                 ErrorCode::CertificateKeyUnsuitable);
    }

    void rubbishIsRefusedAndNeverCrashes() {
        const QByteArray der = m_card.der();
        QVERIFY(!Certificate::fromDer(""));
        QVERIFY(!Certificate::fromDer(der + '\0'));
        QVERIFY(!Certificate::fromDer(QByteArray(20000, '\x30')));
        for (qsizetype size = 0; size < der.size(); ++size)
            QVERIFY(!Certificate::fromDer(der.left(size)));
        const auto verifier = CertificateVerifier::fromPem(m_root.pem());
        for (qsizetype at = 0; at < der.size(); ++at) {
            QByteArray changed = der;
            changed[at] = static_cast<char>(changed[at] ^ 0x20);
            const Result<Certificate> certificate = Certificate::fromDer(changed);
            QVERIFY(!certificate || !verifier->verify(*certificate, CertificateUse::Signature, day(2026)));
        }
        QVERIFY(!CertificateVerifier::fromPem("no certificates"));
        QVERIFY(!CertificateVerifier::fromPem(m_root.pem().left(300)));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::CertificateVerifierTest)
#include "tst_certificateverifier.moc"
