// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/certificate.h"

#include "app/crypto/hash.h"

#include <QTimeZone>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype MostInPem = 64;
constexpr qsizetype LongestAttribute = 256;

// Empty when absent, when there are several, or when the text is no valid, printable, single string.
QString attribute(const X509* certificate, int type) {
    const X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, type, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(name, type, at) >= 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size);
    OPENSSL_free(utf8);
    const bool printable = std::none_of(text.begin(), text.end(), [](QChar character) {
        return character.category() == QChar::Other_Control || character.category() == QChar::Other_Format;
    });
    return printable && text.size() <= LongestAttribute ? text : QString();
}

QDateTime timeOf(const ASN1_TIME* time) {
    tm parts = {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc()};
}

QByteArray derOf(X509* certificate) {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    if (size <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char*>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

} // namespace

Certificate::Certificate(openssl::X509Certificate handle, PublicKey publicKey)
    : m_handle(handle.release(), X509_free)
    , m_publicKey(std::move(publicKey))
    , m_der(derOf(m_handle.get()))
    , m_fingerprint(Sha256().digest(m_der))
    , m_commonName(attribute(m_handle.get(), NID_commonName))
    , m_serialNumber(attribute(m_handle.get(), NID_serialNumber))
    , m_notBefore(timeOf(X509_get0_notBefore(m_handle.get())))
    , m_notAfter(timeOf(X509_get0_notAfter(m_handle.get()))) {}

Result<Certificate> Certificate::fromHandle(openssl::X509Certificate handle) {
    openssl::Key key(X509_get_pubkey(handle.get()));
    if (!key)
        return openssl::failure("reading a certificate's key", ErrorCode::CertificateMalformed);
    Certificate certificate(std::move(handle), PublicKey(std::move(key)));
    // Makes OpenSSL read all extensions now, so that a broken one shows here and not in a later question.
    const bool invalid = (X509_get_extension_flags(certificate.handle()) & EXFLAG_INVALID) != 0;
    ERR_clear_error();
    if (invalid || certificate.m_der.isEmpty() || !certificate.m_notBefore.isValid() ||
        !certificate.m_notAfter.isValid())
        return fail(ErrorCode::CertificateMalformed, u"the certificate has broken fields"_s);
    return certificate;
}

Result<Certificate> Certificate::fromDer(QByteArrayView der) {
    if (der.isEmpty() || der.size() > LargestDer)
        return fail(ErrorCode::CertificateMalformed, u"%1 bytes are no certificate"_s.arg(der.size()));
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    const unsigned char* next = begin;
    openssl::X509Certificate handle(d2i_X509(nullptr, &next, static_cast<long>(der.size())));
    if (!handle || next != begin + der.size())
        return openssl::failure("reading a certificate", ErrorCode::CertificateMalformed);
    Result<Certificate> certificate = fromHandle(std::move(handle));
    if (certificate &&
        certificate->m_der != der) // OpenSSL reads more than DER: it would have two fingerprints
        return fail(ErrorCode::CertificateMalformed, u"the certificate is not in DER"_s);
    return certificate;
}

Result<QList<Certificate>> Certificate::listFromPem(const QByteArray& pem) {
    const openssl::BioStream stream(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    QList<Certificate> list;
    while (stream && list.size() < MostInPem) {
        openssl::X509Certificate handle(PEM_read_bio_X509(stream.get(), nullptr, nullptr, nullptr));
        if (!handle)
            break;
        Result<Certificate> certificate = fromHandle(std::move(handle));
        if (!certificate)
            return fail(certificate.error());
        list.append(*std::move(certificate));
    }
    const bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (list.isEmpty() || !ended)
        return openssl::failure("reading certificates from PEM", ErrorCode::CertificateMalformed);
    ERR_clear_error();
    return list;
}

bool Certificate::allowsDigitalSignature() const {
    return (X509_get_key_usage(m_handle.get()) & KU_DIGITAL_SIGNATURE) != 0;
}

bool Certificate::allowsKeyManagement() const {
    const bool rsa = keyAlgorithm() == KeyAlgorithm::Rsa2048 || keyAlgorithm() == KeyAlgorithm::OtherRsa;
    return (X509_get_key_usage(m_handle.get()) & (rsa ? KU_KEY_ENCIPHERMENT : KU_KEY_AGREEMENT)) != 0;
}

} // namespace madoguchi
