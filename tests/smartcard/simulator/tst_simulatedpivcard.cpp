// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/bertlv.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/smartcard/simulator/practicecards.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <openssl/ec.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const unsigned char* data(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

openssl::Key publicKeyOf(const QByteArray& certificate) {
    const unsigned char* der = data(certificate);
    const openssl::X509Certificate parsed(d2i_X509(nullptr, &der, certificate.size()));
    return openssl::Key(parsed ? X509_get_pubkey(parsed.get()) : nullptr);
}

bool isSigned(EVP_PKEY* key, const QByteArray& hash, const QByteArray& signature) {
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return EVP_PKEY_verify_init(context.get()) == 1 &&
           EVP_PKEY_verify(context.get(), data(signature), static_cast<std::size_t>(signature.size()),
                           data(hash), static_cast<std::size_t>(hash.size())) == 1;
}

QByteArray hexByte(qsizetype number) {
    return QByteArray::number(number, 16).rightJustified(2, '0');
}

/// GENERAL AUTHENTICATE in one short command.
QByteArray authenticate(const QByteArray& algorithmAndKey, quint32 tag, const QByteArray& value) {
    const QByteArray body =
        simulator::encodeTlv(0x7C, simulator::encodeTlv(0x82, {}) + simulator::encodeTlv(tag, value));
    return "0087" + algorithmAndKey + hexByte(body.size()) + body.toHex() + "00";
}

/// What is in tag 82 of the answer.
QByteArray answerOf(const QByteArray& response) {
    const auto outer = simulator::decodeTlvs(response);
    const auto inner =
        outer ? simulator::decodeTlvs(simulator::findTlv(*outer, 0x7C).value_or("?")) : std::nullopt;
    return inner ? simulator::findTlv(*inner, 0x82).value_or(QByteArray()) : QByteArray();
}

} // namespace

class SimulatedPivCardTest : public TestCase {
    Q_OBJECT
public:
    SimulatedPivCardTest() : m_authority(testAuthority()) {}

private:
    CertificateAuthority m_authority;

    std::shared_ptr<SimulatedPivCard> card(const CardOrder& order = testOrder(), const QString& path = {}) {
        return std::make_shared<SimulatedPivCard>(makeCard(order, m_authority).value(), path);
    }

private Q_SLOTS:
    void selectsByAnyFormOfTheName_data() {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("with version") << QByteArray("00A404000BA000000308000010000100") << QByteArray("9000");
        QTest::newRow("without") << QByteArray("00A4040009A0000003080000100000") << QByteArray("9000");
        QTest::newRow("another version")
            << QByteArray("00A404000BA000000308000010000200") << QByteArray("9000");
        QTest::newRow("cut") << QByteArray("00A4040005A000000308") << QByteArray("9000");
        QTest::newRow("another application") << QByteArray("00A4040006A00000030802") << QByteArray("6A82");
        QTest::newRow("by file") << QByteArray("00A40000023F00") << QByteArray("6A86");
    }
    void selectsByAnyFormOfTheName() {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, status);
        QCOMPARE(Host(card()).send(command).right(4), status);
    }

    void longObjectsComeInPieces() {
        const auto piv = card();
        Host host(piv);
        host.select();
        const QByteArray first = host.send("00CB3FFF055C035FC10500");
        QCOMPARE(first.size(), 2 * 258);
        QVERIFY(first.right(4).startsWith("61"));
        const QByteArray object = host.fetch("00CB3FFF055C035FC10500");
        const auto outer = simulator::decodeTlvs(object);
        QVERIFY(outer);
        const auto inner = simulator::decodeTlvs(simulator::findTlv(*outer, 0x53).value());
        QCOMPARE(simulator::findTlv(*inner, 0x70).value(), piv->certificate(0x9A));
        QCOMPARE(host.send("00CB3FFF0000055C035FC1050000"), object.toHex().toUpper() + "9000"); // extended
        QCOMPARE(host.send("00CB3FFF055C035FC10D00"), QByteArray("6A82"));
    }

    void theDiscoveryObjectNamesThePivPinOnly() {
        Host host(card());
        QCOMPARE(host.send("00CB3FFF035C017E00"), QByteArray("7E124F0BA0000003080000100001005F2F0240009000"));
        QCOMPARE(host.send("00200000"), QByteArray("6A88"));
    }

    void everyWrongPinCostsATryAndTheRightOneGivesThemBack() {
        Host host(card());
        QCOMPARE(host.tries(), QByteArray("63C5"));
        QCOMPARE(host.verify("000000"), QByteArray("63C4"));
        QCOMPARE(host.verify("000000"), QByteArray("63C3"));
        QCOMPARE(host.tries(), QByteArray("63C3"));
        QCOMPARE(host.verify(TestPin), QByteArray("9000"));
        QCOMPARE(host.tries(), QByteArray("9000"));
        QCOMPARE(host.send("0020FF80"), QByteArray("9000"));
        QCOMPARE(host.tries(), QByteArray("63C5"));
    }

    void aMalformedPinCostsOneTryOnSomeCards() {
        CardOrder order = testOrder();
        Host kind(card(order));
        QCOMPARE(kind.send("0020008004 31323334"), QByteArray("6A80"));
        QCOMPARE(kind.verify("12345a"), QByteArray("6A80"));
        QCOMPARE(kind.tries(), QByteArray("63C5"));
        order.personality.malformedPinCostsTry = true;
        QCOMPARE(Host(card(order)).send("0020008004 31323334"), QByteArray("63C4"));
    }

    void theLastWrongTryIsToldInTwoWays_data() {
        QTest::addColumn<bool>("blocks");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("63C0") << false << QByteArray("63C0");
        QTest::newRow("6983") << true << QByteArray("6983");
    }
    void theLastWrongTryIsToldInTwoWays() {
        QFETCH(bool, blocks);
        QFETCH(QByteArray, answer);
        CardOrder order = testOrder();
        order.pinTries = 3;
        order.personality.blocksOnLastWrongTry = blocks;
        Host host(card(order));
        host.verify("000000");
        QCOMPARE(host.verify("000000"), QByteArray("63C1"));
        QCOMPARE(host.verify("000000"), answer);
        QCOMPARE(host.verify(TestPin), QByteArray("6983"));
        QCOMPARE(host.tries(), QByteArray("6983"));
    }

    void thePukOpensABlockedCard() {
        const auto piv = card();
        Host host(piv);
        for (int i = 0; i < 5; ++i)
            host.verify("000000");
        QCOMPARE(host.unblock("00000000", "424242"), QByteArray("63C4"));
        QCOMPARE(host.unblock(TestPuk, "424242"), QByteArray("9000"));
        QCOMPARE(host.tries(), QByteArray("63C5"));
        QCOMPARE(piv->pin(), QByteArray("424242"));
        QCOMPARE(piv->pukTriesLeft(), 5);
        QCOMPARE(host.verify("424242"), QByteArray("9000"));
    }

    void changingThePinNeedsTheOldOneAndAProperNewOne() {
        Host host(card());
        QCOMPARE(host.change(TestPin, "12"), QByteArray("6A80"));
        QCOMPARE(host.change("000000", "424242"), QByteArray("63C4"));
        QCOMPARE(host.change(TestPin, "424242"), QByteArray("9000"));
        QCOMPARE(host.verify(TestPin), QByteArray("63C4"));
        QCOMPARE(host.verify("424242"), QByteArray("9000"));
    }

    void theTryIsOnDiskBeforeTheAnswer() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"card.json"_s);
        Host(card(testOrder(), path)).verify("000000");
        Host again(SimulatedPivCard::load(path).value());
        QCOMPARE(again.tries(), QByteArray("63C4"));
        QCOMPARE(again.change(TestPin, "424242"), QByteArray("9000"));
        QCOMPARE(SimulatedPivCard::load(path).value()->pin(), QByteArray("424242"));
    }

    void aCardThatCannotRememberATryDoesNotCompare() {
        const auto piv = card(testOrder(), u"/nowhere/card.json"_s);
        QCOMPARE(Host(piv).verify(TestPin), QByteArray("6581"));
        QVERIFY(!piv->isPinVerified());
    }

    void signsWithEachAlgorithm_data() {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("P-256") << 0x11;
        QTest::newRow("P-384") << 0x14;
    }
    void signsWithEachAlgorithm() {
        QFETCH(int, algorithm);
        CardOrder order = testOrder();
        order.authenticationAlgorithm = static_cast<CardKeyAlgorithm>(algorithm);
        const auto piv = card(order);
        Host host(piv);
        const QByteArray hash(algorithm == 0x11 ? 32 : 48, 'h');
        const QByteArray command = authenticate(hexByte(algorithm) + "9A", 0x81, hash);
        QCOMPARE(host.send(command), QByteArray("6982"));
        host.verify(TestPin);
        const QByteArray signature = answerOf(host.fetch(command));
        QVERIFY(isSigned(publicKeyOf(piv->certificate(0x9A)).get(), hash, signature));
        QCOMPARE(host.send(authenticate("079A", 0x81, hash)), QByteArray("6A86")); // not the key's algorithm
        QCOMPARE(host.send(authenticate(hexByte(algorithm) + "82", 0x81, hash)), QByteArray("6A88"));
    }

    void rsaBlocksComeAndGoInPieces() {
        CardOrder order = testOrder();
        order.authenticationAlgorithm = CardKeyAlgorithm::Rsa2048;
        const auto piv = card(order);
        Host host(piv);
        host.verify(TestPin);
        const QByteArray block =
            QByteArray::fromHex("0001").leftJustified(205, char(0xFF)) + '\0' + QByteArray(50, 'd');
        const QByteArray body =
            simulator::encodeTlv(0x7C, simulator::encodeTlv(0x82, {}) + simulator::encodeTlv(0x81, block));
        QCOMPARE(host.send("1087079AFF" + body.first(255).toHex()), QByteArray("9000"));
        const QByteArray rest = body.sliced(255);
        const QByteArray signature =
            answerOf(host.fetch("0087079A" + hexByte(rest.size()) + rest.toHex() + "00"));
        const openssl::Key key = publicKeyOf(piv->certificate(0x9A));
        const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
        EVP_PKEY_encrypt_init(context.get());
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING);
        QByteArray opened(256, '\0');
        std::size_t size = 256;
        QCOMPARE(signature.size(), 256);
        QCOMPARE(EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char*>(opened.data()), &size,
                                  data(signature), 256),
                 1);
        QCOMPARE(opened, block);
    }

    void aChainThatIsBrokenIsRefused() {
        Host host(card());
        QCOMPARE(host.send("1087079A02AABB"), QByteArray("9000"));
        QCOMPARE(host.tries(), QByteArray("6883"));
        QCOMPARE(host.tries(), QByteArray("63C5"));
    }

    void theSignatureKeyWantsThePinEachTime() {
        Host host(card());
        const QByteArray sign = authenticate("119C", 0x81, QByteArray(32, 'h'));
        host.verify(TestPin);
        QCOMPARE(host.send(sign).right(4), QByteArray("9000"));
        QCOMPARE(host.send(sign), QByteArray("6982"));
        host.verify(TestPin);
        QCOMPARE(host.tries(), QByteArray("9000")); // even a status query comes between
        QCOMPARE(host.send(sign), QByteArray("6982"));
    }

    void theCardAuthenticationKeyWantsNoPin() {
        const auto piv = card();
        const QByteArray hash(32, 'h');
        const QByteArray signature = answerOf(Host(piv).fetch(authenticate("119E", 0x81, hash)));
        QVERIFY(isSigned(publicKeyOf(piv->certificate(0x9E)).get(), hash, signature));
    }

    void agreesOnASecretWithThePointOfAnotherKey() {
        const auto piv = card();
        Host host(piv);
        host.verify(TestPin);
        const CardKey other = CardKey::generate(CardKeyAlgorithm::P256).value();
        const QByteArray point = other.publicKeyTemplate().value().sliced(2);
        const QByteArray secret = answerOf(host.fetch(authenticate("119D", 0x85, point)));
        const openssl::Key cardKey = publicKeyOf(piv->certificate(0x9D));
        unsigned char* cardPoint = nullptr;
        const std::size_t size = EVP_PKEY_get1_encoded_public_key(cardKey.get(), &cardPoint);
        const QByteArray expected =
            other.agree(QByteArrayView(cardPoint, static_cast<qsizetype>(size))).value();
        OPENSSL_free(cardPoint);
        QCOMPARE(secret, expected);
    }

    void aPointOffTheCurveIsRefusedOrEchoed() {
        const QByteArray bad = char(4) + QByteArray(32, 'x') + QByteArray(32, 'y');
        CardOrder order = testOrder();
        Host careful(card(order));
        careful.verify(TestPin);
        QCOMPARE(careful.send(authenticate("119D", 0x85, bad)), QByteArray("6A80"));
        order.personality.echoesInvalidPoint = true;
        Host careless(card(order));
        careless.verify(TestPin);
        QCOMPARE(answerOf(careless.fetch(authenticate("119D", 0x85, bad))), QByteArray(32, 'x'));
    }

    void selectingAgainKeepsOrDropsTheLogin() {
        Host keeps(card());
        keeps.verify(TestPin);
        QCOMPARE(keeps.select(), QByteArray("9000"));
        QCOMPARE(keeps.tries(), QByteArray("9000"));
        QCOMPARE(keeps.send("00A4040008A000000151000000").right(4),
                 QByteArray("9000")); // another application
        QCOMPARE(keeps.tries(), QByteArray("6D00"));
        keeps.select();
        QCOMPARE(keeps.tries(), QByteArray("63C5"));
        CardOrder order = testOrder();
        order.personality = CardPersonality::yubikey();
        Host drops(card(order));
        QCOMPARE(drops.tries(), QByteArray("6986"));
        drops.select();
        QCOMPARE(drops.verify(TestPin), QByteArray("9000"));
        drops.select();
        QCOMPARE(drops.tries(), QByteArray("63C3"));
    }

    void aResetForgetsTheLogin() {
        const auto piv = card();
        Host host(piv);
        host.verify(TestPin);
        QVERIFY(piv->isPinVerified());
        piv->reset();
        QCOMPARE(host.tries(), QByteArray("63C5"));
    }

    void writingNeedsTheManagementKey_data() {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("3DES") << 0x03;
        QTest::newRow("AES-128") << 0x08;
        QTest::newRow("AES-192") << 0x0A;
        QTest::newRow("AES-256") << 0x0C;
    }
    void writingNeedsTheManagementKey() {
        QFETCH(int, algorithm);
        CardContent content = makeCard(testOrder(), m_authority).value();
        const auto kind = static_cast<ManagementKeyAlgorithm>(algorithm);
        content.managementKey = {kind, QByteArray(managementKeySize(kind), 'k')};
        const ManagementKey key = content.managementKey;
        Host host(std::make_shared<SimulatedPivCard>(std::move(content)));
        const QByteArray write = "00DB3FFF095C035FC10D5302AABB";
        QCOMPARE(host.send(write), QByteArray("6982"));

        const QByteArray command = "0087" + hexByte(algorithm) + "9B";
        const qsizetype block = managementKeyBlock(kind);
        const QByteArray hidden = host.fetch(command + "047C02800000").sliced(4);
        const QByteArray challenge(block, 'c');
        const QByteArray proof =
            simulator::encodeTlv(0x7C, simulator::encodeTlv(0x80, key.decrypt(hidden).value()) +
                                           simulator::encodeTlv(0x81, challenge));
        const QByteArray answer = host.fetch(command + hexByte(proof.size()) + proof.toHex() + "00");
        QCOMPARE(answerOf(answer), key.encrypt(challenge).value());

        QCOMPARE(host.send(write), QByteArray("9000"));
        QCOMPARE(host.send("00CB3FFF055C035FC10D00"), QByteArray("5302AABB9000"));
        QCOMPARE(host.send("00DB3FFF075C035FC10D5300"), QByteArray("9000"));
        QCOMPARE(host.send("00CB3FFF055C035FC10D00"), QByteArray("6A82"));
        const QByteArray made = host.fetch("0047008205AC0380011100");
        QCOMPARE(made.first(5).toHex(), QByteArray("7f49438641"));
    }

    void aWrongManagementKeyOpensNothing() {
        Host host(card());
        const QByteArray challenge = host.fetch("0087039B047C02810000");
        QCOMPARE(challenge.size(), 12);
        QCOMPARE(host.send("0087039B0C7C0A82080011223344556677"), QByteArray("6982"));
        QCOMPARE(host.send("0087039B0C7C0A82080011223344556677"), QByteArray("6A80")); // no challenge is open
        QCOMPARE(host.send("0047008205AC0380011100"), QByteArray("6982"));
    }

    void whatItDoesNotKnowItSaysSo() {
        Host host(card());
        QCOMPARE(host.send("00F80000"), QByteArray("6D00"));
        QCOMPARE(host.send("80200080"), QByteArray("6E00"));
        QCOMPARE(host.send("0C200080"), QByteArray("6882"));
        QCOMPARE(host.send("002000"), QByteArray("6700"));
        QCOMPARE(host.send("0087119A03AABBCC"), QByteArray("6A80"));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::SimulatedPivCardTest)
#include "tst_simulatedpivcard.moc"
