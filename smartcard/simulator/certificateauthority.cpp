// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/certificateauthority.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QString CertificateFile = u"ca.pem"_s;
const QString KeyFile = u"ca-key.pem"_s;
constexpr const char* Curve = "secp384r1";
constexpr int SerialSize = 16;
constexpr qint64 SecondsBefore = 3600;

using Asn1Time = std::unique_ptr<ASN1_TIME, openssl::Deleter<ASN1_TIME_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, openssl::Deleter<X509_EXTENSION_free>>;
using BigNumber = std::unique_ptr<BIGNUM, openssl::Deleter<BN_free>>;

struct ExtensionText {
    const char* name;
    const char* value;
};

/// nullptr where there is none.
struct ProfileRow {
    CertificateProfile profile;
    const char* keyUsage;
    const char* keyUsageRsa;
    const char* extendedKeyUsage;
};

constexpr ProfileRow Profiles[] = {
    {CertificateProfile::PivAuthentication, "critical,digitalSignature", "critical,digitalSignature",
     "clientAuth"},
    {CertificateProfile::Signature, "critical,digitalSignature,nonRepudiation",
     "critical,digitalSignature,nonRepudiation", nullptr},
    {CertificateProfile::KeyManagement, "critical,keyAgreement", "critical,keyEncipherment", nullptr},
    {CertificateProfile::CardAuthentication, "critical,digitalSignature", "critical,digitalSignature",
     "critical,2.16.840.1.101.3.6.8"},
    {CertificateProfile::ContentSigning, "critical,digitalSignature", "critical,digitalSignature",
     "critical,2.16.840.1.101.3.6.7"},
};

QList<ExtensionText> extensionsOf(CertificateProfile profile, const EVP_PKEY* key) {
    if (profile == CertificateProfile::Attester)
        return {{"basicConstraints", "critical,CA:TRUE,pathlen:0"}};
    if (profile == CertificateProfile::Attested)
        return {};
    QList<ExtensionText> extensions{{"basicConstraints", "critical,CA:FALSE"},
                                    {"subjectKeyIdentifier", "hash"},
                                    {"authorityKeyIdentifier", "keyid"}};
    for (const ProfileRow& row : Profiles) {
        if (row.profile != profile)
            continue;
        extensions.append(
            ExtensionText{"keyUsage", EVP_PKEY_is_a(key, "RSA") ? row.keyUsageRsa : row.keyUsage});
        if (row.extendedKeyUsage)
            extensions.append(ExtensionText{"extendedKeyUsage", row.extendedKeyUsage});
    }
    return extensions;
}

bool addName(X509_NAME* name, const char* attribute, const QString& value) {
    if (value.isEmpty())
        return true;
    const QByteArray utf8 = value.toUtf8();
    return X509_NAME_add_entry_by_txt(name, attribute, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(utf8.constData()),
                                      static_cast<int>(utf8.size()), -1, 0) == 1;
}

bool setSubject(X509* certificate, const CertificateSubject& subject) {
    X509_NAME* name = X509_get_subject_name(certificate);
    return addName(name, "C", u"JP"_s) && addName(name, "O", subject.organization) &&
           addName(name, "OU", subject.organizationalUnit) && addName(name, "CN", subject.commonName) &&
           addName(name, "serialNumber", subject.serialNumber);
}

bool setRandomSerial(X509* certificate) {
    unsigned char bytes[SerialSize];
    if (RAND_bytes(bytes, SerialSize) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7F) | 0x40); // positive, and always as long
    const BigNumber serial(BN_bin2bn(bytes, SerialSize, nullptr));
    return serial && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setValidity(X509* certificate, const CertificateValidity& validity) {
    const Asn1Time before(ASN1_TIME_set(nullptr, validity.notBefore.toSecsSinceEpoch()));
    const Asn1Time after(ASN1_TIME_set(nullptr, validity.notAfter.toSecsSinceEpoch()));
    return before && after && X509_set1_notBefore(certificate, before.get()) == 1 &&
           X509_set1_notAfter(certificate, after.get()) == 1;
}

bool addExtensions(X509* certificate, X509* issuer, const QList<ExtensionText>& extensions) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const ExtensionText& text : extensions) {
        const Extension extension(X509V3_EXT_conf(nullptr, &context, text.name, text.value));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
            return false;
    }
    return true;
}

/// A certificate that only lacks issuer, extensions and signature.
Result<openssl::X509Certificate> draft(EVP_PKEY* publicKey, const CertificateSubject& subject,
                                       const CertificateValidity& validity) {
    openssl::X509Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 ||
        !setRandomSerial(certificate.get()) || X509_set_pubkey(certificate.get(), publicKey) != 1)
        return openssl::failure("making a certificate");
    if (!setSubject(certificate.get(), subject) || !setValidity(certificate.get(), validity))
        return openssl::failure("naming a certificate's subject and time", ErrorCode::InputInvalid);
    return certificate;
}

Result<> finish(X509* certificate, X509* issuer, EVP_PKEY* issuerKey,
                const QList<ExtensionText>& extensions) {
    if (X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) != 1 ||
        !addExtensions(certificate, issuer, extensions) ||
        X509_sign(certificate, issuerKey, EVP_sha384()) <= 0)
        return openssl::failure("signing a certificate");
    return {};
}

QByteArray takeText(BIO* stream) {
    char* text = nullptr;
    const auto size = BIO_get_mem_data(stream, &text);
    return {text, static_cast<qsizetype>(size)};
}

Result<> writeFile(const QString& path, const QByteArray& content, QFileDevice::Permissions permissions) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, file.errorString());
    file.setPermissions(permissions);
    file.write(content);
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, file.errorString());
    return {};
}

Result<openssl::BioStream> openFile(const QString& path) {
    openssl::BioStream stream(BIO_new_file(QFile::encodeName(path).constData(), "r"));
    if (!stream)
        return openssl::failure("opening the authority's file", ErrorCode::FileMissing);
    return stream;
}

} // namespace

CertificateValidity CertificateValidity::years(int years) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {now.addSecs(-SecondsBefore), now.addYears(years)};
}

Result<CertificateAuthority> CertificateAuthority::make(const CertificateSubject& subject,
                                                        const CertificateValidity& validity, int below) {
    openssl::Key key(EVP_EC_gen(Curve));
    if (!key)
        return openssl::failure("making the authority's key");
    Result<openssl::X509Certificate> certificate = draft(key.get(), subject, validity);
    if (!certificate)
        return fail(certificate.error());
    const QByteArray constraints = "critical,CA:TRUE,pathlen:" + QByteArray::number(below);
    const Result<> signedByItself = finish(certificate->get(), certificate->get(), key.get(),
                                           {{"basicConstraints", constraints.constData()},
                                            {"keyUsage", "critical,keyCertSign,cRLSign"},
                                            {"subjectKeyIdentifier", "hash"}});
    if (!signedByItself)
        return fail(signedByItself.error());
    return CertificateAuthority(std::move(key), std::move(*certificate));
}

Result<CertificateAuthority> CertificateAuthority::of(EVP_PKEY* key, QByteArrayView certificate) {
    const auto* next = reinterpret_cast<const unsigned char*>(certificate.data());
    openssl::X509Certificate read(d2i_X509(nullptr, &next, static_cast<long>(certificate.size())));
    if (!read || EVP_PKEY_up_ref(key) != 1)
        return openssl::failure("reading an authority's certificate", ErrorCode::CertificateMalformed);
    return CertificateAuthority(openssl::Key(key), std::move(read));
}

Result<CertificateAuthority> CertificateAuthority::load(const QString& folder) {
    const Result<openssl::BioStream> certificateFile = openFile(folder + u'/' + CertificateFile);
    const Result<openssl::BioStream> keyFile = openFile(folder + u'/' + KeyFile);
    if (!certificateFile || !keyFile)
        return fail((certificateFile ? keyFile : certificateFile).error());
    openssl::X509Certificate certificate(
        PEM_read_bio_X509(certificateFile->get(), nullptr, nullptr, nullptr));
    // the callback keeps OpenSSL from asking for a passphrase on the terminal
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    openssl::Key key(PEM_read_bio_PrivateKey(keyFile->get(), nullptr, noPassphrase, nullptr));
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1)
        return openssl::failure("reading the authority", ErrorCode::FileMalformed);
    return CertificateAuthority(std::move(key), std::move(certificate));
}

Result<> CertificateAuthority::save(const QString& folder) const {
    const Result<QByteArray> certificate = certificatePem();
    const openssl::BioStream stream(BIO_new(BIO_s_mem()));
    if (!certificate || !stream ||
        PEM_write_bio_PKCS8PrivateKey(stream.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return openssl::failure("writing the authority");
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnwritable, folder);
    const QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    Result<> written = writeFile(folder + u'/' + KeyFile, takeText(stream.get()), owner);
    if (!written)
        return written;
    return writeFile(folder + u'/' + CertificateFile, *certificate,
                     owner | QFileDevice::ReadGroup | QFileDevice::ReadOther);
}

Result<QByteArray> CertificateAuthority::certificatePem() const {
    const openssl::BioStream stream(BIO_new(BIO_s_mem()));
    if (!stream || PEM_write_bio_X509(stream.get(), m_certificate.get()) != 1)
        return openssl::failure("writing the authority's certificate");
    return takeText(stream.get());
}

Result<QByteArray> CertificateAuthority::certificateDer() const {
    const openssl::BioStream stream(BIO_new(BIO_s_mem()));
    if (!stream || i2d_X509_bio(stream.get(), m_certificate.get()) != 1)
        return openssl::failure("writing the authority's certificate");
    return takeText(stream.get());
}

Result<QByteArray> CertificateAuthority::issue(EVP_PKEY* publicKey, const CertificateSubject& subject,
                                               CertificateProfile profile,
                                               const CertificateValidity& validity,
                                               const QList<CertificateExtension>& further) const {
    const Result<openssl::X509Certificate> certificate = draft(publicKey, subject, validity);
    if (!certificate)
        return fail(certificate.error());
    QList<ExtensionText> extensions = extensionsOf(profile, publicKey);
    QList<QByteArray> values;
    for (const CertificateExtension& extension : further) {
        values.append("DER:" + extension.value.toHex());
        extensions.append(ExtensionText{extension.oid, values.last().constData()});
    }
    const Result<> done = finish(certificate->get(), m_certificate.get(), m_key.get(), extensions);
    if (!done)
        return fail(done.error());
    const openssl::BioStream stream(BIO_new(BIO_s_mem()));
    if (!stream || i2d_X509_bio(stream.get(), certificate->get()) != 1)
        return openssl::failure("writing a certificate");
    return takeText(stream.get());
}

} // namespace madoguchi
