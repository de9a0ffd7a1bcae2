// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/exchange.h"
#include "tests/support/scriptedcard.h"
#include "tests/support/testcase.h"

namespace madoguchi {
namespace {

/// Announces more for ever and always sends `chunk`.
class EndlessCard final : public CardTransaction {
public:
    explicit EndlessCard(QByteArray chunk) : m_chunk(std::move(chunk)) {}
    Result<SecretBytes> transmit(QByteArrayView) override {
        return SecretBytes::copyOf(m_chunk + QByteArray::fromHex("6100"));
    }

private:
    QByteArray m_chunk;
};

CommandApdu question() {
    return CommandApdu::getData(QByteArray::fromHex("5fc102"));
}

} // namespace

class ExchangeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void fetchesWhatTheCardAnnounces() {
        ScriptedCard card({{"00cb3fff 05 5c035fc102 00", "aabb 6102"}, {"00c0000002", "ccdd 9000"}});
        const auto answer = exchange(card, question());
        QVERIFY(answer);
        QCOMPARE(answer->data.view().toByteArray(), QByteArray::fromHex("aabbccdd"));
        QVERIFY(answer->status.isSuccess());
        QCOMPARE(card.deviation(), QByteArray());
    }

    void repeatsWithTheWantedLength() {
        ScriptedCard card({{"00cb3fff055c035fc10200", "6c10"}, {"00cb3fff055c035fc10210", "aa9000"}});
        QVERIFY(exchange(card, question()));
        QCOMPARE(card.deviation(), QByteArray());
    }

    void correctsTheLengthOnce() {
        ScriptedCard card({{"00cb3fff055c035fc10200", "6c10"}, {"00cb3fff055c035fc10210", "6c11"}});
        QCOMPARE(exchange(card, question()).error().code, ErrorCode::CardProtocolError);
    }

    void chainsLongData() {
        const QByteArray data(300, '\x5a');
        ScriptedCard card({{"1087079a ff " + data.first(255).toHex(), "9000"},
                           {"0087079a 2d " + data.last(45).toHex() + "00", "9000"}});
        const auto answer =
            exchange(card, CommandApdu::generalAuthenticate(7, 0x9a, SecretBytes::copyOf(data)));
        QVERIFY(answer);
        QCOMPARE(card.deviation(), QByteArray());
    }

    void stopsAChainThatTheCardRefuses() {
        const QByteArray data(300, '\x5a');
        ScriptedCard card({{"1087079a ff " + data.first(255).toHex(), "6884"}});
        const auto answer =
            exchange(card, CommandApdu::generalAuthenticate(7, 0x9a, SecretBytes::copyOf(data)));
        QCOMPARE(answer->status.value(), quint16(0x6884));
        QCOMPARE(card.deviation(), QByteArray());
    }

    void refusesAnAnswerThatNeverEnds() {
        EndlessCard silent({});
        QCOMPARE(exchange(silent, question()).error().code, ErrorCode::CardProtocolError);
        EndlessCard talkative(QByteArray(256, 'x'));
        QCOMPARE(exchange(talkative, question()).error().code, ErrorCode::CardProtocolError);
    }

    void refusesAnAnswerWithoutStatus() {
        ScriptedCard card({ScriptedCard::Line{"00cb3fff055c035fc10200", "90"}});
        QCOMPARE(exchange(card, question()).error().code, ErrorCode::CardProtocolError);
    }

    void passesOnThatTheCardLeft() {
        ScriptedCard card({ScriptedCard::Line{"00cb3fff055c035fc10200", ""}});
        QCOMPARE(exchange(card, question()).error().code, ErrorCode::CardRemoved);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ExchangeTest)
#include "tst_exchange.moc"
