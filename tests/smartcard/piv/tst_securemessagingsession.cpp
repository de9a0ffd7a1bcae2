// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/securemessagingsession.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// The expected bytes here were computed by hand with Python's hashlib and its AES, from the text of SP
// 800-73-4 part 2, clause 4, for this secret and these parties.
SecretBytes secret() {
    SecretBytes bytes;
    for (unsigned char byte = 0; byte < 32; ++byte)
        bytes.append(byte);
    return bytes;
}

SecureMessagingParties parties() {
    return {.hostId = QByteArray::fromHex("a1a2a3a4a5a6a7a8"),
            .hostPoint =
                QByteArray::fromHex("046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                                    "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
            .cardId = QByteArray::fromHex("c1c2c3c4c5c6c7c8"),
            .nonce = QByteArray::fromHex("d0d1d2d3d4d5d6d7d8d9dadbdcdddedf")};
}

SecureMessagingKeys keys() {
    return expect(deriveSecureMessagingKeys(secret(), parties()));
}

QByteArray hex(const SecretBytes& bytes) {
    return bytes.view().toByteArray().toHex();
}

QByteArray sent(const Result<CommandApdu>& command) {
    return command ? hex(CommandEncoder(*command).piece(0)) : toString(command.error()).toUtf8();
}

ResponseApdu answer(const QByteArray& bytesInHex) {
    return expect(ResponseApdu::parse(SecretBytes::copyOf(QByteArray::fromHex(bytesInHex))));
}

CommandApdu verify(const char* data) {
    return CommandApdu::verify(0x80, SecretBytes::copyOf(data));
}

const QByteArray Verify = "0c2000801d8711014afadb59fa7d19065150f3c0c57779e28e083001fe4eec1ca64c00";
const QByteArray FourTriesLeft = "990263c48e08d1eda09bcf54f2fd9000";
const QByteArray Status = "0c2000800a8e0823a99aee000e2a5a00";
const QByteArray Verified = "990290008e089f4f01be6dae25e09000";
const QByteArray GetData = "0ccb3fff20871101494cda1aea8b35e845a684d1cf9f6b429701008e08418bae4e2d55942500";
const QByteArray Data =
    "8721012ca818bdc542d1961587016be2abf1a76f3ac21eeddd4af3650fcbdb4a1ee442990290008e0876e8c9fc476cdf719000";
const QByteArray Change =
    "0c2400802d8721013c625f12dc83e3b09b0ebae551dd4094f42f9f8880c7cb616e3046ce4d3b75a88e088cd15ebac740286d00";
const QByteArray Changed = "990290008e086dcded5a1ba6d3a29000";

/// An answer to the first command, with whatever fields, under a MAC that is right.
QByteArray underRightMac(const QByteArray& fields) {
    const SecretBytes mac =
        expect(aesCmac(keys().responseMac, {QByteArray(16, '\0'), QByteArray::fromHex(fields)}));
    return fields + "8e08" + hex(mac).first(16) + "9000";
}

QString nameOf(ErrorCode code) {
    return errorName(code);
}

} // namespace

class SecureMessagingSessionTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void keysAreDerivedAsComputedElsewhere() {
        const SecureMessagingKeys derived = keys();
        QCOMPARE(hex(derived.confirmation), QByteArray("588834115e37e08e5885a64306c5e111"));
        QCOMPARE(hex(derived.commandMac), QByteArray("559ed25bfc2c3bc66f1cb15da8337063"));
        QCOMPARE(hex(derived.encryption), QByteArray("a965be532be38bc80090524e892642ce"));
        QCOMPARE(hex(derived.responseMac), QByteArray("ab3bdeb32fa53968794d0b0a9c808a76"));
        QCOMPARE(hex(expect(keyConfirmation(derived.confirmation, parties()))),
                 QByteArray("0f33136469a0a6acc81a3cd10a4c89be"));
    }

    // RFC 4493, 4: examples 1 and 3.
    void macsAreThoseOfTheRfc() {
        const SecretBytes key = SecretBytes::copyOf(QByteArray::fromHex("2b7e151628aed2a6abf7158809cf4f3c"));
        QCOMPARE(hex(expect(aesCmac(key, {}))), QByteArray("bb1d6929e95937287fa37d129b756746"));
        const QByteArray message = QByteArray::fromHex("6bc1bee22e409f96e93d7e117393172a"
                                                       "ae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411");
        QCOMPARE(
            hex(expect(aesCmac(key, {QByteArrayView(message).first(7), QByteArrayView(message).sliced(7)}))),
            QByteArray("dfa66747de9ae63030ca32611497c827"));
    }

    void aPairAgreesWithAnotherAndWithNoPointOffTheCurve() {
        const EphemeralKey one = expect(EphemeralKey::generate());
        const EphemeralKey other = expect(EphemeralKey::generate());
        QVERIFY(one.point() != other.point());
        QCOMPARE(hex(expect(one.agree(other.point()))), hex(expect(other.agree(one.point()))));
        QByteArray off = other.point();
        off[64] = static_cast<char>(off[64] ^ 1);
        QCOMPARE(nameOf(one.agree(off).error().code), nameOf(ErrorCode::InputInvalid));
        QVERIFY(!one.agree(other.point().first(33)));
    }

    void aConversationGoesAsComputedElsewhere() {
        SecureMessagingSession session(keys());
        QCOMPARE(sent(session.wrap(verify("739154\xFF\xFF"))), Verify);
        QCOMPARE(session.unwrap(answer(FourTriesLeft))->status.value(), quint16(0x63C4));
        QCOMPARE(sent(session.wrap(verify(""))), Status);
        QCOMPARE(session.unwrap(answer(Verified))->status.value(), quint16(0x9000));
        QCOMPARE(sent(session.wrap(CommandApdu::getData(QByteArray::fromHex("5fc102")))), GetData);
        const auto data = session.unwrap(answer(Data));
        QVERIFY2(data, data ? "" : qPrintable(toString(data.error())));
        QCOMPARE(data->data.view().toByteArray(), QByteArray::fromHex("530e") + "fourteen bytes");
        // 16 bytes of data, hence a whole block of padding
        QCOMPARE(sent(session.wrap(CommandApdu::changeReferenceData(0x80, SecretBytes::copyOf("739154\xFF\xFF"
                                                                                              "64051728")))),
                 Change);
        QCOMPARE(session.unwrap(answer(Changed))->status.value(), quint16(0x9000));
    }

    void longDataGoesInPiecesOfTheWrappedCommand() {
        SecureMessagingSession session(keys());
        const auto wrapped = session.wrap(CommandApdu::generalAuthenticate(0x07, 0x9A, SecretBytes(266)));
        QVERIFY(wrapped);
        const CommandEncoder encoder(*wrapped);
        QCOMPARE(encoder.count(), std::size_t(2));
        QCOMPARE(hex(encoder.piece(0)).first(10), QByteArray("1c87079aff"));
        QCOMPARE(hex(encoder.piece(1)).first(8), QByteArray("0c87079a"));
        QCOMPARE(hex(encoder.piece(1)).right(2), QByteArray("00"));
    }

    void whatIsNotTheCardsAnswerEndsTheSession_data() {
        QTest::addColumn<QByteArray>("answerInHex");
        const auto changedAt = [](qsizetype at, const char* byte) {
            return QByteArray(FourTriesLeft).replace(2 * at, 2, byte);
        };
        QTest::newRow("plain yes") << QByteArray("9000");
        QTest::newRow("plain refusal") << QByteArray("6982");
        QTest::newRow("MAC refused") << QByteArray("6988");
        QTest::newRow("plain tries") << QByteArray("63c3");
        QTest::newRow("status changed to yes") << changedAt(2, "90").replace(6, 2, "00");
        QTest::newRow("one more try") << changedAt(3, "c5");
        QTest::newRow("MAC changed") << changedAt(6, "d2");
        QTest::newRow("MAC cut") << QByteArray("990263c48e07d1eda09bcf54f29000");
        QTest::newRow("MAC without content") << QByteArray("990263c48e009000");
        QTest::newRow("no MAC") << QByteArray("990263c49000");
        QTest::newRow("no status") << QByteArray("8e08d1eda09bcf54f2fd9000");
        QTest::newRow("only the beginning") << FourTriesLeft.first(20) + "9000";
        QTest::newRow("something behind") << FourTriesLeft.chopped(4) + "990290009000";
        QTest::newRow("other word outside") << FourTriesLeft.chopped(4) + "6283";
        QTest::newRow("the answer to another command") << Verified;
        QTest::newRow("long length") << QByteArray("9984ffffffff63c49000");
        QTest::newRow("no whole blocks") << underRightMac("87110100112233445566778899aabbccddee99029000");
        QTest::newRow("no padding indicator")
            << underRightMac("87110200112233445566778899aabbccddeeff99029000");
        QTest::newRow("no padding") << underRightMac("87110100112233445566778899aabbccddeeff99029000");
        QTest::newRow("nothing encrypted") << underRightMac("87010199029000");
        QTest::newRow("empty cryptogram") << underRightMac("870099029000");
        QTest::newRow("three bytes of status") << underRightMac("9903900000");
        QTest::newRow("status twice") << underRightMac("9902900099029000");
    }
    void whatIsNotTheCardsAnswerEndsTheSession() {
        QFETCH(QByteArray, answerInHex);
        SecureMessagingSession session(keys());
        QVERIFY(session.wrap(verify("739154\xFF\xFF")));
        const auto outcome = session.unwrap(answer(answerInHex));
        QVERIFY(!outcome);
        QCOMPARE(nameOf(outcome.error().code), nameOf(ErrorCode::SecureMessagingFailed));
        // not even the right answer helps now
        QVERIFY(!session.unwrap(answer(FourTriesLeft)));
        const auto next = session.wrap(verify("739154\xFF\xFF"));
        QVERIFY(!next);
        QCOMPARE(nameOf(next.error().code), nameOf(ErrorCode::SecureMessagingFailed));
    }

    void anOldAnswerIsNoAnswer() {
        SecureMessagingSession session(keys());
        QVERIFY(session.wrap(verify("739154\xFF\xFF")));
        QVERIFY(session.unwrap(answer(FourTriesLeft)));
        QVERIFY(session.wrap(verify("739154\xFF\xFF")));
        QVERIFY(!session.unwrap(answer(FourTriesLeft)));
    }

    void thereIsOneAnswerToEachCommand() {
        SecureMessagingSession session(keys());
        QVERIFY(!session.unwrap(answer(FourTriesLeft)));
        SecureMessagingSession another(keys());
        QVERIFY(another.wrap(verify("")));
        QVERIFY(!another.wrap(verify(""))); // the card may have got the first one or not
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::SecureMessagingSessionTest)
#include "tst_securemessagingsession.moc"
