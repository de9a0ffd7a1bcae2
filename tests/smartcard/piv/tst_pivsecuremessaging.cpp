// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The host's secure messaging with a simulated card, whose side of it is other code, and with somebody
// between them.
#include "smartcard/piv/pinlogin.h"
#include "smartcard/piv/pinsetting.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivsignature.h"
#include "smartcard/simulator/bertlv.h"
#include "smartcard/simulator/cardcertificate.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/cardinhand.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

using simulator::CardCertificateRole;
using simulator::encodeTlv;

const QByteArray Pin = "73915482"; // eight digits, so that they lie nowhere by chance
const QByteArray NewPin = "64051728";
const QByteArray Puk = "73915428";

const CertificateAuthority& authority() {
    static const CertificateAuthority made = expect(
        CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}}, CertificateValidity::years(10)));
    return made;
}

CardContent content(const QString& make, CardKeyAlgorithm algorithm = CardKeyAlgorithm::P256) {
    CardOrder order;
    order.subject = {u"試験市"_s, {}, u"窓口 花子"_s, u"S0001"_s};
    order.pin = Pin;
    order.puk = Puk;
    order.personality = expect(CardPersonality::named(make));
    order.authenticationAlgorithm = algorithm;
    return expect(makeCard(order, authority()));
}

std::shared_ptr<SimulatedPivCard> card(CardContent content) {
    return std::make_shared<SimulatedPivCard>(std::move(content));
}

/// Somebody between host and card, who hears everything and may change answers.
class Between final : public CardTransaction {
public:
    using Change = std::function<QByteArray(const QByteArray& command, const QByteArray& answer)>;

    explicit Between(std::shared_ptr<SimulatedCard> card, Change change = {})
        : m_card(std::move(card)), m_change(std::move(change)) {
        m_card->reset();
    }
    Result<SecretBytes> transmit(QByteArrayView command) override {
        m_commands.append(command.toByteArray());
        m_heard += command.toByteArray();
        QByteArray answer = m_card->transmit(command);
        m_heard += answer;
        if (m_change)
            answer = m_change(m_commands.constLast(), answer);
        return SecretBytes::copyOf(answer);
    }
    void change(Change change) { m_change = std::move(change); }

    const QByteArray& heard() const { return m_heard; }
    /// How many commands with that instruction and class there were.
    int count(quint8 instruction, quint8 cla) const {
        return static_cast<int>(
            std::count_if(m_commands.begin(), m_commands.end(), [=](const QByteArray& command) {
                return static_cast<quint8>(command[1]) == instruction &&
                       static_cast<quint8>(command[0]) == cla;
            }));
    }

private:
    std::shared_ptr<SimulatedCard> m_card;
    Change m_change;
    QList<QByteArray> m_commands;
    QByteArray m_heard;
};

constexpr quint8 Clear = 0x00;
constexpr quint8 Secure = 0x0C;
constexpr quint8 Verify = 0x20;
constexpr quint8 ChangeReference = 0x24;
constexpr quint8 ResetRetry = 0x2C;

SecretBytes secret(const QByteArray& text) {
    return SecretBytes::copyOf(text);
}

QByteArray chuidOf(const CardContent& content) {
    return content.objects.at(pivtag::CardholderId);
}

QByteArray signerObject(const QByteArray& der, const QByteArray& further = {}) {
    return encodeTlv(0x70, der) + encodeTlv(0x71, QByteArray(1, '\0')) + further + encodeTlv(0xFE, {});
}

QByteArray signerCertificate(const CardKey& key) {
    return expect(authority().issue(key.key(), {u"試験市"_s, {}, u"PIV content signer"_s, {}},
                                    CertificateProfile::ContentSigning, CertificateValidity::years(3)));
}

/// The same key on the card, certified by somebody else.
void certify(CardContent& content, const CardKey& signer, simulator::CardCertificateOrder order) {
    if (order.publicKey.isEmpty())
        order.publicKey = expect(content.keys.at(MessagingKeyReference).publicKeyTemplate());
    if (order.subject.isEmpty())
        order.subject = QByteArray(16, 'g');
    order.issuer = QByteArray(8, 'i');
    content.messagingCertificate = expect(simulator::signedCardCertificate(order, signer));
}

QString nameOf(ErrorCode code) {
    return errorName(code);
}

QString failureOf(CardTransaction& link) {
    const auto piv = PivApplet::select(link);
    return piv ? u"none"_s : nameOf(piv.error().code);
}

bool isKeyAgreement(const QByteArray& command) {
    return command.startsWith(QByteArray::fromHex("00872704"));
}

} // namespace

class PivSecureMessagingTest : public TestCase {
    Q_OBJECT

    static void makes() {
        QTest::addColumn<QString>("make");
        QTest::newRow("with contacts") << u"messaging"_s;
        QTest::newRow("without") << u"contactless"_s;
    }

    static PinLoginRequest loginRequest(const SimulatedPivCard& card, const QByteArray& chuid,
                                        const QByteArray& pin) {
        PinLoginRequest request;
        request.chuid = chuid;
        request.authenticationCertificate = card.certificate(0x9A);
        request.cardCertificate = card.certificate(0x9E);
        request.pin = secret(pin);
        request.challenge = QByteArray(32, 'c');
        return request;
    }

private Q_SLOTS:
    void aLoginLeavesNoPinOnTheWay_data() { makes(); }
    void aLoginLeavesNoPinOnTheWay() {
        QFETCH(QString, make);
        CardContent made = content(make);
        const QByteArray chuid = chuidOf(made);
        const auto hanako = card(std::move(made));
        Between link(hanako);
        const auto wrong = logInWithPin(link, loginRequest(*hanako, chuid, NewPin));
        QVERIFY2(wrong, wrong ? "" : qPrintable(toString(wrong.error())));
        QCOMPARE(wrong->pin, (PinOutcome{PinOutcome::Kind::Wrong, 4}));
        const EphemeralKey peer = expect(EphemeralKey::generate());
        PinLoginRequest request = loginRequest(*hanako, chuid, Pin);
        request.vaultPeer = peer.point();
        const auto login = logInWithPin(link, request);
        QVERIFY2(login, login ? "" : qPrintable(toString(login.error())));
        QCOMPARE(login->pin.kind, PinOutcome::Kind::Accepted);
        QVERIFY(login->vaultSecret);
        QVERIFY(!link.heard().contains(login->vaultSecret->view().toByteArray()));
        QCOMPARE(link.count(Verify, Secure), 2);
        QCOMPARE(link.count(Verify, Clear), 0);
        for (const QByteArray& pin : {Pin, NewPin})
            QVERIFY(!link.heard().contains(pin));
    }

    void aChangeOfThePinLeavesNoPinOnTheWay_data() { makes(); }
    void aChangeOfThePinLeavesNoPinOnTheWay() {
        QFETCH(QString, make);
        CardContent made = content(make);
        const QByteArray chuid = chuidOf(made);
        const auto hanako = card(std::move(made));
        Between link(hanako);
        VerifyGate gate;
        const auto changed = changePinOnCard(link,
                                             {.chuid = chuid,
                                              .cardCertificate = hanako->certificate(0x9E),
                                              .present = secret(Pin),
                                              .next = secret(NewPin)},
                                             gate);
        QVERIFY2(changed, changed ? "" : qPrintable(toString(changed.error())));
        QCOMPARE(changed->kind, PinOutcome::Kind::Accepted);
        QCOMPARE(hanako->pin(), NewPin);
        QCOMPARE(link.count(ChangeReference, Secure), 1);
        QCOMPARE(link.count(ChangeReference, Clear), 0);
        for (const QByteArray& pin : {Pin, NewPin})
            QVERIFY(!link.heard().contains(pin));
    }

    // SP 800-73-4 part 2, 4.2 has no secure messaging for RESET RETRY COUNTER.
    void unblockingIsInClearAndWithContacts() {
        CardContent made = content(u"messaging"_s);
        const QByteArray chuid = chuidOf(made);
        const auto hanako = card(std::move(made));
        Between link(hanako);
        VerifyGate gate;
        const PinUnblockRequest request{.chuid = chuid,
                                        .puk = secret(Puk),
                                        .next = secret(NewPin),
                                        .cardCertificate = hanako->certificate(0x9E)};
        QCOMPARE(unblockPinOnCard(link, request, gate)->kind, PinOutcome::Kind::Accepted);
        QCOMPARE(hanako->pin(), NewPin);
        QCOMPARE(link.count(ResetRetry, Clear), 1);
        QCOMPARE(link.count(ResetRetry, Secure), 0);
    }

    void withoutContactsNoPukIsSent() {
        CardContent made = content(u"contactless"_s);
        const QByteArray chuid = chuidOf(made);
        const auto hanako = card(std::move(made));
        Between link(hanako);
        VerifyGate gate;
        const auto refused = unblockPinOnCard(link,
                                              {.chuid = chuid,
                                               .puk = secret(Puk),
                                               .next = secret(NewPin),
                                               .cardCertificate = hanako->certificate(0x9E)},
                                              gate);
        QVERIFY(!refused);
        QCOMPARE(nameOf(refused.error().code), nameOf(ErrorCode::SecureMessagingFailed));
        QCOMPARE(link.count(ResetRetry, Clear) + link.count(ResetRetry, Secure), 0);
        for (const QByteArray& code : {Puk, NewPin})
            QVERIFY(!link.heard().contains(code));
    }

    void everythingAfterTheAgreementIsUnderIt() {
        const auto hanako = card(content(u"contactless"_s));
        Between link(hanako);
        auto piv = expect(PivApplet::select(link));
        QCOMPARE(expect(piv.readCertificate(PivKey::Authentication)), hanako->certificate(0x9A));
        QCOMPARE(expect(piv.readPinReference()), PinReference::Piv);
        QCOMPARE(expect(piv.pinTries()), std::optional(5));
        QCOMPARE(piv.readObject(PivObject::CapabilityContainer).has_value(), true);
        QCOMPARE(link.count(0xCB, Clear), 1); // the signer
        QCOMPARE(link.count(0xCB, Secure), 3);
        QVERIFY(!link.heard().contains(hanako->certificate(0x9A)));
        QCOMPARE(expect(piv.verifyPin(secret(Pin))).kind, PinOutcome::Kind::Accepted);
        QCOMPARE(expect(piv.pinTries()), std::optional<int>());
    }

    // 256 bytes go in two pieces, and come back in two.
    void longCommandsAndAnswersAreChained() {
        const auto hanako = card(content(u"messaging"_s, CardKeyAlgorithm::Rsa2048));
        Between link(hanako);
        auto piv = expect(PivApplet::select(link));
        QCOMPARE(expect(piv.verifyPin(secret(Pin))).kind, PinOutcome::Kind::Accepted);
        const QByteArray message = "a message";
        const QByteArray digest = expect(digestFor(PivAlgorithm::Rsa2048, message));
        const auto signature = piv.sign(PivKey::Authentication, PivAlgorithm::Rsa2048, digest);
        QVERIFY2(signature, signature ? "" : qPrintable(toString(signature.error())));
        QVERIFY(verifySignature(hanako->certificate(0x9A), message, *signature));
        QCOMPARE(link.count(0x87, 0x1C), 1);
        QCOMPARE(link.count(0x87, Secure), 1);
        // The PIN-always key right after VERIFY, under the same session.
        QCOMPARE(expect(piv.verifyPin(secret(Pin))).kind, PinOutcome::Kind::Accepted);
        QVERIFY(piv.sign(PivKey::Signature, PivAlgorithm::EcP256, QByteArray(32, 'd')));
        const auto again = piv.sign(PivKey::Signature, PivAlgorithm::EcP256, QByteArray(32, 'd'));
        QCOMPARE(nameOf(again.error().code), nameOf(ErrorCode::CardCommandRefused)); // said inside
        QVERIFY(piv.pinTries());
    }

    void anIntermediateCertificateIsFollowed_data() {
        QTest::addColumn<CardKeyAlgorithm>("algorithm");
        QTest::newRow("signed with RSA, as the standard has it") << CardKeyAlgorithm::Rsa2048;
        QTest::newRow("signed on P-256") << CardKeyAlgorithm::P256;
    }
    void anIntermediateCertificateIsFollowed() {
        QFETCH(CardKeyAlgorithm, algorithm);
        const CardKey root = expect(CardKey::generate(algorithm));
        const CardKey middle = expect(CardKey::generate(CardKeyAlgorithm::P256));
        const auto intermediate = [&](const CardKey& signer) {
            return expect(simulator::signedCardCertificate({.issuer = QByteArray(8, 'r'),
                                                            .subject = QByteArray(8, 'i'),
                                                            .publicKey = expect(middle.publicKeyTemplate()),
                                                            .role = CardCertificateRole::Intermediate},
                                                           signer));
        };
        for (const bool honest : {true, false}) {
            CardContent made = content(u"messaging"_s);
            certify(made, middle, {});
            made.objects[pivtag::MessagingSigner] =
                signerObject(signerCertificate(root), intermediate(honest ? root : middle));
            Between link(card(std::move(made)));
            QCOMPARE(failureOf(link), honest ? u"none"_s : nameOf(ErrorCode::SecureMessagingFailed));
        }
    }

    void whatTheCardShowsMustFitTogether_data() {
        QTest::addColumn<std::function<void(CardContent&, const CardKey&)>>("spoil");
        using Spoil = std::function<void(CardContent&, const CardKey&)>;
        const auto with = [](simulator::CardCertificateOrder order) -> Spoil {
            return [order](CardContent& made, const CardKey& signer) { certify(made, signer, order); };
        };
        QTest::newRow("nothing") << with({});
        QTest::newRow("no signer") << Spoil(
            [](CardContent& made, const CardKey&) { made.objects.erase(pivtag::MessagingSigner); });
        QTest::newRow("no certificate in the signer's object")
            << Spoil([](CardContent& made, const CardKey&) {
                   made.objects[pivtag::MessagingSigner] = encodeTlv(0xFE, {});
               });
        QTest::newRow("rubbish for a signer") << Spoil([](CardContent& made, const CardKey&) {
            made.objects[pivtag::MessagingSigner] = signerObject("rubbish");
        });
        QTest::newRow("signed by another") << Spoil([](CardContent& made, const CardKey&) {
            certify(made, expect(CardKey::generate(CardKeyAlgorithm::P256)), {});
        });
        QTest::newRow("signature changed") << Spoil([](CardContent& made, const CardKey& signer) {
            certify(made, signer, {});
            made.messagingCertificate.back() = static_cast<char>(made.messagingCertificate.back() ^ 1);
        });
        QTest::newRow("another card's key") << Spoil([](CardContent& made, const CardKey& signer) {
            const CardKey other = expect(CardKey::generate(CardKeyAlgorithm::P256));
            certify(made, signer, {.publicKey = expect(other.publicKeyTemplate())});
        });
        QByteArray off = expect(expect(CardKey::generate(CardKeyAlgorithm::P256)).publicKeyTemplate());
        off.back() = static_cast<char>(off.back() ^ 1);
        QTest::newRow("point off the curve") << with({.publicKey = off});
        QTest::newRow("point compressed")
            << with({.publicKey = encodeTlv(0x86, QByteArray(1, 2) + off.sliced(3, 32))});
        QTest::newRow("intermediate role") << with({.role = CardCertificateRole::Intermediate});
        QTest::newRow("short subject") << with({.subject = QByteArray(8, 'g')});
        QTest::newRow("certificate cut")
            << Spoil([](CardContent& made, const CardKey&) { made.messagingCertificate.chop(10); });
        QTest::newRow("no certificate")
            << Spoil([](CardContent& made, const CardKey&) { made.messagingCertificate = "?"; });
    }
    void whatTheCardShowsMustFitTogether() {
        using Spoil = std::function<void(CardContent&, const CardKey&)>;
        QFETCH(Spoil, spoil);
        CardContent made = content(u"messaging"_s);
        const CardKey signer = expect(CardKey::generate(CardKeyAlgorithm::P256));
        made.objects[pivtag::MessagingSigner] = signerObject(signerCertificate(signer));
        spoil(made, signer);
        Between link(card(std::move(made)));
        const bool honest = qstrcmp(QTest::currentDataTag(), "nothing") == 0;
        QCOMPARE(failureOf(link), honest ? u"none"_s : nameOf(ErrorCode::SecureMessagingFailed));
    }

    void whoeverChangesTheAgreementGetsNoPin_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<QByteArray>("instead");
        QTest::newRow("control byte") << 6 << QByteArray("\x01");
        QTest::newRow("nonce") << 7 << QByteArray("nonce");
        QTest::newRow("cryptogram") << 7 + 16 << QByteArray("cryptogram");
        QTest::newRow("certificate") << 7 + 16 + 16 + 8 << QByteArray("certificate");
        QTest::newRow("refused") << -1 << QByteArray::fromHex("6A80");
        QTest::newRow("empty") << -1 << QByteArray::fromHex("9000");
        QTest::newRow("short") << -1 << QByteArray::fromHex("7C048202000A9000");
    }
    void whoeverChangesTheAgreementGetsNoPin() {
        QFETCH(int, at);
        QFETCH(QByteArray, instead);
        CardContent made = content(u"messaging"_s);
        const QByteArray chuid = chuidOf(made);
        const auto hanako = card(std::move(made));
        Between link(hanako, [&](const QByteArray& command, const QByteArray& answer) {
            if (!isKeyAgreement(command))
                return answer;
            return at < 0 ? instead : QByteArray(answer).replace(at, instead.size(), instead);
        });
        const auto login = logInWithPin(link, loginRequest(*hanako, chuid, Pin));
        QVERIFY(!login);
        QCOMPARE(nameOf(login.error().code), nameOf(ErrorCode::SecureMessagingFailed));
        QCOMPARE(link.count(Verify, Clear) + link.count(Verify, Secure), 0);
        QVERIFY(!link.heard().contains(Pin));
        QCOMPARE(hanako->pinTriesLeft(), 5);
    }

    void whoeverAnswersInTheCardsPlaceIsNotBelieved_data() {
        QTest::addColumn<QByteArray>("lie");
        QTest::newRow("yes") << QByteArray::fromHex("9000");
        QTest::newRow("blocked") << QByteArray::fromHex("6983");
        QTest::newRow("in clear, please") << QByteArray::fromHex("6882");
        QTest::newRow("yes without a MAC") << QByteArray::fromHex("990290009000");
        QTest::newRow("yes with some MAC") << QByteArray::fromHex("990290008E0800112233445566779000");
    }
    void whoeverAnswersInTheCardsPlaceIsNotBelieved() {
        QFETCH(QByteArray, lie);
        const auto hanako = card(content(u"messaging"_s));
        Between link(hanako);
        auto piv = expect(PivApplet::select(link));
        link.change([&](const QByteArray& command, const QByteArray& answer) {
            return command[1] == Verify ? lie : answer;
        });
        const auto wrong = piv.verifyPin(secret(NewPin));
        QVERIFY(!wrong);
        QCOMPARE(nameOf(wrong.error().code), nameOf(ErrorCode::SecureMessagingFailed));
        // And there it ends: nothing more is sent, least of all in clear.
        const int commands = link.count(Verify, Secure);
        QCOMPARE(nameOf(piv.verifyPin(secret(Pin)).error().code), nameOf(ErrorCode::SecureMessagingFailed));
        QCOMPARE(link.count(Verify, Secure), commands);
        QCOMPARE(link.count(Verify, Clear), 0);
    }

    void anOldAnswerIsNotTakenForANewOne() {
        const auto hanako = card(content(u"messaging"_s));
        Between link(hanako);
        auto piv = expect(PivApplet::select(link));
        QByteArray yes;
        link.change([&](const QByteArray& command, const QByteArray& answer) {
            return command[1] == Verify && yes.isEmpty() ? yes = answer : command[1] == Verify ? yes : answer;
        });
        QCOMPARE(expect(piv.verifyPin(secret(Pin))).kind, PinOutcome::Kind::Accepted);
        const auto replayed = piv.verifyPin(secret(NewPin));
        QVERIFY(!replayed);
        QCOMPARE(nameOf(replayed.error().code), nameOf(ErrorCode::SecureMessagingFailed));
    }

    void aCardThatWasResetHasForgottenTheKeys() {
        const auto hanako = card(content(u"messaging"_s));
        Between link(hanako);
        auto piv = expect(PivApplet::select(link));
        hanako->reset();
        const auto lost = piv.verifyPin(secret(Pin));
        QVERIFY(!lost);
        QCOMPARE(nameOf(lost.error().code), nameOf(ErrorCode::SecureMessagingFailed));
        QCOMPARE(hanako->pinTriesLeft(), 5);
        QVERIFY(!hanako->isPinVerified());
        QVERIFY(!link.heard().contains(Pin));
        QVERIFY(PivApplet::select(link)); // new keys
    }

    void theCardsLeavingIsStillCalledThat() {
        CardInHand hand(card(content(u"messaging"_s)));
        auto piv = expect(PivApplet::select(hand));
        hand.pullAfter(0);
        QCOMPARE(nameOf(piv.verifyPin(secret(Pin)).error().code), nameOf(ErrorCode::CardRemoved));
    }

    void cardsThatOfferNothingAreSpokenToInClear() {
        const auto hanako = card(content(u"plain"_s));
        Between link(hanako);
        auto piv = expect(PivApplet::select(link));
        QCOMPARE(expect(piv.verifyPin(secret(Pin))).kind, PinOutcome::Kind::Accepted);
        QCOMPARE(link.count(Verify, Clear), 1);
        QVERIFY(link.heard().contains(Pin)); // what this test would see of a PIN
    }

    void onlyCipherSuite2IsTaken() {
        const auto offers = [](const char* algorithms) {
            return PivSecureMessaging::isOffered(QByteArray::fromHex(algorithms));
        };
        QVERIFY(offers("4F0600001000010079074F05A000000308AC06800127060100"));
        QVERIFY(offers("AC09800111800127060100"));
        QVERIFY(!offers("AC0680012E060100"));
        QVERIFY(!offers("4F06000010000100"));
        QVERIFY(!offers("AC03800227"));
        QVERIFY(!offers("AC00"));
        QVERIFY(!offers(""));
        QVERIFY(!offers("AC82"));
    }

    // ---- what the simulated card refuses ------------------------------------------------------------------

    void theCardRefusesWhatIsNotUnderItsKeys_data() {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("MAC wrong") << QByteArray("0C2000800A8E08001122334455667700") << QByteArray("6988");
        QTest::newRow("MAC cut") << QByteArray("0C200080098E070011223344556600") << QByteArray("6988");
        QTest::newRow("no MAC") << QByteArray("0C2000800397010000") << QByteArray("6987");
        QTest::newRow("nothing") << QByteArray("0C20008000") << QByteArray("6987");
        QTest::newRow("rubbish") << QByteArray("0C200080028EFF00") << QByteArray("6987");
        QTest::newRow("not for secure messaging")
            << QByteArray("0C2C00800A8E08001122334455667700") << QByteArray("6882");
    }
    void theCardRefusesWhatIsNotUnderItsKeys() {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, status);
        const auto hanako = card(content(u"messaging"_s));
        const auto say = [&](const QByteArray& hex) {
            return hanako->transmit(QByteArray::fromHex(hex)).toHex().toUpper();
        };
        say("00A4040009A0000003080000100000");
        QCOMPARE(say(command), QByteArray("6982")); // no keys were agreed upon
        CardInHand hand(hanako);
        auto piv = expect(PivApplet::select(hand));
        QCOMPARE(say(command), status);
        QCOMPARE(say(command), QByteArray("6982")); // and there are none any more
        QCOMPARE(nameOf(piv.pinTries().error().code), nameOf(ErrorCode::SecureMessagingFailed));
    }

    void aCardWithoutContactsWantsIt() {
        const auto hanako = card(content(u"contactless"_s));
        const auto say = [&](const QByteArray& hex) {
            return hanako->transmit(QByteArray::fromHex(hex)).toHex().toUpper().right(4);
        };
        say("00A4040009A0000003080000100000");
        QCOMPARE(say("0020008008" + Pin.toHex()), QByteArray("6982"));
        QCOMPARE(say("00200080"), QByteArray("6982"));
        QCOMPARE(say("00CB3FFF055C035FC10500"), QByteArray("6982"));
        QCOMPARE(say("00CB3FFF055C035FC10200"), QByteArray("9000"));
        QCOMPARE(say("002C008010" + Puk.toHex() + NewPin.toHex()), QByteArray("6A81"));
        QCOMPARE(hanako->pinTriesLeft(), 5);
    }

    void theFileOfACardKeepsItsMessagingKey() {
        const CardContent made = content(u"messaging"_s);
        const CardContent kept = expect(CardContent::fromJson(expect(made.toJson())));
        QVERIFY(kept.offersMessaging());
        QCOMPARE(kept.messagingCertificate, made.messagingCertificate);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PivSecureMessagingTest)
#include "tst_pivsecuremessaging.moc"
