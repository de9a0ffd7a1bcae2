// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pivapplet.h"
#include "tests/support/scriptedcard.h"
#include "tests/support/testcase.h"

namespace madoguchi {
namespace {

using Line = ScriptedCard::Line;

const Line Select = {"00a4040009 a00000030800001000 00", "6111 4f06 000010000100 7907 4f05 a000000308 9000"};
// The base point of P-256 lies on it for certain.
const QByteArray Point =
    QByteArray::fromHex("04 6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                        "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
const QByteArray AgreeOnPoint = "0087119d 47 7c45 8200 8541 " + Point.toHex() + "00";

SecretBytes pin(const char* text) {
    return SecretBytes::copyOf(text);
}

QString nameOf(ErrorCode code) {
    return errorName(code);
}

} // namespace

class PivAppletTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void takesNoOtherApplicationForPiv_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("not found") << QByteArray("6a82");
        QTest::newRow("yes to everything") << QByteArray("9000");
        QTest::newRow("another application") << QByteArray("6109 4f07 a0000005271002 9000");
        QTest::newRow("rubbish") << QByteArray("61ff00 9000");
    }

    void takesNoOtherApplicationForPiv() {
        QFETCH(QByteArray, answer);
        ScriptedCard card({{Select.command, answer}});
        const auto piv = PivApplet::select(card);
        QVERIFY(!piv);
        QCOMPARE(nameOf(piv.error().code), nameOf(ErrorCode::CardNotPiv));
    }

    void readsACertificateInPieces() {
        ScriptedCard card({Select,
                           {"00cb3fff 05 5c035fc105 00", "530a 7003 010203 6104"},
                           {"00c0000004", "7101 00fe 6101"},
                           {"00c0000001", "00 9000"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(piv->readCertificate(PivKey::Authentication).value(), QByteArray::fromHex("010203"));
        QCOMPARE(card.deviation(), QByteArray());
    }

    void unpacksACompressedCertificate() {
        // printf 'certificate' | gzip -n
        const QByteArray packed("1f8b08000000000000034b4e2d2ac94ccb4c4e2c4905004ada9c210b000000");
        ScriptedCard card({Select, {"00cb3fff055c035fc10500", "5326 701f " + packed + " 710101 fe00 9000"}});
        auto piv = PivApplet::select(card);
        const auto certificate = piv->readCertificate(PivKey::Authentication);
        QVERIFY2(certificate, certificate ? "" : qPrintable(toString(certificate.error())));
        QCOMPARE(*certificate, QByteArray("certificate"));
    }

    void tellsAnEmptyObjectFromABrokenOne() {
        ScriptedCard card({Select,
                           {"00cb3fff055c035fc10200", "5300 9000"},
                           {"00cb3fff055c035fc10200", "6a82"},
                           {"00cb3fff055c035fc10200", "53ff 9000"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(nameOf(piv->readObject(PivObject::Chuid).error().code),
                 nameOf(ErrorCode::CardObjectMissing));
        QCOMPARE(nameOf(piv->readObject(PivObject::Chuid).error().code),
                 nameOf(ErrorCode::CardObjectMissing));
        QCOMPARE(nameOf(piv->readObject(PivObject::Chuid).error().code),
                 nameOf(ErrorCode::CardProtocolError));
    }

    void asksForTheTriesWithoutSpendingOne() {
        ScriptedCard card(
            {Select, {"00200080", "63c3"}, {"00200080", "9000"}, {"00200080", "6983"}, {"00200080", "6d00"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(piv->pinTries().value(), std::optional<int>(3));
        QCOMPARE(piv->pinTries().value(), std::optional<int>());
        QCOMPARE(piv->pinTries().value(), std::optional<int>(0));
        QCOMPARE(nameOf(piv->pinTries().error().code), nameOf(ErrorCode::CardCommandRefused));
    }

    void tellsAWrongPinFromABlockedOne() {
        const QByteArray verify = "0020008008 313233343536ffff";
        ScriptedCard card({Select, {verify, "9000"}, {verify, "63c2"}, {verify, "63c0"}, {verify, "6983"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(piv->verifyPin(pin("123456")).value(), (PinOutcome{PinOutcome::Kind::Accepted, 0}));
        QCOMPARE(piv->verifyPin(pin("123456")).value(), (PinOutcome{PinOutcome::Kind::Wrong, 2}));
        QCOMPARE(piv->verifyPin(pin("123456")).value(), (PinOutcome{PinOutcome::Kind::Blocked, 0}));
        QCOMPARE(piv->verifyPin(pin("123456")).value(), (PinOutcome{PinOutcome::Kind::Blocked, 0}));
        QCOMPARE(card.deviation(), QByteArray());
    }

    void neverSendsAnImpossiblePin_data() {
        QTest::addColumn<QByteArray>("typed");
        for (const char* typed : {"", "12345", "123456789", "12345\n", "12345\xff"})
            QTest::newRow(QByteArray(typed).toHex()) << QByteArray(typed);
    }

    void neverSendsAnImpossiblePin() {
        QFETCH(QByteArray, typed);
        ScriptedCard card({Select});
        auto piv = PivApplet::select(card);
        QCOMPARE(nameOf(piv->verifyPin(SecretBytes::copyOf(typed)).error().code),
                 nameOf(ErrorCode::PinMalformed));
        QCOMPARE(nameOf(piv->changePin(pin("123456"), SecretBytes::copyOf(typed)).error().code),
                 nameOf(ErrorCode::PinMalformed));
        QCOMPARE(card.deviation(), QByteArray());
    }

    void changesAndUnblocksThePin() {
        ScriptedCard card({Select,
                           {"0024008010 313233343536ffff 3635343332313130", "9000"},
                           {"002c008010 3132333435363738 313233343536ffff", "63c1"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(piv->changePin(pin("123456"), pin("65432110")).value(),
                 (PinOutcome{PinOutcome::Kind::Accepted, 0}));
        QCOMPARE(piv->unblockPin(pin("12345678"), pin("123456")).value(),
                 (PinOutcome{PinOutcome::Kind::Wrong, 1}));
    }

    void signsADigestOfTheRightSizeOnly() {
        const QByteArray digest(32, '\x11');
        ScriptedCard card(
            {Select, {"0087119a 26 7c24 8200 8120 " + digest.toHex() + "00", "7c05 8203 010203 9000"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(nameOf(piv->sign(PivKey::Authentication, PivAlgorithm::EcP384, digest).error().code),
                 nameOf(ErrorCode::InputInvalid));
        QCOMPARE(piv->sign(PivKey::Authentication, PivAlgorithm::EcP256, digest).value(),
                 QByteArray::fromHex("010203"));
        QCOMPARE(card.deviation(), QByteArray());
    }

    void chainsThePaddedDigestToAnRsaKey() {
        const QByteArray digest(32, '\x11');
        const QByteArray block = QByteArray::fromHex("7c820106 8200 81820100 0001") +
                                 QByteArray(202, '\xff') +
                                 QByteArray::fromHex("003031300d060960864801650304020105000420") + digest;
        ScriptedCard card({Select,
                           {"1087079a ff " + block.first(255).toHex(), "9000"},
                           {"0087079a 0b " + block.sliced(255).toHex() + "00", "7c03 8201 77 9000"}});
        auto piv = PivApplet::select(card);
        const auto signature = piv->sign(PivKey::Authentication, PivAlgorithm::Rsa2048, digest);
        QCOMPARE(card.deviation(), QByteArray());
        QCOMPARE(signature.value(), QByteArray("w"));
    }

    void agreesOnASecret() {
        const QByteArray secret(32, '\x22');
        ScriptedCard card({Select, {AgreeOnPoint, "7c22 8220 " + secret.toHex() + " 9000"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(piv->agree(PivKey::KeyManagement, Point)->view().toByteArray(), secret);
    }

    void believesNoCardThatGivesTheInputBack() {
        ScriptedCard card({Select, {AgreeOnPoint, "7c22 8220 " + Point.mid(1, 32).toHex() + " 9000"}});
        auto piv = PivApplet::select(card);
        QCOMPARE(nameOf(piv->agree(PivKey::KeyManagement, Point).error().code),
                 nameOf(ErrorCode::CardProtocolError));
    }

    void sendsNoPointThatIsOffTheCurve() {
        QByteArray off = Point;
        off.back() = static_cast<char>(off.back() ^ 1);
        ScriptedCard card({Select});
        auto piv = PivApplet::select(card);
        QCOMPARE(nameOf(piv->agree(PivKey::KeyManagement, off).error().code),
                 nameOf(ErrorCode::InputInvalid));
        QCOMPARE(card.deviation(), QByteArray());
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::PivAppletTest)
#include "tst_pivapplet.moc"
