// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/rootmedium.h"

#include "app/crypto/hash.h"
#include "app/crypto/unsignedcertificate.h"
#include "app/issuing/pem.h"
#include "app/storage/durablefile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int RootYears = 20;
constexpr int IssuingYears = 6;
constexpr qint64 ClockSlackSeconds = 3600; // stations whose clock is a little behind accept it too

QString keyFile(const QString& folder) {
    return QDir(folder).filePath(u"root-key.pem"_s);
}

QString keyName(const PublicKey& key) {
    return QString::fromLatin1(Sha256().digest(key.spki()).first(8).toHex());
}

QString commonNameOf(const PublicKey& key) {
    return u"Office root "_s + keyName(key);
}

Result<Certificate> certifyItself(const RootKey& key, const QString& office, const QDateTime& now) {
    const auto made = UnsignedCertificate::selfSigned({.kind = CertificateKind::Root,
                                                       .key = key.publicKey(),
                                                       .office = office,
                                                       .commonName = commonNameOf(key.publicKey()),
                                                       .operatorId = {},
                                                       .notBefore = now.addSecs(-ClockSlackSeconds),
                                                       .notAfter = now.addYears(RootYears)});
    if (!made)
        return fail(made.error());
    const auto signature = key.sign(made->toBeSigned());
    return signature ? made->withSignature(*signature) : Result<Certificate>(fail(signature.error()));
}

constexpr auto Readers = FileReaders::OwnerIfTheMediumKnowsPermissions;

Result<> writeCertificate(const QString& folder, const Certificate& certificate) {
    return writeDurably(rootCertificateFile(folder), pemOf(certificate), Readers);
}

} // namespace

QString rootCertificateFile(const QString& folder) {
    return QDir(folder).filePath(u"root.pem"_s);
}

Result<RootOnMedium> makeRoot(const QString& office, const QDateTime& now) {
    auto key = RootKey::make();
    if (!key)
        return fail(key.error());
    auto certificate = certifyItself(*key, office, now);
    if (!certificate)
        return fail(certificate.error());
    return RootOnMedium{*std::move(key), *std::move(certificate)};
}

Result<RootOnMedium> makeRootIn(const QString& folder, const QString& office, const SecretBytes& passphrase,
                                const QDateTime& now) {
    if (!QDir(folder).exists())
        return fail(ErrorCode::FileMissing, folder);
    for (const QString& path : {keyFile(folder), rootCertificateFile(folder)}) {
        if (QFile::exists(path))
            return fail(ErrorCode::FileUnwritable, u"there is a root already: "_s + path);
    }
    const auto root = makeRoot(office, now);
    if (!root)
        return fail(root.error());
    const auto sealed = root->key.sealed(passphrase);
    if (!sealed)
        return fail(sealed.error());
    if (const Result<> written = writeDurably(keyFile(folder), *sealed, Readers); !written)
        return fail(written.error());
    if (const Result<> written = writeCertificate(folder, root->certificate); !written)
        return fail(written.error());
    return openRootIn(folder, passphrase);
}

RootPresence rootPresenceIn(const QString& folder) {
    const bool key = QFile::exists(keyFile(folder));
    if (QFile::exists(rootCertificateFile(folder)))
        return key ? RootPresence::Whole : RootPresence::Certificate;
    return key ? RootPresence::Key : RootPresence::None;
}

Result<RootOnMedium> completeRootIn(const QString& folder, const QString& office,
                                    const SecretBytes& passphrase, const QDateTime& now) {
    if (rootPresenceIn(folder) != RootPresence::Key)
        return openRootIn(folder, passphrase);
    const auto sealed = contentOfFile(keyFile(folder));
    if (!sealed)
        return fail(sealed.error());
    const auto key = RootKey::open(*sealed, passphrase);
    if (!key)
        return fail(key.error());
    const auto certificate = certifyItself(*key, office, now);
    if (!certificate)
        return fail(certificate.error());
    if (const Result<> written = writeCertificate(folder, *certificate); !written)
        return fail(written.error());
    return openRootIn(folder, passphrase);
}

bool isOfficeRoot(const Certificate& certificate) {
    return certificate.subjectCommonName() == commonNameOf(certificate.publicKey());
}

Result<RootOnMedium> openRootIn(const QString& folder, const SecretBytes& passphrase) {
    const auto pem = contentOfFile(rootCertificateFile(folder));
    if (!pem)
        return fail(pem.error());
    const auto certificates = Certificate::listFromPem(*pem);
    if (!certificates)
        return fail(certificates.error());
    const auto sealed = contentOfFile(keyFile(folder));
    if (!sealed)
        return fail(sealed.error());
    auto key = RootKey::open(*sealed, passphrase);
    if (!key)
        return fail(key.error());
    if (certificates->first().spki() != key->publicKey().spki())
        return fail(ErrorCode::SignatureWrong, u"root.pem and root-key.pem don't belong together"_s);
    return RootOnMedium{std::move(*key), certificates->first()};
}

Result<Certificate> certifyIssuingKey(const RootOnMedium& root, const PublicKey& key, const QString& office,
                                      const QDateTime& now,
                                      const std::function<Result<>(const UnsignedCertificate&)>& note) {
    if (root.certificate.notAfter() <= now)
        return fail(ErrorCode::CertificateExpired, u"the root's certificate is over"_s);
    const auto made = UnsignedCertificate::issuedBy(
        root.certificate,
        {.kind = CertificateKind::Issuing,
         .key = key,
         .office = office,
         .commonName = u"Issuing key "_s + keyName(key),
         .operatorId = {},
         .notBefore = std::max(now.addSecs(-ClockSlackSeconds), root.certificate.notBefore()),
         .notAfter = std::min(now.addYears(IssuingYears), root.certificate.notAfter())});
    if (!made)
        return fail(made.error());
    if (const Result<> noted = note ? note(*made) : Result<>(); !noted)
        return fail(noted.error());
    const auto signature = root.key.sign(made->toBeSigned());
    return signature ? made->withSignature(*signature) : Result<Certificate>(fail(signature.error()));
}

} // namespace madoguchi
