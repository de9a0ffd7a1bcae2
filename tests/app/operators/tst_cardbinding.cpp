// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Certificates as cards of several countries and offices carry them, and those of two cards put into one.

#include "app/crypto/certificate.h"
#include "app/operators/cardbinding.h"
#include "smartcard/piv/pivcontent.h"
#include "smartcard/simulator/cardkey.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

#include <QUuid>

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Guid = QByteArray::fromHex("3f2504e04f8941d39a0c0305e82c3301");
const QByteArray OtherGuid = QByteArray::fromHex("aaaaaaaa4f8941d39a0c0305e82c3301");
// Agency 1234, as SEIWG-012 packs it; only the agency's digits matter here.
const QByteArray FascN = QByteArray::fromHex("d10c86da739ced39ce739d836858210842108421c84210c3eb");

struct Attribute {
    const char* name;
    const char* value;
};
using Subject = std::vector<Attribute>;
const Subject Hanako{{"O", "131000"}, {"CN", "I-0001"}, {"serialNumber", "op1"}};
const Subject Taro{{"O", "131000"}, {"CN", "I-0002"}, {"serialNumber", "op2"}};
const Subject CardOnly{{"O", "131000"}, {"CN", "I-0001"}};
const Subject OtherCardOnly{{"O", "131000"}, {"CN", "I-0002"}};
const Subject Office{{"O", "131000"}};
const Subject Nobody{};

/// What a certificate's alternative name says of its card; empty parts are left out.
struct CardNames {
    QByteArray guid;
    QByteArray fascN;
};

using AlternativeNames = std::unique_ptr<GENERAL_NAMES, openssl::Deleter<GENERAL_NAMES_free>>;

void add(GENERAL_NAMES* names, int type, void* value) {
    GENERAL_NAME* name = GENERAL_NAME_new();
    GENERAL_NAME_set0_value(name, type, value);
    sk_GENERAL_NAME_push(names, name);
}

AlternativeNames alternativeNames(const CardNames& card) {
    AlternativeNames names(GENERAL_NAMES_new());
    if (!card.guid.isEmpty()) {
        const QByteArray urn =
            "urn:uuid:" + QUuid::fromRfc4122(card.guid).toByteArray(QUuid::WithoutBraces).toUpper();
        ASN1_IA5STRING* uri = ASN1_IA5STRING_new();
        ASN1_STRING_set(uri, urn.constData(), static_cast<int>(urn.size()));
        add(names.get(), GEN_URI, uri);
    }
    if (!card.fascN.isEmpty()) {
        ASN1_OCTET_STRING* number = ASN1_OCTET_STRING_new();
        ASN1_STRING_set(number, card.fascN.constData(), static_cast<int>(card.fascN.size()));
        OTHERNAME* other = OTHERNAME_new();
        ASN1_OBJECT_free(other->type_id);
        other->type_id = OBJ_txt2obj("2.16.840.1.101.3.6.6", 1);
        ASN1_TYPE_set(other->value, V_ASN1_OCTET_STRING, number);
        add(names.get(), GEN_OTHERNAME, other);
    }
    return names;
}

/// Self-signed.
QByteArray certificate(const Subject& subject, const CardNames& names = {}) {
    const CardKey key = expect(CardKey::generate(CardKeyAlgorithm::P256));
    const openssl::X509Certificate made(X509_new());
    X509_NAME* name = X509_get_subject_name(made.get());
    for (const auto& [type, value] : subject)
        X509_NAME_add_entry_by_txt(name, type, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value),
                                   -1, -1, 0);
    X509_set_version(made.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
    X509_set_pubkey(made.get(), key.key());
    if (!names.guid.isEmpty() || !names.fascN.isEmpty())
        X509_add1_ext_i2d(made.get(), NID_subject_alt_name, alternativeNames(names).get(), 0, 0);
    X509_sign(made.get(), key.key(), EVP_sha256());
    QByteArray der(i2d_X509(made.get(), nullptr), Qt::Uninitialized);
    auto* to = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(made.get(), &to);
    return der;
}

QByteArray chuid(const QByteArray& guid, const QByteArray& fascN) {
    return QByteArray("\x30\x19", 2) + fascN + QByteArray("\x34\x10", 2) + guid;
}

struct Row {
    const char* name;
    QByteArray login;
    QByteArray vault; // 9D
    QByteArray card;  // 9E
    bool belongs;
};

} // namespace

class CardBindingTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatBelongsTogether_data() {
        QTest::addColumn<QByteArray>("login");
        QTest::addColumn<QByteArray>("vault");
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<bool>("belongs");
        const QByteArray hanako = certificate(Hanako);
        const QByteArray device = certificate({{"CN", "card"}}, {Guid, FascN});
        const Row rows[] = {
            {"one subject in all", hanako, certificate(Hanako), certificate(Hanako), true},
            {"9A alone", hanako, {}, {}, true},
            {"9E names the card's issue, as ours do", hanako, certificate(Hanako), certificate(CardOnly),
             true},
            {"9E names the card by GUID and FASC-N", hanako, certificate(Hanako), device, true},
            {"9E by the GUID alone", hanako, {}, certificate(Nobody, {Guid, {}}), true},
            {"9E by the FASC-N alone", hanako, {}, certificate(Nobody, {{}, FascN}), true},
            {"9D without a subject names the card", hanako, certificate(Nobody, {Guid, {}}), device, true},
            {"9D of a colleague", hanako, certificate(Taro), certificate(Hanako), false},
            {"9D of a colleague that names the card", hanako, certificate(Taro, {Guid, {}}), {}, false},
            {"9D without a subject", hanako, certificate(Nobody), {}, false},
            {"9A without a subject", certificate(Nobody), certificate(Hanako), {}, false},
            {"9E of a colleague", hanako, certificate(Hanako), certificate(Taro), false},
            {"9E of another issue", hanako, certificate(Hanako), certificate(OtherCardOnly), false},
            {"9E that names the office only", hanako, certificate(Hanako), certificate(Office), false},
            {"9E with the GUID of another card", hanako, {}, certificate(Nobody, {OtherGuid, {}}), false},
            {"9E without a name", hanako, {}, certificate(Nobody), false},
        };
        for (const Row& row : rows)
            QTest::newRow(row.name) << row.login << row.vault << row.card << row.belongs;
    }
    void whatBelongsTogether() {
        QFETCH(QByteArray, login);
        QFETCH(QByteArray, vault);
        QFETCH(QByteArray, card);
        QFETCH(bool, belongs);
        const Result<> checked = checkBelongTogether(chuid(Guid, FascN), {login, vault, card});
        QVERIFY2(checked.has_value() == belongs, checked ? "" : qPrintable(toString(checked.error())));
        if (!belongs)
            QCOMPARE(checked.error().code, ErrorCode::CardNotGenuine);
    }

    // All cards of agency 9999 have one FASC-N, and a card without a GUID has zeros.
    void whatManyCardsShareNamesNone() {
        const QByteArray shared = fascNOfOurCards();
        const QByteArray hanako = certificate(Hanako);
        const QByteArray zeros(16, '\0');
        for (const CardNames& names : {CardNames{{}, shared}, CardNames{zeros, {}}})
            QCOMPARE(checkBelongTogether(chuid(zeros, shared), {hanako, {}, certificate(Nobody, names)})
                         .error()
                         .code,
                     ErrorCode::CardNotGenuine);
    }

    void withoutAChuidOnlySubjectsTell() {
        const QByteArray hanako = certificate(Hanako);
        QVERIFY(checkBelongTogether({}, {hanako, certificate(Hanako), certificate(CardOnly)}));
        QVERIFY(!checkBelongTogether({}, {hanako, {}, certificate(Nobody, {Guid, {}})}));
        QVERIFY(!checkBelongTogether("\x34\x10 cut off", {hanako, {}, certificate(Nobody, {Guid, {}})}));
    }

    void whatIsNoCertificateIsSaid() {
        QCOMPARE(checkBelongTogether({}, {"no certificate", {}, {}}).error().code,
                 ErrorCode::CertificateMalformed);
        QCOMPARE(checkBelongTogether({}, {certificate(Hanako), "no certificate", {}}).error().code,
                 ErrorCode::CertificateMalformed);
    }

private:
    static QByteArray fascNOfOurCards() { return chuidContent(Guid, QDate(2029, 11, 20)).mid(2, 25); }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::CardBindingTest)
#include "tst_cardbinding.moc"
