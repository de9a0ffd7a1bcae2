// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/attestation.h"

#include "app/crypto/certificateverifier.h"

#include <array>
#include <openssl/x509.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Object = std::unique_ptr<ASN1_OBJECT, openssl::Deleter<ASN1_OBJECT_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, openssl::Deleter<ASN1_INTEGER_free>>;
using Number = std::unique_ptr<BIGNUM, openssl::Deleter<BN_free>>;

// Yubico's arc for PIV: three bytes, and an integer.
constexpr char FirmwareVersion[] = "1.3.6.1.4.1.41482.3.3";
constexpr char SerialNumber[] = "1.3.6.1.4.1.41482.3.7";

tl::unexpected<Error> wrong(const QString& why) {
    return fail(ErrorCode::AttestationWrong, why);
}

/// Empty without it.
QByteArray extensionOf(const Certificate& certificate, const char* oid) {
    const Object object(OBJ_txt2obj(oid, 1));
    const int at = object ? X509_get_ext_by_OBJ(certificate.handle(), object.get(), -1) : -1;
    if (at < 0)
        return {};
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(X509_get_ext(certificate.handle(), at));
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value)};
}

QString serialNumberOf(const Certificate& certificate) {
    const QByteArray der = extensionOf(certificate, SerialNumber);
    const auto* next = reinterpret_cast<const unsigned char*>(der.constData());
    const Integer integer(d2i_ASN1_INTEGER(nullptr, &next, static_cast<long>(der.size())));
    const Number number(integer ? ASN1_INTEGER_to_BN(integer.get(), nullptr) : nullptr);
    char* decimal = number ? BN_bn2dec(number.get()) : nullptr;
    const QString text = QString::fromLatin1(decimal);
    OPENSSL_free(decimal);
    return text.size() > 20 ? QString() : text;
}

QString versionOf(const Certificate& certificate) {
    const QByteArray bytes = extensionOf(certificate, FirmwareVersion);
    if (bytes.size() != 3)
        return {};
    return u"%1.%2.%3"_s.arg(quint8(bytes[0])).arg(quint8(bytes[1])).arg(quint8(bytes[2]));
}

QString makerOf(const Certificate& device) {
    std::array<char, 128> name{};
    X509_NAME_get_text_by_NID(X509_get_issuer_name(device.handle()), NID_commonName, name.data(),
                              static_cast<int>(name.size()));
    return QString::fromUtf8(name.data());
}

Result<> checkKey(const QByteArray& der, const QByteArray& point, const Certificate& device,
                  const CertificateVerifier& makers, const QDateTime& now) {
    const auto attested = Certificate::fromDer(der);
    if (!attested)
        return wrong(u"an attestation that is no certificate"_s);
    const auto key = PublicKey::fromP256Point(point);
    if (!key || attested->spki() != key->spki())
        return wrong(u"an attestation of another key"_s);
    const auto followed = makers.verify(*attested, CertificateUse::Signature, now, {device});
    return followed ? Result<>() : wrong(toString(followed.error()));
}

} // namespace

Result<std::optional<AttestedDevice>> checkAttestation(const std::optional<CardAttestation>& shown,
                                                       const CardPublicKeys& keys,
                                                       const QList<Certificate>& makers, AttestationRule rule,
                                                       const QDateTime& now) {
    if (!shown || makers.isEmpty()) {
        return rule == AttestationRule::Required ? fail(ErrorCode::AttestationMissing)
                                                 : Result<std::optional<AttestedDevice>>(std::nullopt);
    }
    const auto device = Certificate::fromDer(shown->device);
    if (!device)
        return wrong(u"a device's certificate that is none"_s);
    const auto verifier = CertificateVerifier::trusting(makers);
    for (const auto& [der, point] : {std::pair{&shown->authentication, &keys.authentication},
                                     std::pair{&shown->signature, &keys.signature},
                                     std::pair{&shown->keyManagement, &keys.keyManagement},
                                     std::pair{&shown->cardAuthentication, &keys.cardAuthentication}}) {
        if (const Result<> checked = checkKey(*der, *point, *device, verifier, now); !checked)
            return fail(checked.error());
    }
    const Certificate login = *Certificate::fromDer(shown->authentication);
    return std::optional(AttestedDevice{makerOf(*device), serialNumberOf(login), versionOf(login)});
}

} // namespace madoguchi
