// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/cardverifiablecertificate.h"

#include "smartcard/apdu/tlv.h"
#include "smartcard/piv/p256point.h"
#include "smartcard/piv/pivcertificate.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using openssl::Key;

constexpr quint32 Intermediate = 0x7F21;
constexpr quint32 Profile = 0x5F29;
constexpr quint32 Issuer = 0x42;
constexpr quint32 Subject = 0x5F20;
constexpr quint32 PublicKey = 0x7F49;
constexpr quint32 Curve = 0x06;
constexpr quint32 Point = 0x86;
constexpr quint32 RoleIdentifier = 0x5F4C;
constexpr quint32 DigitalSignature = 0x5F37;
constexpr quint32 Sequence = 0x30;
constexpr quint32 BitString = 0x03;
constexpr qsizetype GuidSize = 16;
constexpr qsizetype IntermediateSubjectSize = 8;

const unsigned char* bytesOf(QByteArrayView view) {
    return reinterpret_cast<const unsigned char*>(view.data());
}

/// The next object, which must have this tag.
Result<QByteArrayView> next(TlvReader& reader, quint32 tag) {
    const auto object = reader.next();
    if (!object)
        return fail(object.error());
    if (object->tag != tag) {
        return fail(ErrorCode::CardProtocolError,
                    u"%1 in the place of %2"_s.arg(object->tag, 0, 16).arg(tag, 0, 16));
    }
    return object->value;
}

/// 1.2.840.10045.3.1.7, then the point.
Result<QByteArrayView> pointIn(QByteArrayView publicKey) {
    TlvReader reader(publicKey);
    auto curve = next(reader, Curve);
    if (!curve)
        return curve;
    if (*curve != QByteArray::fromHex("2A8648CE3D030107"))
        return fail(ErrorCode::CardProtocolError, u"a certificate on another curve than P-256"_s);
    return next(reader, Point);
}

/// The bits of the signature. The algorithm beside them is not asked: the signer's key says it.
Result<QByteArrayView> signatureIn(QByteArrayView object) {
    TlvReader outer(object);
    auto sequence = next(outer, Sequence);
    if (!sequence)
        return sequence;
    TlvReader inner(*sequence);
    const auto algorithm = next(inner, Sequence);
    auto bits = algorithm ? next(inner, BitString) : algorithm;
    if (!bits)
        return bits;
    if (bits->size() < 2 || bits->front() != 0) // how many bits of the last byte are not used
        return fail(ErrorCode::CardProtocolError, u"a signature that is not whole bytes"_s);
    return bits->sliced(1);
}

Result<Key> signerIn(QByteArrayView signerObject) {
    const auto der = certificateOfObject(signerObject);
    if (!der)
        return fail(der.error());
    const unsigned char* at = bytesOf(*der);
    const openssl::X509Certificate parsed(d2i_X509(nullptr, &at, static_cast<long>(der->size())));
    Key key(parsed ? X509_get_pubkey(parsed.get()) : nullptr);
    if (!key)
        return openssl::failure("reading the signer's certificate", ErrorCode::CertificateMalformed);
    return key;
}

Result<std::optional<QByteArrayView>> intermediateIn(QByteArrayView signerObject) {
    TlvReader reader(signerObject);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return fail(object.error());
        if (object->tag == Intermediate)
            return std::optional(object->value);
    }
    return std::optional<QByteArrayView>();
}

/// The key that must have signed the card's certificate.
Result<Key> issuerIn(QByteArrayView signerObject) {
    auto signer = signerIn(signerObject);
    const auto content = signer ? intermediateIn(signerObject) : fail(signer.error());
    if (!content)
        return fail(content.error());
    if (!*content)
        return signer;
    const auto intermediate =
        CardVerifiableCertificate::parse(**content, CardVerifiableCertificate::Role::Intermediate);
    if (!intermediate)
        return fail(intermediate.error());
    if (auto fits = intermediate->checkSignature(*signer); !fits)
        return fail(fits.error());
    return keyOfP256Point(intermediate->point);
}

} // namespace

Result<CardVerifiableCertificate> CardVerifiableCertificate::parse(QByteArrayView content, Role role) {
    TlvReader reader(content);
    const auto profile = next(reader, Profile);
    const auto issuer = profile ? next(reader, Issuer) : profile;
    const auto subject = issuer ? next(reader, Subject) : issuer;
    const auto publicKey = subject ? next(reader, PublicKey) : subject;
    const auto point = publicKey ? pointIn(*publicKey) : publicKey;
    const auto roleByte = point ? next(reader, RoleIdentifier) : point;
    const auto object = roleByte ? next(reader, DigitalSignature) : roleByte;
    const auto signature = object ? signatureIn(*object) : object;
    if (!signature)
        return fail(signature.error());
    const qsizetype subjectSize = role == Role::Card ? GuidSize : IntermediateSubjectSize;
    if (roleByte->size() != 1 || static_cast<quint8>(roleByte->front()) != static_cast<quint8>(role) ||
        subject->size() != subjectSize)
        return fail(ErrorCode::CardProtocolError, u"a certificate for something else"_s);
    return CardVerifiableCertificate{.point = point->toByteArray(),
                                     .signedBytes =
                                         content.first(roleByte->data() + 1 - content.data()).toByteArray(),
                                     .signature = signature->toByteArray()};
}

Result<> CardVerifiableCertificate::checkSignature(const Key& signer) const {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, signer.get()) != 1 ||
        EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                         bytesOf(signedBytes), static_cast<std::size_t>(signedBytes.size())) != 1)
        return openssl::failure("checking a card verifiable certificate", ErrorCode::CardNotGenuine);
    return {};
}

Result<CardVerifiableCertificate> checkedCardCertificate(QByteArrayView content,
                                                         QByteArrayView signerObject) {
    const auto issuer = issuerIn(signerObject);
    if (!issuer)
        return fail(issuer.error());
    auto certificate = CardVerifiableCertificate::parse(content, CardVerifiableCertificate::Role::Card);
    if (!certificate)
        return certificate;
    if (auto fits = certificate->checkSignature(*issuer); !fits)
        return fail(fits.error());
    return certificate;
}

} // namespace madoguchi
