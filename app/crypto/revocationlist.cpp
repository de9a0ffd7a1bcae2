// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/revocationlist.h"

#include "app/crypto/signedder.h"

#include <QTimeZone>

#include <ctime>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using List = std::unique_ptr<X509_CRL, openssl::Deleter<X509_CRL_free>>;
using Entry = std::unique_ptr<X509_REVOKED, openssl::Deleter<X509_REVOKED_free>>;
using Asn1Time = std::unique_ptr<ASN1_TIME, openssl::Deleter<ASN1_TIME_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, openssl::Deleter<ASN1_INTEGER_free>>;
using Enumerated = std::unique_ptr<ASN1_ENUMERATED, openssl::Deleter<ASN1_ENUMERATED_free>>;
using KeyId = std::unique_ptr<AUTHORITY_KEYID, openssl::Deleter<AUTHORITY_KEYID_free>>;
using BigNumber = std::unique_ptr<BIGNUM, openssl::Deleter<BN_free>>;

const unsigned char* bytesOf(QByteArrayView view) {
    return reinterpret_cast<const unsigned char*>(view.data());
}

QByteArray serialBytes(const ASN1_INTEGER* serial) {
    const BigNumber number(ASN1_INTEGER_to_BN(serial, nullptr));
    if (!number)
        return {};
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
    return bytes;
}

QByteArray nameDer(const X509_NAME* name) {
    const unsigned char* der = nullptr;
    std::size_t size = 0;
    if (X509_NAME_get0_der(name, &der, &size) != 1)
        return {};
    return {reinterpret_cast<const char*>(der), static_cast<qsizetype>(size)};
}

// Null when the time makes no sense.
QDateTime dateTime(const ASN1_TIME* time) {
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc()};
}

Asn1Time asn1(const QDateTime& time) {
    return Asn1Time(ASN1_TIME_set(nullptr, time.toSecsSinceEpoch()));
}

bool isKnown(long reason) {
    switch (static_cast<RevocationReason>(reason)) {
    case RevocationReason::Unspecified:
    case RevocationReason::KeyCompromise:
    case RevocationReason::AffiliationChanged:
    case RevocationReason::Superseded:
    case RevocationReason::CessationOfOperation:
    case RevocationReason::CertificateHold:
        return true;
    }
    return false;
}

// A reason of somebody else's that we have no use for revokes just as well.
RevocationReason reasonOf(X509_REVOKED* entry) {
    const Enumerated reason(
        static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr)));
    const long value = reason ? ASN1_ENUMERATED_get(reason.get()) : 0;
    return isKnown(value) ? static_cast<RevocationReason>(value) : RevocationReason::Unspecified;
}

List parse(QByteArrayView bytes) {
    if (bytes.startsWith("-----BEGIN")) {
        const openssl::BioStream text(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
        return List(text ? PEM_read_bio_X509_CRL(text.get(), nullptr, nullptr, nullptr) : nullptr);
    }
    const unsigned char* next = bytesOf(bytes);
    List list(d2i_X509_CRL(nullptr, &next, static_cast<long>(bytes.size())));
    return next == bytesOf(bytes) + bytes.size() ? std::move(list) : List();
}

bool maySignLists(const Certificate& issuer) {
    return (X509_get_key_usage(issuer.handle()) & KU_CRL_SIGN) != 0;
}

// A critical extension that nobody here understands would change what the list means (RFC 5280, 5.2).
bool hasForeignCriticalExtension(const X509_CRL* list) {
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        if (X509_EXTENSION_get_critical(X509_CRL_get_ext(list, i)) != 0)
            return true;
    }
    return false;
}

bool addEntry(X509_CRL* list, const RevokedCertificate& revoked) {
    Entry entry(X509_REVOKED_new());
    const BigNumber number(
        BN_bin2bn(bytesOf(revoked.serialNumber), static_cast<int>(revoked.serialNumber.size()), nullptr));
    const Integer serial(number ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    const Asn1Time at = asn1(revoked.at);
    const Enumerated reason(ASN1_ENUMERATED_new());
    if (!entry || !serial || !at || !reason ||
        X509_REVOKED_set_serialNumber(entry.get(), serial.get()) != 1 ||
        X509_REVOKED_set_revocationDate(entry.get(), at.get()) != 1)
        return false;
    // 5.3.1: an unspecified reason is left out
    if (revoked.reason != RevocationReason::Unspecified &&
        (ASN1_ENUMERATED_set(reason.get(), static_cast<long>(revoked.reason)) != 1 ||
         X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, 0) != 1))
        return false;
    if (X509_CRL_add0_revoked(list, entry.get()) != 1)
        return false;
    static_cast<void>(entry.release());
    return true;
}

bool addExtensions(X509_CRL* list, const Certificate& issuer, qint64 number) {
    const Integer crlNumber(ASN1_INTEGER_new());
    const KeyId keyId(AUTHORITY_KEYID_new());
    const ASN1_OCTET_STRING* const subjectKey = X509_get0_subject_key_id(issuer.handle());
    if (!crlNumber || !keyId || !subjectKey || ASN1_INTEGER_set_int64(crlNumber.get(), number) != 1)
        return false;
    keyId->keyid = ASN1_OCTET_STRING_dup(subjectKey);
    return keyId->keyid && X509_CRL_add1_ext_i2d(list, NID_crl_number, crlNumber.get(), 0, 0) == 1 &&
           X509_CRL_add1_ext_i2d(list, NID_authority_key_identifier, keyId.get(), 0, 0) == 1;
}

bool fill(X509_CRL* list, const Certificate& issuer, const RevocationListOrder& order) {
    const Asn1Time thisUpdate = asn1(order.thisUpdate);
    const Asn1Time nextUpdate = asn1(order.nextUpdate);
    bool done = thisUpdate && nextUpdate && X509_CRL_set_version(list, X509_CRL_VERSION_2) == 1 &&
                X509_CRL_set_issuer_name(list, X509_get_subject_name(issuer.handle())) == 1 &&
                X509_CRL_set1_lastUpdate(list, thisUpdate.get()) == 1 &&
                X509_CRL_set1_nextUpdate(list, nextUpdate.get()) == 1;
    for (const RevokedCertificate& revoked : order.revoked)
        done = done && addEntry(list, revoked);
    return done && X509_CRL_sort(list) == 1 && addExtensions(list, issuer, order.number);
}

} // namespace

Result<RevocationList> RevocationList::read(QByteArrayView bytes, const Certificate& issuer) {
    const auto malformed = [] {
        return openssl::failure("reading a revocation list", ErrorCode::RevocationListMalformed);
    };
    if (bytes.isEmpty() || bytes.size() > LargestDer)
        return malformed();
    const List list = parse(bytes);
    if (!list || hasForeignCriticalExtension(list.get()))
        return malformed();
    if (!maySignLists(issuer) ||
        X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(issuer.handle())) != 0 ||
        X509_CRL_verify(list.get(), issuer.publicKey().handle()) != 1)
        return openssl::failure("a revocation list of another authority", ErrorCode::SignatureWrong);
    RevocationList read;
    if (Result<> facts = read.readFacts(list.get()); !facts)
        return fail(facts.error());
    return read;
}

Result<> RevocationList::readFacts(X509_CRL* list) {
    const Integer number(
        static_cast<ASN1_INTEGER*>(X509_CRL_get_ext_d2i(list, NID_crl_number, nullptr, nullptr)));
    std::int64_t value = 0;
    m_thisUpdate = dateTime(X509_CRL_get0_lastUpdate(list));
    m_nextUpdate = dateTime(X509_CRL_get0_nextUpdate(list));
    if (!number || ASN1_INTEGER_get_int64(&value, number.get()) != 1 || value < 0 ||
        !m_thisUpdate.isValid() || !m_nextUpdate.isValid())
        return openssl::failure("a revocation list's number or times", ErrorCode::RevocationListMalformed);
    m_number = value;
    m_issuerName = nameDer(X509_CRL_get_issuer(list));
    STACK_OF(X509_REVOKED)* const entries = X509_CRL_get_REVOKED(list);
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        X509_REVOKED* const entry = sk_X509_REVOKED_value(entries, i);
        m_revoked.append({.serialNumber = serialBytes(X509_REVOKED_get0_serialNumber(entry)),
                          .at = dateTime(X509_REVOKED_get0_revocationDate(entry)),
                          .reason = reasonOf(entry)});
    }
    unsigned char* der = nullptr;
    const int size = i2d_X509_CRL(list, &der);
    if (size <= 0)
        return openssl::failure("writing a revocation list");
    m_der = QByteArray(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return {};
}

QByteArray RevocationList::pem() const {
    constexpr qsizetype LineLength = 64; // RFC 7468, clause 2
    const QByteArray base64 = m_der.toBase64();
    QByteArray text = "-----BEGIN X509 CRL-----\n";
    for (qsizetype at = 0; at < base64.size(); at += LineLength)
        text += base64.sliced(at, std::min(LineLength, base64.size() - at)) + '\n';
    return text + "-----END X509 CRL-----\n";
}

RevocationAnswer RevocationList::answerFor(const Certificate& certificate, const QDateTime& now) const {
    if (nameDer(X509_get_issuer_name(certificate.handle())) != m_issuerName)
        return RevocationAnswer::Unknown;
    const QByteArray serial = serialBytes(X509_get0_serialNumber(certificate.handle()));
    for (const RevokedCertificate& revoked : m_revoked) {
        if (revoked.serialNumber == serial)
            return RevocationAnswer::Revoked;
    }
    return now > m_nextUpdate ? RevocationAnswer::Unknown : RevocationAnswer::Good;
}

Result<UnsignedRevocationList> UnsignedRevocationList::make(const Certificate& issuer,
                                                            const RevocationListOrder& order) {
    if (!maySignLists(issuer))
        return fail(ErrorCode::CertificateKeyUnsuitable, u"the issuer may not sign revocation lists"_s);
    if (order.number < 0 || order.thisUpdate >= order.nextUpdate)
        return fail(ErrorCode::InputInvalid, u"number or times of a revocation list"_s);
    const List list(X509_CRL_new());
    const Result<openssl::Key> standIn = standInFor(issuer.publicKey());
    if (!standIn)
        return fail(standIn.error());
    if (!list || !fill(list.get(), issuer, order) ||
        X509_CRL_sign(list.get(), standIn->get(), signatureHash(issuer.publicKey())) <= 0)
        return openssl::failure("writing a revocation list");
    unsigned char* der = nullptr;
    const int size = i2d_re_X509_CRL_tbs(list.get(), &der);
    if (size <= 0)
        return openssl::failure("writing a revocation list");
    QByteArray toBeSigned(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return UnsignedRevocationList(std::move(toBeSigned), issuer, order);
}

Result<RevocationList> UnsignedRevocationList::withSignature(QByteArrayView signature) const {
    const Result<QByteArray> der = joinSigned(m_toBeSigned, m_issuer.publicKey(), signature);
    return der ? RevocationList::read(*der, m_issuer) : Result<RevocationList>(fail(der.error()));
}

} // namespace madoguchi
