// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A login and a change of the PIN with a card that offers secure messaging, against a whole station, while
// somebody listens and meddles.

#include "app/login/pinchange.h"
#include "smartcard/simulator/cardmaker.h"
#include "tests/support/counterstation.h"
#include "tests/support/expect.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

#include <atomic>
#include <functional>
#include <mutex>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Present = CounterStation::Pin;
const QByteArray Next = "48291537";

/// Somebody between reader and card. Commands come from the card's worker.
class MeddledCard final : public SimulatedCard {
public:
    using Meddle = std::function<QByteArray(QByteArrayView command, const QByteArray& answer)>;

    explicit MeddledCard(std::shared_ptr<SimulatedCard> card, Meddle meddle = {})
        : m_card(std::move(card)), m_meddle(std::move(meddle)) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        QByteArray answer = m_card->transmit(command);
        if (m_meddle)
            answer = m_meddle(command, answer);
        const std::scoped_lock locked(m_lock);
        m_heard += command.toByteArray() + answer;
        m_pinCommands += isPinCommand(command) ? 1 : 0;
        return answer;
    }
    QByteArray heard() const {
        const std::scoped_lock locked(m_lock);
        return m_heard;
    }
    /// VERIFY and CHANGE REFERENCE DATA, in whatever form.
    int pinCommands() const {
        const std::scoped_lock locked(m_lock);
        return m_pinCommands;
    }
    static bool isPinCommand(QByteArrayView command) {
        return command.at(1) == 0x20 || command.at(1) == 0x24;
    }

private:
    std::shared_ptr<SimulatedCard> m_card;
    Meddle m_meddle;
    mutable std::mutex m_lock;
    QByteArray m_heard;
    int m_pinCommands = 0;
};

/// The answer to SELECT with another algorithm in the place of CS2.
QByteArray withoutOffer(QByteArrayView command, QByteArray answer) {
    if (command.at(1) == '\xA4')
        answer.replace(QByteArray::fromHex("800127"), QByteArray::fromHex("800114"));
    return answer;
}

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako;
    /// What somebody has who can pass on the proof of 9E, but not the key for secure messaging.
    CounterStation::Card stranger;

    explicit Counter(const QString& make) {
        CardOrder order = station.order();
        order.personality = expect(CardPersonality::named(make));
        CardContent content = expect(makeCard(order, station.authority()));
        CardContent copy = expect(CardContent::fromJson(expect(content.toJson())));
        hanako = std::make_shared<SimulatedPivCard>(std::move(content));
        expect(addMessagingKey(copy, order, station.authority()));
        stranger = std::make_shared<SimulatedPivCard>(std::move(copy));
        station.enroll(CounterStation::person(u"op1"_s), hanako);
        station.open();
    }
    int triesUntilPenalty() {
        return expect(station.workstation().lockout().state(station.idOf(hanako))).triesUntilPenalty;
    }
};

} // namespace

class MessagingLoginTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void noPinCanBeHeardBesideTheReader_data() {
        QTest::addColumn<QString>("make");
        QTest::newRow("with contacts") << u"messaging"_s;
        QTest::newRow("without") << u"contactless"_s;
    }
    void noPinCanBeHeardBesideTheReader() {
        QFETCH(QString, make);
        Counter counter(make);
        CounterStation& station = counter.station;
        const auto between = std::make_shared<MeddledCard>(counter.hanako);
        QVERIFY(station.logIn(between));
        QVERIFY(station.workstation().work()); // the drafts are open
        PinChange& change = station.workstation().pinChange();
        QSignalSpy changed(&change, &PinChange::changed);
        expect(change.start(
            *station.login().session(), station.login().card(),
            {SecretBytes::copyOf(Present), SecretBytes::copyOf(Next), SecretBytes::copyOf(Next)}));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(counter.hanako->pin(), Next);
        QVERIFY(between->pinCommands() >= 3); // the counter, VERIFY, CHANGE REFERENCE DATA
        const QByteArray heard = between->heard();
        for (const QByteArray& pin : {Present, Next})
            QVERIFY(!heard.contains(pin));
    }

    void aBrokenAgreementEndsBeforeThePinIsAsked() {
        Counter counter(u"messaging"_s);
        const auto between = std::make_shared<MeddledCard>(
            counter.hanako, [](QByteArrayView command, const QByteArray& answer) {
                return command.startsWith(QByteArray::fromHex("00872704"))
                           ? QByteArray(answer).replace(10, 4, "nope")
                           : answer;
            });
        counter.station.insert(between);
        QVERIFY(counter.station.refuses(ErrorCode::SecureMessagingFailed));
        QCOMPARE(between->pinCommands(), 0);
        QCOMPARE(counter.station.lastRecord().details.value(u"error"_s), u"SecureMessagingFailed"_s);
        QCOMPARE(counter.triesUntilPenalty(), 3);
    }

    void aKnownCardIsNotSpokenToInClear() {
        Counter counter(u"messaging"_s);
        const auto between = std::make_shared<MeddledCard>(counter.hanako, withoutOffer);
        counter.station.insert(between);
        QVERIFY(counter.station.refuses(ErrorCode::SecureMessagingFailed));
        QCOMPARE(between->pinCommands(), 0);
        QCOMPARE(counter.triesUntilPenalty(), 3);
    }

    void norUnderAnotherKey() {
        Counter counter(u"messaging"_s);
        const auto between = std::make_shared<MeddledCard>(counter.stranger);
        counter.station.insert(between);
        QVERIFY(counter.station.refuses(ErrorCode::SecureMessagingFailed));
        QCOMPARE(between->pinCommands(), 0);
    }

    void anOfferThatIsHiddenLaterGetsNoPin() {
        Counter counter(u"messaging"_s);
        CounterStation& station = counter.station;
        std::atomic<bool> hides = false;
        const auto between = std::make_shared<MeddledCard>(
            counter.hanako, [&](QByteArrayView command, const QByteArray& answer) {
                return hides ? withoutOffer(command, answer) : answer;
            });
        station.insert(between);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        hides = true;
        station.enterPin(Present);
        QVERIFY(station.refuses(ErrorCode::SecureMessagingFailed));
        QCOMPARE(counter.triesUntilPenalty(), 3);
        hides = false;
        station.takeOut();
        QVERIFY(station.logIn(between));
        hides = true;
        PinChange& change = station.workstation().pinChange();
        QSignalSpy refused(&change, &PinChange::refused);
        expect(change.start(
            *station.login().session(), station.login().card(),
            {SecretBytes::copyOf(Present), SecretBytes::copyOf(Next), SecretBytes::copyOf(Next)}));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(counter.hanako->pin(), Present);
        QVERIFY(!between->heard().contains(Present));
    }

    void aMeddledVerifyIsATryAndNoLogin() {
        Counter counter(u"messaging"_s);
        std::atomic<bool> meddles = false;
        const auto between = std::make_shared<MeddledCard>(
            counter.hanako, [&](QByteArrayView command, const QByteArray& answer) {
                return meddles && MeddledCard::isPinCommand(command) ? QByteArray::fromHex("9000") : answer;
            });
        counter.station.insert(between);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        meddles = true;
        counter.station.enterPin("00000000");
        QVERIFY(counter.station.refuses(ErrorCode::SecureMessagingFailed));
        QCOMPARE(counter.hanako->pinTriesLeft(), 4);
        QCOMPARE(counter.triesUntilPenalty(), 2);
        QVERIFY(!counter.station.login().session());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::MessagingLoginTest)
#include "tst_messaginglogin.moc"
