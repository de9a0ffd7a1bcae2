// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/unsignedcertificate.h"

#include "app/crypto/random.h"
#include "app/crypto/signedder.h"

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Asn1Time = std::unique_ptr<ASN1_TIME, openssl::Deleter<ASN1_TIME_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, openssl::Deleter<X509_EXTENSION_free>>;
using BigNumber = std::unique_ptr<BIGNUM, openssl::Deleter<BN_free>>;

constexpr qsizetype SerialBytes = 16;

struct ProfileRow {
    CertificateKind kind;
    const char* constraints;
    const char* keyUsage;
    const char* extendedKeyUsage; ///< nullptr: none
};

constexpr ProfileRow Profiles[] = {
    {CertificateKind::Root, "critical,CA:TRUE,pathlen:1", "critical,keyCertSign,cRLSign", nullptr},
    {CertificateKind::Issuing, "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign,digitalSignature",
     nullptr},
    {CertificateKind::Login, "critical,CA:FALSE", "critical,digitalSignature", "clientAuth"},
    {CertificateKind::Signature, "critical,CA:FALSE", "critical,digitalSignature,nonRepudiation", nullptr},
    {CertificateKind::VaultKey, "critical,CA:FALSE", "critical,keyAgreement", nullptr},
    {CertificateKind::CardGenuine, "critical,CA:FALSE", "critical,digitalSignature",
     "critical,2.16.840.1.101.3.6.8"},
};

const ProfileRow& profileOf(CertificateKind kind) {
    for (const ProfileRow& row : Profiles) {
        if (row.kind == kind)
            return row;
    }
    Q_UNREACHABLE();
}

bool addName(X509_NAME* name, const char* attribute, const QString& value) {
    if (value.isEmpty())
        return true;
    const QByteArray utf8 = value.toUtf8();
    return X509_NAME_add_entry_by_txt(name, attribute, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(utf8.constData()),
                                      static_cast<int>(utf8.size()), -1, 0) == 1;
}

bool setSubject(X509* certificate, const CertificateOrder& order) {
    X509_NAME* name = X509_get_subject_name(certificate);
    return addName(name, "C", u"JP"_s) && addName(name, "O", order.office) &&
           addName(name, "CN", order.commonName) && addName(name, "serialNumber", order.operatorId);
}

bool setTimes(X509* certificate, const CertificateOrder& order) {
    const Asn1Time before(ASN1_TIME_set(nullptr, order.notBefore.toSecsSinceEpoch()));
    const Asn1Time after(ASN1_TIME_set(nullptr, order.notAfter.toSecsSinceEpoch()));
    return order.notBefore < order.notAfter && before && after &&
           X509_set1_notBefore(certificate, before.get()) == 1 &&
           X509_set1_notAfter(certificate, after.get()) == 1;
}

// Positive and always of the same length.
QByteArray newSerialNumber() {
    QByteArray serial = randomBytes(SerialBytes);
    serial[0] = static_cast<char>((static_cast<quint8>(serial[0]) & 0x7F) | 0x40);
    return serial;
}

bool setSerialNumber(X509* certificate, const QByteArray& serial) {
    const BigNumber number(BN_bin2bn(reinterpret_cast<const unsigned char*>(serial.constData()),
                                     static_cast<int>(serial.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool addExtension(X509* certificate, X509* issuer, const char* name, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf(nullptr, &context, name, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addExtensions(X509* certificate, X509* issuer, const ProfileRow& profile) {
    return addExtension(certificate, issuer, "basicConstraints", profile.constraints) &&
           addExtension(certificate, issuer, "keyUsage", profile.keyUsage) &&
           addExtension(certificate, issuer, "subjectKeyIdentifier", "hash") &&
           (issuer == certificate ||
            addExtension(certificate, issuer, "authorityKeyIdentifier", "keyid:always")) &&
           (!profile.extendedKeyUsage ||
            addExtension(certificate, issuer, "extendedKeyUsage", profile.extendedKeyUsage));
}

Result<openssl::X509Certificate> fill(const CertificateOrder& order, const QByteArray& serial) {
    openssl::X509Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 ||
        !setSerialNumber(certificate.get(), serial) ||
        X509_set_pubkey(certificate.get(), order.key.handle()) != 1)
        return openssl::failure("making a certificate");
    if (!setSubject(certificate.get(), order) || !setTimes(certificate.get(), order))
        return openssl::failure("a certificate's subject or time", ErrorCode::InputInvalid);
    return certificate;
}

Result<QByteArray> toBeSignedOf(X509* certificate, const PublicKey& issuerKey) {
    const Result<openssl::Key> standIn = standInFor(issuerKey);
    if (!standIn)
        return fail(standIn.error());
    if (X509_sign(certificate, standIn->get(), signatureHash(issuerKey)) <= 0)
        return openssl::failure("writing a certificate");
    unsigned char* bytes = nullptr;
    const int size = i2d_re_X509_tbs(certificate, &bytes);
    if (size <= 0)
        return openssl::failure("writing a certificate");
    const QByteArray der(reinterpret_cast<const char*>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

bool isCurveKey(const PublicKey& key) {
    return key.algorithm() == KeyAlgorithm::EcP256 || key.algorithm() == KeyAlgorithm::EcP384;
}

} // namespace

Result<UnsignedCertificate> UnsignedCertificate::selfSigned(const CertificateOrder& order) {
    return make(order, nullptr, order.key);
}

Result<UnsignedCertificate> UnsignedCertificate::issuedBy(const Certificate& issuer,
                                                          const CertificateOrder& order) {
    if (X509_check_ca(issuer.handle()) != 1 || (X509_get_key_usage(issuer.handle()) & KU_KEY_CERT_SIGN) == 0)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"the issuer may not sign certificates"_s);
    return make(order, issuer.handle(), issuer.publicKey());
}

Result<UnsignedCertificate> UnsignedCertificate::make(const CertificateOrder& order, X509* issuer,
                                                      const PublicKey& issuerKey) {
    if (!isCurveKey(order.key))
        return fail(ErrorCode::CertificateKeyUnsuitable, u"neither P-256 nor P-384"_s);
    QByteArray serial = newSerialNumber();
    const Result<openssl::X509Certificate> certificate = fill(order, serial);
    if (!certificate)
        return fail(certificate.error());
    X509* const signer = issuer ? issuer : certificate->get();
    if (X509_set_issuer_name(certificate->get(), X509_get_subject_name(signer)) != 1 ||
        !addExtensions(certificate->get(), signer, profileOf(order.kind)))
        return openssl::failure("a certificate's extensions");
    Result<QByteArray> toBeSigned = toBeSignedOf(certificate->get(), issuerKey);
    if (!toBeSigned)
        return fail(toBeSigned.error());
    return UnsignedCertificate(*std::move(toBeSigned), std::move(serial), issuerKey);
}

Result<Certificate> UnsignedCertificate::withSignature(QByteArrayView signature) const {
    const Result<QByteArray> der = joinSigned(m_toBeSigned, m_issuerKey, signature);
    return der ? Certificate::fromDer(*der) : Result<Certificate>(fail(der.error()));
}

} // namespace madoguchi
