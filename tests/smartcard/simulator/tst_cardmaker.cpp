// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/bertlv.h"
#include "smartcard/simulator/cardmaker.h"
#include "tests/smartcard/simulator/practicecards.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using Store = std::unique_ptr<X509_STORE, openssl::Deleter<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, openssl::Deleter<X509_STORE_CTX_free>>;

openssl::X509Certificate parse(const QByteArray& der) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    return openssl::X509Certificate(d2i_X509(nullptr, &bytes, der.size()));
}

/// X509_V_OK, or OpenSSL's reason against the certificate.
int verdict(X509* certificate, X509* authority) {
    const Store store(X509_STORE_new());
    X509_STORE_add_cert(store.get(), authority);
    const StoreContext context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), certificate, nullptr);
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_X509_STRICT);
    X509_verify_cert(context.get());
    return X509_STORE_CTX_get_error(context.get());
}

/// Object identifiers, each with a space behind it.
QByteArray extendedUsages(X509* certificate) {
    using Usages = std::unique_ptr<EXTENDED_KEY_USAGE, openssl::Deleter<EXTENDED_KEY_USAGE_free>>;
    const Usages usages(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    QByteArray all;
    for (int i = 0; usages && i < sk_ASN1_OBJECT_num(usages.get()); ++i) {
        char text[64];
        OBJ_obj2txt(text, sizeof text, sk_ASN1_OBJECT_value(usages.get(), i), 1);
        all += QByteArray(text) + ' ';
    }
    return all;
}

QString subjectPart(X509* certificate, int attribute) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const int index = X509_NAME_get_index_by_NID(name, attribute, -1);
    if (index < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size);
    OPENSSL_free(utf8);
    return text;
}

} // namespace

class CardMakerTest : public TestCase {
    Q_OBJECT
public:
    CardMakerTest() : m_authority(testAuthority()) {}

private:
    CertificateAuthority m_authority;

private Q_SLOTS:
    void eachCertificateIsForItsOwnPurpose_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<uint>("usage");
        QTest::addColumn<QByteArray>("extended");
        QTest::newRow("9A") << 0x9A << uint(KU_DIGITAL_SIGNATURE) << QByteArray("1.3.6.1.5.5.7.3.2 ");
        QTest::newRow("9C") << 0x9C << uint(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) << QByteArray();
        QTest::newRow("9D") << 0x9D << uint(KU_KEY_AGREEMENT) << QByteArray();
        QTest::newRow("9E") << 0x9E << uint(KU_DIGITAL_SIGNATURE) << QByteArray("2.16.840.1.101.3.6.8 ");
    }
    void eachCertificateIsForItsOwnPurpose() {
        QFETCH(int, key);
        QFETCH(uint, usage);
        QFETCH(QByteArray, extended);
        const auto reference = static_cast<quint8>(key);
        const CardContent card = makeCard(testOrder(), m_authority).value();
        const openssl::X509Certificate certificate = parse(card.certificate(reference));
        QVERIFY(certificate);
        QCOMPARE(verdict(certificate.get(), m_authority.certificate()), X509_V_OK);
        QCOMPARE(X509_get_key_usage(certificate.get()), usage);
        QCOMPARE(extendedUsages(certificate.get()), extended);
        QCOMPARE(EVP_PKEY_eq(X509_get0_pubkey(certificate.get()), card.keys.at(reference).key()), 1);
    }

    void theSubjectIsTheOperatorInJapanese() {
        const CardContent card = makeCard(testOrder(), m_authority).value();
        const openssl::X509Certificate certificate = parse(card.certificate(0x9A));
        QCOMPARE(subjectPart(certificate.get(), NID_commonName), u"窓口 花子"_s);
        QCOMPARE(subjectPart(certificate.get(), NID_organizationName), u"試験市"_s);
        QCOMPARE(subjectPart(certificate.get(), NID_organizationalUnitName), u"市民課"_s);
        QCOMPARE(subjectPart(certificate.get(), NID_serialNumber), u"S0001"_s);
        QCOMPARE(subjectPart(certificate.get(), NID_countryName), u"JP"_s);
    }

    void expiredAndEarlyAndForeignCardsCanBeMade() {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        CardOrder order = testOrder();
        order.validity = {now.addYears(-2), now.addYears(-1)};
        const CardContent expired = makeCard(order, m_authority).value();
        QCOMPARE(verdict(parse(expired.certificate(0x9A)).get(), m_authority.certificate()),
                 X509_V_ERR_CERT_HAS_EXPIRED);
        order.validity = {now.addYears(1), now.addYears(2)};
        const CardContent early = makeCard(order, m_authority).value();
        QCOMPARE(verdict(parse(early.certificate(0x9A)).get(), m_authority.certificate()),
                 X509_V_ERR_CERT_NOT_YET_VALID);
        const CardContent foreign = makeCard(testOrder(), testAuthority()).value();
        QVERIFY(verdict(parse(foreign.certificate(0x9A)).get(), m_authority.certificate()) != X509_V_OK);
    }

    void noTwoCardsHaveTheSameIdentity() {
        const CardContent one = makeCard(testOrder(), m_authority).value();
        const CardContent two = makeCard(testOrder(), m_authority).value();
        QVERIFY(one.objects.at(pivtag::CardholderId) != two.objects.at(pivtag::CardholderId));
        QVERIFY(one.certificate(0x9E) != two.certificate(0x9E));
        const auto parts = simulator::decodeTlvs(one.objects.at(pivtag::CardholderId));
        QCOMPARE(simulator::findTlv(*parts, 0x34).value().size(), 16);
    }

    void aCardWithoutCardAuthenticationHasNoKeyForIt() {
        CardOrder order = testOrder();
        order.withCardAuthentication = false;
        const CardContent card = makeCard(order, m_authority).value();
        QVERIFY(!card.keys.contains(0x9E));
        QVERIFY(card.certificate(0x9E).isEmpty());
    }

    void impossibleOrdersAreRefused() {
        CardOrder order = testOrder();
        order.pin = "12345";
        QCOMPARE(makeCard(order, m_authority).error().code, ErrorCode::InputInvalid);
        order.pin = "abcdef";
        QCOMPARE(makeCard(order, m_authority).error().code, ErrorCode::InputInvalid);
        order = testOrder();
        order.pinTries = 16;
        QCOMPARE(makeCard(order, m_authority).error().code, ErrorCode::InputInvalid);
        order = testOrder();
        order.subject.commonName = QString(65, u'長');
        QCOMPARE(makeCard(order, m_authority).error().code, ErrorCode::InputInvalid);
    }

    void anAuthorityComesBackFromItsFolder() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"ca"_s);
        QVERIFY(m_authority.save(path));
        const auto loaded = CertificateAuthority::load(path);
        QVERIFY(loaded);
        const CardContent card = makeCard(testOrder(), *loaded).value();
        QCOMPARE(verdict(parse(card.certificate(0x9A)).get(), m_authority.certificate()), X509_V_OK);
        QCOMPARE(QFile(path + u"/ca-key.pem"_s).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(CertificateAuthority::load(folder.path()).error().code, ErrorCode::FileMissing);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::CardMakerTest)
#include "tst_cardmaker.moc"
