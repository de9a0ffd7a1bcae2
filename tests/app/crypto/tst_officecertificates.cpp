// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Root, issuing key, cards' certificates and revocation lists of an office's own authority, judged by our
// reader and by the openssl program.

#include "app/crypto/certificateverifier.h"
#include "app/crypto/revocationlist.h"
#include "app/crypto/rootkey.h"
#include "app/crypto/unsignedcertificate.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QDateTime Now(QDate(2026, 11, 21), QTime(9, 0), QTimeZone::utc());

// A key that could be on a card: it signs, but nobody sees it.
struct Key {
    openssl::Key secret;
    PublicKey shown;

    explicit Key(const char* curve) : secret(EVP_EC_gen(curve)), shown(half(secret.get())) {}
    static openssl::Key half(EVP_PKEY* key) {
        unsigned char* der = nullptr;
        const int size = i2d_PUBKEY(key, &der);
        const unsigned char* next = der;
        openssl::Key shown(d2i_PUBKEY(nullptr, &next, size));
        OPENSSL_free(der);
        return shown;
    }
    QByteArray sign(const QByteArray& message, const EVP_MD* hash = EVP_sha256()) const {
        const openssl::DigestContext context(EVP_MD_CTX_new());
        std::size_t size = 256;
        QByteArray signature(256, '\0');
        EVP_DigestSignInit(context.get(), nullptr, hash, nullptr, secret.get());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(message.constData()),
                       static_cast<std::size_t>(message.size()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    }
};

QByteArray pem(const Certificate& certificate) {
    return "-----BEGIN CERTIFICATE-----\n" + certificate.der().toBase64() + "\n-----END CERTIFICATE-----\n";
}

} // namespace

class OfficeCertificatesTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<RootKey> m_rootKey;
    std::optional<Certificate> m_root;
    Key m_issuingKey{"prime256v1"};
    std::optional<Certificate> m_issuing;

    static CertificateOrder order(CertificateKind kind, const PublicKey& key, const QString& name) {
        return {.kind = kind,
                .key = key,
                .office = u"990019"_s,
                .commonName = name,
                .operatorId = kind == CertificateKind::Root ? QString() : u"op01"_s,
                .notBefore = Now.addDays(-1),
                .notAfter = Now.addYears(3)};
    }
    Certificate card(CertificateKind kind, const Key& key) const {
        const auto unsignedOne =
            UnsignedCertificate::issuedBy(*m_issuing, order(kind, key.shown, u"operator card"_s));
        const auto made = unsignedOne->withSignature(m_issuingKey.sign(unsignedOne->toBeSigned()));
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }
    RevocationList revoking(const QList<RevokedCertificate>& revoked, qint64 number = 7) const {
        const auto list = UnsignedRevocationList::make(
            *m_issuing,
            {.number = number, .thisUpdate = Now, .nextUpdate = Now.addDays(7), .revoked = revoked});
        const auto made = list->withSignature(m_issuingKey.sign(list->toBeSigned()));
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }
    QString file(const QString& name, const QByteArray& content) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(name));
        return file.fileName();
    }
    // What the openssl program says about a card's certificate.
    QByteArray opensslSays(const Certificate& certificate, const RevocationList& list) const {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(u"openssl"_s, {u"verify"_s, u"-x509_strict"_s, u"-crl_check"_s, u"-attime"_s,
                                     QString::number(Now.addSecs(60).toSecsSinceEpoch()), u"-CAfile"_s,
                                     file(u"root.pem"_s, pem(*m_root)), u"-untrusted"_s,
                                     file(u"issuing.pem"_s, pem(*m_issuing)), u"-CRLfile"_s,
                                     file(u"list.pem"_s, list.pem()), file(u"card.pem"_s, pem(certificate))});
        openssl.waitForFinished();
        return openssl.readAll();
    }
    static QByteArray serialOf(const Certificate& certificate) {
        const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate.handle());
        return {reinterpret_cast<const char*>(serial->data), serial->length};
    }

private Q_SLOTS:
    void initTestCase() {
        auto root = RootKey::make();
        QVERIFY(root);
        m_rootKey.emplace(std::move(*root));
        const auto self = UnsignedCertificate::selfSigned(
            order(CertificateKind::Root, m_rootKey->publicKey(), u"office root"_s));
        QVERIFY(self);
        const auto rootCertificate = self->withSignature(*m_rootKey->sign(self->toBeSigned()));
        QVERIFY(rootCertificate);
        m_root = *rootCertificate;
        const auto issuing = UnsignedCertificate::issuedBy(
            *m_root, order(CertificateKind::Issuing, m_issuingKey.shown, u"issuing key 1"_s));
        QVERIFY(issuing);
        const auto issuingCertificate = issuing->withSignature(*m_rootKey->sign(issuing->toBeSigned()));
        QVERIFY(issuingCertificate);
        m_issuing = *issuingCertificate;
    }

    void aStrangerAcceptsEachCertificate_data() {
        QTest::addColumn<CertificateKind>("kind");
        QTest::newRow("login") << CertificateKind::Login;
        QTest::newRow("signature") << CertificateKind::Signature;
        QTest::newRow("vault key") << CertificateKind::VaultKey;
        QTest::newRow("card") << CertificateKind::CardGenuine;
    }
    void aStrangerAcceptsEachCertificate() {
        QFETCH(CertificateKind, kind);
        const Certificate certificate = card(kind, Key("prime256v1"));
        QVERIFY(opensslSays(certificate, revoking({})).endsWith("card.pem: OK\n"));
    }
    void aStrangerRefusesARevokedCertificate() {
        const Certificate certificate = card(CertificateKind::Login, Key("prime256v1"));
        const RevocationList list = revoking({{serialOf(certificate), Now, RevocationReason::KeyCompromise}});
        QVERIFY(opensslSays(certificate, list).contains("certificate revoked"));
    }

    void ourVerifierAcceptsTheCardByTheRoot() {
        const Certificate certificate = card(CertificateKind::Login, Key("prime256v1"));
        const auto verifier = CertificateVerifier::fromPem(pem(*m_root));
        QVERIFY(verifier->verify(certificate, CertificateUse::Signature, Now, {*m_issuing}));
    }
    void aCardsCertificateCantIssueAnother() {
        const Certificate certificate = card(CertificateKind::Signature, Key("prime256v1"));
        const auto made = UnsignedCertificate::issuedBy(
            certificate, order(CertificateKind::Login, Key("prime256v1").shown, u"x"_s));
        QCOMPARE(made.error().code, ErrorCode::CertificateKeyUnsuitable);
        const auto list = UnsignedRevocationList::make(
            certificate, {.number = 1, .thisUpdate = Now, .nextUpdate = Now.addDays(1), .revoked = {}});
        QCOMPARE(list.error().code, ErrorCode::CertificateKeyUnsuitable);
    }
    void aSignatureByAnotherKeyIsRefused() {
        const auto made = UnsignedCertificate::issuedBy(
            *m_issuing, order(CertificateKind::Login, Key("prime256v1").shown, u"x"_s));
        const auto joined = made->withSignature(Key("prime256v1").sign(made->toBeSigned()));
        QCOMPARE(joined.error().code, ErrorCode::SignatureWrong);
    }
    // OpenSSL reads it, and would write it otherwise: one certificate with two fingerprints.
    void aCertificateThatIsNotInDerIsRefused() {
        QByteArray der = m_issuing->der();
        QVERIFY(der.startsWith(QByteArray::fromHex("3082")));
        der.replace(1, 1, QByteArray::fromHex("8300")); // the length in one byte more than it needs
        QCOMPARE(Certificate::fromDer(der).error().code, ErrorCode::CertificateMalformed);
    }
    void anImpossibleNameIsRefused() {
        const auto made = UnsignedCertificate::issuedBy(
            *m_issuing, order(CertificateKind::Login, Key("prime256v1").shown, QString(65, u'x')));
        QCOMPARE(made.error().code, ErrorCode::InputInvalid);
    }
    void serialNumbersDiffer() {
        QCOMPARE_NE(serialOf(card(CertificateKind::Login, Key("prime256v1"))),
                    serialOf(card(CertificateKind::Login, Key("prime256v1"))));
    }

    void aListSaysGoodRevokedAndUnknown() {
        const Certificate good = card(CertificateKind::Login, Key("prime256v1"));
        const Certificate lost = card(CertificateKind::Login, Key("prime256v1"));
        const RevocationList list = revoking({{serialOf(lost), Now, RevocationReason::KeyCompromise}});
        QCOMPARE(list.number(), 7);
        QCOMPARE(list.answerFor(good, Now), RevocationAnswer::Good);
        QCOMPARE(list.answerFor(lost, Now), RevocationAnswer::Revoked);
        QCOMPARE(list.answerFor(good, Now.addDays(8)), RevocationAnswer::Unknown);
        QCOMPARE(list.answerFor(lost, Now.addDays(8)), RevocationAnswer::Revoked);
        QCOMPARE(list.answerFor(*m_issuing, Now), RevocationAnswer::Unknown); // the root's
    }
    void aListIsReadAgainAsItWasWritten() {
        const QList<RevokedCertificate> revoked{
            {QByteArray::fromHex("41000000000000000000000000000000"), Now, RevocationReason::KeyCompromise},
            {QByteArray::fromHex("42000000000000000000000000000001"), Now.addSecs(-60),
             RevocationReason::Unspecified}};
        for (const QByteArray& bytes : {revoking(revoked).der(), revoking(revoked).pem()}) {
            const auto read = RevocationList::read(bytes, *m_issuing);
            QVERIFY(read);
            QCOMPARE(read->revoked(), revoked);
            QCOMPARE(read->nextUpdate(), Now.addDays(7));
        }
    }
    void aListOfAnotherAuthorityIsRefused() {
        QCOMPARE(RevocationList::read(revoking({}).der(), *m_root).error().code, ErrorCode::SignatureWrong);
    }
    void oneChangedByteOfAListIsFound() {
        const QByteArray der =
            revoking({{QByteArray::fromHex("4100000000000000000000000000ab01"), Now}}).der();
        for (qsizetype at = 0; at < der.size(); ++at) {
            QByteArray changed = der;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            const auto read = RevocationList::read(changed, *m_issuing);
            QVERIFY2(!read, QByteArray::number(at));
        }
    }

    void theRootsKeyOpensWithItsPassphraseOnly() {
        const SecretBytes passphrase = SecretBytes::copyOf("four words in a safe");
        const auto sealed = m_rootKey->sealed(passphrase);
        QVERIFY(sealed);
        QVERIFY(sealed->startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        const auto opened = RootKey::open(*sealed, passphrase);
        QVERIFY(opened);
        QCOMPARE(opened->publicKey().spki(), m_rootKey->publicKey().spki());
        QCOMPARE(RootKey::open(*sealed, SecretBytes::copyOf("four words in a save")).error().code,
                 ErrorCode::PassphraseWrong);
        QCOMPARE(RootKey::open("-----BEGIN", passphrase).error().code, ErrorCode::FileMalformed);
        QCOMPARE(m_rootKey->sealed(SecretBytes::copyOf("short")).error().code, ErrorCode::InputInvalid);
    }
    // so that the office is not bound to this program
    void theOpensslProgramOpensTheRootsKey() {
        const QString path =
            file(u"root-key.pem"_s, *m_rootKey->sealed(SecretBytes::copyOf("four words in a safe")));
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(u"openssl"_s, {u"pkey"_s, u"-in"_s, path, u"-passin"_s, u"pass:four words in a safe"_s,
                                     u"-noout"_s, u"-text_pub"_s});
        QVERIFY(openssl.waitForFinished());
        QVERIFY(openssl.readAll().contains("NIST CURVE: P-384"));
        openssl.start(u"openssl"_s, {u"asn1parse"_s, u"-in"_s, path});
        QVERIFY(openssl.waitForFinished());
        const QByteArray sealing = openssl.readAll();
        QVERIFY2(sealing.contains(":PBES2") && sealing.contains(":scrypt"), sealing);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::OfficeCertificatesTest)
#include "tst_officecertificates.moc"
