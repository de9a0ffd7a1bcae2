// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivadministrator.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivsignature.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/scriptedcard.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray FactoryValue = QByteArray::fromHex("010203040506070801020304050607080102030405060708");

PivManagementKey managementKey(PivManagementAlgorithm algorithm) {
    return {algorithm, SecretBytes::copyOf(FactoryValue.repeated(2).first(
                           static_cast<qsizetype>(PivManagementKey::keyBytes(algorithm))))};
}

// As it leaves the factory, but with a management key of any algorithm.
std::shared_ptr<SimulatedPivCard> blankCard(PivManagementAlgorithm algorithm,
                                            CardPersonality personality = CardPersonality::yubikey()) {
    CardContent content = blankCardContent(std::move(personality));
    content.managementKey = {*managementKeyAlgorithmOf(static_cast<quint8>(algorithm)),
                             managementKey(algorithm).value.view().toByteArray()};
    return std::make_shared<SimulatedPivCard>(std::move(content));
}

} // namespace

class PivAdministratorTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void provesTheKeyOfEveryAlgorithm_data() {
        QTest::addColumn<PivManagementAlgorithm>("algorithm");
        QTest::newRow("3DES") << PivManagementAlgorithm::TripleDes;
        QTest::newRow("AES-128") << PivManagementAlgorithm::Aes128;
        QTest::newRow("AES-192") << PivManagementAlgorithm::Aes192;
        QTest::newRow("AES-256") << PivManagementAlgorithm::Aes256;
    }
    void provesTheKeyOfEveryAlgorithm() {
        QFETCH(PivManagementAlgorithm, algorithm);
        CardPersonality personality = CardPersonality::yubikey();
        for (const bool tag80 : {false, true}) {
            personality.answersManagementWithTag80 = tag80;
            CardInHand card(blankCard(algorithm, personality));
            QVERIFY(PivApplet::select(card));
            QCOMPARE(PivAdministrator::managementAlgorithm(card).value(), std::optional(algorithm));
            QVERIFY(PivAdministrator::authenticate(card, managementKey(algorithm)));
        }
    }
    void aWrongKeyIsTold() {
        CardInHand card(blankCard(PivManagementAlgorithm::Aes192));
        QVERIFY(PivApplet::select(card));
        PivManagementKey wrong = managementKey(PivManagementAlgorithm::Aes192);
        wrong.value.data()[0] ^= 1;
        QCOMPARE(PivAdministrator::authenticate(card, wrong).error().code, ErrorCode::CardManagementKeyWrong);
        QCOMPARE(PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::TripleDes))
                     .error()
                     .code,
                 ErrorCode::CardManagementKeyWrong);
    }
    void aCardThatOnlySaysYesIsFound() {
        class SaysYes final : public CardTransaction {
            Result<SecretBytes> transmit(QByteArrayView command) override {
                const bool second = command.size() > 12;
                return SecretBytes::copyOf(
                    QByteArray::fromHex(second ? "7c12821000112233445566778899aabbccddeeff9000"
                                               : "7c12801000112233445566778899aabbccddeeff9000"));
            }
        } yes;
        QCOMPARE(
            PivAdministrator::authenticate(yes, managementKey(PivManagementAlgorithm::Aes128)).error().code,
            ErrorCode::CardNotGenuine);
    }
    void anAlgorithmThatNobodyKnowsIsNoGuess() {
        ScriptedCard card({{"00f7009b00", "0101ff 9000"}, {"00f7009b00", "6d00"}});
        QCOMPARE(PivAdministrator::managementAlgorithm(card).error().code, ErrorCode::CardProtocolError);
        QCOMPARE(PivAdministrator::managementAlgorithm(card).value(), std::nullopt);
    }

    void makesAKeyThatSigns_data() {
        QTest::addColumn<PivAlgorithm>("algorithm");
        QTest::addColumn<int>("size");
        QTest::newRow("P-256") << PivAlgorithm::EcP256 << 65;
        QTest::newRow("P-384") << PivAlgorithm::EcP384 << 97;
    }
    void makesAKeyThatSigns() {
        QFETCH(PivAlgorithm, algorithm);
        QFETCH(int, size);
        CardInHand card(blankCard(PivManagementAlgorithm::Aes192));
        auto piv = PivApplet::select(card);
        auto administrator =
            PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::Aes192));
        const auto point = administrator->generateKey(PivKey::CardAuthentication, algorithm);
        QVERIFY(point);
        QCOMPARE(point->size(), size);
        QVERIFY(piv->sign(PivKey::CardAuthentication, algorithm, QByteArray(digestSize(algorithm), 'd')));
        QCOMPARE(administrator->generateKey(PivKey::CardAuthentication, PivAlgorithm::Rsa2048).error().code,
                 ErrorCode::InputInvalid);
    }
    void writesWhatIsReadAgain() {
        CardInHand card(blankCard(PivManagementAlgorithm::Aes192));
        auto piv = PivApplet::select(card);
        auto administrator =
            PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::Aes192));
        const QByteArray certificate(900, 'c'); // chained
        QVERIFY(administrator->writeCertificate(PivKey::Authentication, certificate));
        QCOMPARE(piv->readCertificate(PivKey::Authentication).value(), certificate);
        QVERIFY(administrator->writeObject(PivObject::Chuid, "guid"));
        QCOMPARE(piv->readObject(PivObject::Chuid).value(), QByteArray("guid"));
        QVERIFY(administrator->writeObject(PivObject::Chuid, {}));
        QCOMPARE(piv->readObject(PivObject::Chuid).error().code, ErrorCode::CardObjectMissing);
    }
    void withoutTheKeyNothingIsWritten() {
        const auto blank = blankCard(PivManagementAlgorithm::Aes192);
        CardInHand card(blank);
        auto piv = PivApplet::select(card);
        auto administrator =
            PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::Aes192));
        blank->reset();
        QVERIFY(PivApplet::select(card));
        QCOMPARE(administrator->writeObject(PivObject::Chuid, "guid").error().code,
                 ErrorCode::CardCommandRefused);
    }

    void afterAChangeOnlyTheNewKeyWorks() {
        CardInHand card(blankCard(PivManagementAlgorithm::TripleDes));
        QVERIFY(PivApplet::select(card));
        auto administrator =
            PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::TripleDes));
        const PivManagementKey next{PivManagementAlgorithm::Aes256, SecretBytes::copyOf(QByteArray(32, 'k'))};
        QVERIFY(administrator->setManagementKey(next));
        QVERIFY(PivAdministrator::authenticate(card, next));
        QCOMPARE(PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::TripleDes))
                     .error()
                     .code,
                 ErrorCode::CardManagementKeyWrong);
    }
    void aCardThatCantChangeTheKeySaysSo() {
        CardInHand card(blankCard(PivManagementAlgorithm::TripleDes, CardPersonality::plain()));
        QVERIFY(PivApplet::select(card));
        QCOMPARE(PivAdministrator::managementAlgorithm(card).value(), std::nullopt);
        auto administrator =
            PivAdministrator::authenticate(card, managementKey(PivManagementAlgorithm::TripleDes));
        QCOMPARE(administrator->setManagementKey(managementKey(PivManagementAlgorithm::Aes192)).error().code,
                 ErrorCode::CardCommandRefused);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PivAdministratorTest)
#include "tst_pivadministrator.moc"
