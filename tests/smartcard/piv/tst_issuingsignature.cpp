// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/issuingsignature.h"
#include "smartcard/piv/pivsignature.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const char* const Pin = "739154";
constexpr int Tries = 5;
const QList<QByteArray> Messages{"first certificate", "second certificate", "list of revoked ones"};

std::shared_ptr<SimulatedPivCard> administratorsCard(const CardPersonality& personality,
                                                     CardKeyAlgorithm algorithm) {
    static const CertificateAuthority authority = expect(
        CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}}, CertificateValidity::years(10)));
    CardOrder order;
    order.subject = {u"試験市"_s, {}, u"管理 太郎"_s, u"S0002"_s};
    order.pin = Pin;
    order.puk = "73915428";
    order.pinTries = Tries;
    order.personality = personality;
    order.signatureAlgorithm = algorithm;
    return std::make_shared<SimulatedPivCard>(expect(makeCard(order, authority)));
}

QByteArray chuidOf(const std::shared_ptr<SimulatedPivCard>& card) {
    const QByteArray answer = (card->transmit(QByteArray::fromHex("00a4040009a0000003080000100000")),
                               card->transmit(QByteArray::fromHex("00cb3fff055c035fc10200")));
    return answer.sliced(2, quint8(answer[1])); // 53 L ...
}

IssuingSignatureRequest request(const std::shared_ptr<SimulatedPivCard>& card, const char* pin = Pin) {
    IssuingSignatureRequest request;
    request.chuid = chuidOf(card);
    request.cardCertificate = card->certificate(0x9E);
    request.certificate = card->certificate(0x9C);
    request.pin = SecretBytes::copyOf(pin);
    request.messages = Messages;
    return request;
}

} // namespace

class IssuingSignatureTest : public TestCase {
    Q_OBJECT

    static void cards() {
        QTest::addColumn<CardPersonality>("personality");
        QTest::addColumn<CardKeyAlgorithm>("algorithm");
        QTest::newRow("plain P-256") << CardPersonality::plain() << CardKeyAlgorithm::P256;
        QTest::newRow("plain P-384") << CardPersonality::plain() << CardKeyAlgorithm::P384;
        QTest::newRow("yubikey P-256") << CardPersonality::yubikey() << CardKeyAlgorithm::P256;
        QTest::newRow("yubikey P-384") << CardPersonality::yubikey() << CardKeyAlgorithm::P384;
    }

private Q_SLOTS:
    void eachMessageIsSignedRightAfterThePin_data() { cards(); }
    void eachMessageIsSignedRightAfterThePin() {
        QFETCH(CardPersonality, personality);
        QFETCH(CardKeyAlgorithm, algorithm);
        const auto card = administratorsCard(personality, algorithm);
        const auto wanted = request(card);
        CardInHand hand(card);
        const auto signatures = signWithIssuingKey(hand, wanted);
        QVERIFY2(signatures, signatures ? "" : qPrintable(toString(signatures.error())));
        QCOMPARE(signatures->pin.kind, PinOutcome::Kind::Accepted);
        QCOMPARE(signatures->signatures.size(), Messages.size());
        for (qsizetype i = 0; i < Messages.size(); ++i) {
            QVERIFY(verifySignature(card->certificate(0x9C), Messages[i], signatures->signatures[i]));
            QVERIFY(!verifySignature(card->certificate(0x9C), "another", signatures->signatures[i]));
        }
    }

    void aWrongPinCostsOneTryAndSignsNothing() {
        const auto card = administratorsCard(CardPersonality::plain(), CardKeyAlgorithm::P256);
        const auto wanted = request(card, "111111");
        CardInHand hand(card);
        const auto signatures = signWithIssuingKey(hand, wanted);
        QVERIFY(signatures);
        QCOMPARE(signatures->pin, (PinOutcome{PinOutcome::Kind::Wrong, Tries - 1}));
        QVERIFY(signatures->signatures.isEmpty());
        QCOMPARE(card->pinTriesLeft(), Tries - 1);
    }
    void theLastWrongPinBlocksTheCard() {
        const auto card = administratorsCard(CardPersonality::yubikey(), CardKeyAlgorithm::P256);
        const auto wanted = request(card, "111111");
        CardInHand hand(card);
        for (int i = 1; i < Tries; ++i)
            QCOMPARE(signWithIssuingKey(hand, wanted)->pin.kind, PinOutcome::Kind::Wrong);
        QCOMPARE(signWithIssuingKey(hand, wanted)->pin.kind, PinOutcome::Kind::Blocked);
    }

    void whatIsWrongBeforehandCostsNoTry_data() {
        QTest::addColumn<int>("flaw");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("PIN too short") << 0 << ErrorCode::PinMalformed;
        QTest::newRow("no messages") << 1 << ErrorCode::InputInvalid;
        QTest::newRow("another card") << 2 << ErrorCode::CardChanged;
        QTest::newRow("gate shut") << 3 << ErrorCode::CardRemoved;
        QTest::newRow("no certificate") << 4 << ErrorCode::CertificateMalformed;
        QTest::newRow("not the card's key") << 5 << ErrorCode::CardNotGenuine;
    }
    void whatIsWrongBeforehandCostsNoTry() {
        QFETCH(int, flaw);
        QFETCH(ErrorCode, code);
        const auto card = administratorsCard(CardPersonality::plain(), CardKeyAlgorithm::P256);
        auto wanted = request(card, flaw == 0 ? "1111" : "111111");
        if (flaw == 1)
            wanted.messages.clear();
        if (flaw == 2)
            wanted.chuid[10] = static_cast<char>(wanted.chuid[10] ^ 1);
        if (flaw == 3) {
            wanted.gate = std::make_shared<VerifyGate>();
            wanted.gate->shut();
        }
        if (flaw == 4)
            wanted.certificate.clear();
        if (flaw == 5)
            wanted.cardCertificate =
                administratorsCard(CardPersonality::plain(), CardKeyAlgorithm::P256)->certificate(0x9E);
        CardInHand hand(card);
        QCOMPARE(signWithIssuingKey(hand, wanted).error().code, code);
        QCOMPARE(card->pinTriesLeft(), Tries);
    }
    void aKeyThatIsNotTheCertificatesIsFound() {
        const auto card = administratorsCard(CardPersonality::plain(), CardKeyAlgorithm::P256);
        auto wanted = request(card);
        wanted.certificate = card->certificate(0x9A);
        CardInHand hand(card);
        QCOMPARE(signWithIssuingKey(hand, wanted).error().code, ErrorCode::CardNotGenuine);
    }

    void pulledAnywhereItSignsTheNextTime_data() { cards(); }
    void pulledAnywhereItSignsTheNextTime() {
        QFETCH(CardPersonality, personality);
        QFETCH(CardKeyAlgorithm, algorithm);
        const auto card = administratorsCard(personality, algorithm);
        const auto wanted = request(card);
        const int commands = [&] {
            CardInHand whole(card);
            [[maybe_unused]] const auto done = signWithIssuingKey(whole, wanted);
            return whole.commands();
        }();
        QVERIFY(commands >= 2 + 2 * Messages.size());
        for (int cut = 0; cut < commands; ++cut) {
            for (const bool swallowed : {false, true}) {
                CardInHand hand(card);
                hand.pullAfter(cut);
                if (swallowed)
                    hand.swallowLastAnswer();
                QCOMPARE(signWithIssuingKey(hand, wanted).error().code, ErrorCode::CardRemoved);
            }
            CardInHand again(card);
            QVERIFY2(signWithIssuingKey(again, wanted), qPrintable(QString::number(cut)));
            QCOMPARE(card->pinTriesLeft(), Tries);
        }
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::IssuingSignatureTest)
#include "tst_issuingsignature.moc"
