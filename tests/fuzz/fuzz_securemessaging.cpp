// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Secure messaging with a hostile card, and with somebody between host and card: whoever has not the keys
// says nothing that is believed, and a wrong PIN is never called right.

#include "smartcard/apdu/tlv.h"
#include "smartcard/piv/cardverifiablecertificate.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/simulator/bertlv.h"
#include "tests/fuzz/fuzzcards.h"
#include "tests/fuzz/fuzzedcard.h"

using namespace madoguchi;

namespace {

SecureMessagingKeys knownKeys() {
    return {.confirmation = SecretBytes(16),
            .commandMac = SecretBytes(16),
            .encryption = SecretBytes(16),
            .responseMac = SecretBytes(16)};
}

/// Any fields, and with an odd first byte the MAC that makes them the card's.
void answerInTheSession(FuzzInput& input) {
    SecureMessagingSession session(knownKeys());
    must(session.wrap(CommandApdu::verify(0x80, SecretBytes(8))).has_value());
    const bool rightMac = (input.byte() & 1) != 0;
    QByteArray fields = input.rest().toByteArray();
    if (rightMac) {
        const SecretBytes mac = expect(aesCmac(SecretBytes(16), {QByteArray(16, '\0'), fields}));
        fields += simulator::encodeTlv(0x8E, mac.view().first(8));
    }
    const auto answer = session.unwrap({SecretBytes::copyOf(fields), StatusWord(0x9000)});
    must(!answer || answer->data.size() < static_cast<std::size_t>(fields.size()));
    must(answer.has_value() == session.wrap(CommandApdu::verify(0x80, {})).has_value());
}

/// It would have to know a key.
void cardWithoutKeys(FuzzInput& input, const QByteArray& signer) {
    FuzzedCard card(input);
    must(!PivSecureMessaging::establish(card, signer));
}

void certificates(FuzzInput& input) {
    const QByteArray signer = input.bytes(input.number());
    const auto certificate = checkedCardCertificate(input.rest(), signer);
    must(!certificate || !certificate->signature.isEmpty());
}

constexpr char WrongPin[] = "00000000";

/// Whoever takes the offer out of the answer to SELECT, which nothing protects, gets the PIN in clear.
class WatchedCard final : public CardTransaction {
public:
    WatchedCard(SimulatedCard& card, FuzzInput& input) : m_spoilt(card, input) {}

    Result<SecretBytes> transmit(QByteArrayView command) override {
        m_sawPin = m_sawPin || command.contains(QByteArrayView(WrongPin));
        auto answer = m_spoilt.transmit(command);
        // Also where the reader asks for more of it, or once more (61xx, 6Cxx).
        m_isSelecting = m_isSelecting && (command.at(1) == '\xA4' || command.at(1) == '\xC0');
        m_hidOffer = m_hidOffer || (m_isSelecting && answer && !offersMessaging(answer->view()));
        return answer;
    }
    Result<std::optional<quint16>> enterOnPad(const PadOrder& order) override {
        return m_spoilt.enterOnPad(order);
    }
    bool hidOffer() const { return m_hidOffer; }
    bool sawPin() const { return m_sawPin; }

private:
    static bool offersMessaging(QByteArrayView answer) {
        const auto application = findTlv(answer.chopped(2), 0x61);
        return application && PivSecureMessaging::isOffered(*application);
    }
    SpoiltCard m_spoilt;
    bool m_isSelecting = true;
    bool m_hidOffer = false;
    bool m_sawPin = false;
};

void wrongPin(FuzzInput& input, SimulatedPivCard& known) {
    {
        WatchedCard between(known, input);
        auto piv = PivApplet::select(between);
        if (!piv)
            return;
        const auto outcome = piv->verifyPin(SecretBytes::copyOf(WrongPin));
        must(!between.sawPin() || between.hidOffer());
        must(between.sawPin() || !outcome || outcome->kind != PinOutcome::Kind::Accepted);
        must(!known.isPinVerified());
    }
    // the tries come back, by the right PIN
    known.reset();
    known.transmit(QByteArray::fromHex("00A4040009A0000003080000100000"));
    known.transmit(QByteArray::fromHex("0020008008") + CardReferenceValue::padded(FuzzPin));
    known.reset();
}

CardContent messagingCard() {
    CardOrder order;
    order.subject = {{}, {}, QStringLiteral("Fuzz card"), QStringLiteral("S1")};
    order.pin = FuzzPin;
    order.puk = "73915428";
    order.personality = expect(CardPersonality::named(QStringLiteral("messaging")));
    return expect(makeCard(order, fuzzAuthority()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QByteArray signer = messagingCard().objects.at(pivtag::MessagingSigner);
    static SimulatedPivCard known(messagingCard());
    FuzzInput input(data, size);
    switch (input.byte() % 4) {
    case 0:
        answerInTheSession(input);
        break;
    case 1:
        cardWithoutKeys(input, signer);
        break;
    case 2:
        certificates(input);
        break;
    default:
        wrongPin(input, known);
        break;
    }
    return 0;
}
