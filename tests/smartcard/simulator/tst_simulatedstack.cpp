// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/foreigncard.h"
#include "smartcard/simulator/silentcard.h"
#include "smartcard/simulator/simulatedstack.h"
#include "tests/smartcard/simulator/practicecards.h"
#include "tests/support/testcase.h"

#include <chrono>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QString First = u"Reader 1"_s;
const QString Second = u"Reader 2"_s;
const QByteArray Status = QByteArray::fromHex("00200080");

/// What the transmission gave, in hex, or the error's name.
QByteArray outcome(const Result<SecretBytes>& response) {
    return response ? response->view().toByteArray().toHex() : errorName(response.error().code).toLatin1();
}

} // namespace

class SimulatedStackTest : public TestCase {
    Q_OBJECT
public:
    SimulatedStackTest()
        : m_stack({First, Second})
        , m_card(std::make_shared<SimulatedPivCard>(makeCard(testOrder(), testAuthority()).value())) {}

private:
    SimulatedStack m_stack;
    std::shared_ptr<SimulatedPivCard> m_card;

    std::unique_ptr<CardTransaction> begin(const QString& reader = First) {
        return m_stack.connect(reader).value()->begin().value();
    }
    QList<ReaderState> now() { return m_stack.waitForChange({}).value(); }

private Q_SLOTS:
    void cleanup() {
        m_stack.setServiceRunning(true);
        m_stack.setLatency(0ms);
        m_stack.remove(First);
        m_stack.remove(Second);
    }

    void showsReadersAndWhatIsInThem() {
        const QList<ReaderState> before = now();
        QCOMPARE(before.size(), 2);
        QCOMPARE(before[0].name, First);
        QVERIFY(!before[0].cardPresent);
        m_stack.insert(First, m_card);
        const QList<ReaderState> after = m_stack.waitForChange(before).value();
        QVERIFY(after[0].cardPresent);
        QCOMPARE(after[0].atr, m_card->atr());
        QCOMPARE(after[0].eventCount, before[0].eventCount + 1);
        QCOMPARE(after[1], before[1]);
    }

    void aFastSwapIsSeenByTheCountOfEvents() {
        m_stack.insert(First, m_card);
        const QList<ReaderState> before = now();
        m_stack.remove(First);
        m_stack.insert(First, m_card);
        const QList<ReaderState> after = m_stack.waitForChange(before).value();
        QCOMPARE(after[0].eventCount, before[0].eventCount + 2);
    }

    void waitingEndsWhenSomethingHappens() {
        const QList<ReaderState> known = now();
        auto waiting = std::async(std::launch::async, [&] { return m_stack.waitForChange(known); });
        QCOMPARE(waiting.wait_for(50ms), std::future_status::timeout);
        m_stack.insert(Second, m_card);
        QVERIFY(waiting.get().value()[1].cardPresent);

        const QList<ReaderState> same = now();
        auto interrupted = std::async(std::launch::async, [&] { return m_stack.waitForChange(same); });
        m_stack.interrupt();
        QCOMPARE(interrupted.get().value(), same);
    }

    void readersComeAndGo() {
        m_stack.plugReader(u"Reader 3"_s);
        QCOMPARE(now().size(), 3);
        m_stack.insert(u"Reader 3"_s, m_card);
        const auto transaction = begin(u"Reader 3"_s);
        m_stack.unplugReader(u"Reader 3"_s);
        QCOMPARE(now().size(), 2);
        QCOMPARE(outcome(transaction->transmit(Status)), QByteArray("CardRemoved"));
        QCOMPARE(m_stack.connect(u"Reader 3"_s).error().code, ErrorCode::ReaderMissing);
    }

    void theEndOfATransactionLogsOut() {
        m_stack.insert(First, m_card);
        {
            const auto transaction = begin();
            const QByteArray pin = QByteArray::fromHex("0020008008") + TestPin + QByteArray::fromHex("FFFF");
            QCOMPARE(outcome(transaction->transmit(pin)), QByteArray("9000"));
            QVERIFY(m_card->isPinVerified());
        }
        QVERIFY(!m_card->isPinVerified());
    }

    void takingTheCardOutLogsOut() {
        m_stack.insert(First, m_card);
        const auto transaction = begin();
        const QByteArray pin = QByteArray::fromHex("0020008008") + TestPin + QByteArray::fromHex("FFFF");
        QCOMPARE(outcome(transaction->transmit(pin)), QByteArray("9000"));
        m_stack.remove(First);
        QVERIFY(!m_card->isPinVerified());
        QCOMPARE(outcome(transaction->transmit(Status)), QByteArray("CardRemoved"));
    }

    void oneTransactionAtATime() {
        m_stack.insert(First, m_card);
        auto first = begin();
        auto second = std::async(std::launch::async, [this] { return outcome(begin()->transmit(Status)); });
        QCOMPARE(second.wait_for(50ms), std::future_status::timeout);
        first.reset();
        QCOMPARE(second.get(), QByteArray("63c5"));
    }

    void anOldConnectionDoesNotReachTheNextCard() {
        m_stack.insert(First, m_card);
        const auto connection = m_stack.connect(First).value();
        m_stack.remove(First);
        m_stack.insert(First, m_card);
        QCOMPARE(connection->begin().error().code, ErrorCode::CardRemoved);
        QCOMPARE(outcome(begin()->transmit(Status)), QByteArray("63c5"));
    }

    void removalInTheMiddleOfASlowCommandEndsItAtOnce() {
        m_stack.insert(First, m_card);
        m_stack.setLatency(1h);
        auto transaction = begin();
        auto slow = std::async(std::launch::async, [&] { return outcome(transaction->transmit(Status)); });
        QCOMPARE(slow.wait_for(50ms), std::future_status::timeout);
        m_stack.remove(First);
        QCOMPARE(slow.get(), QByteArray("CardRemoved"));
    }

    void aSilentCardKeepsTheCallerUntilItIsTakenOut() {
        m_stack.insert(First, std::make_shared<SilentCard>(SilentCard::Silence::AtCommands));
        auto transaction = begin();
        auto silent = std::async(std::launch::async, [&] { return outcome(transaction->transmit(Status)); });
        QCOMPARE(silent.wait_for(50ms), std::future_status::timeout);
        m_stack.remove(First);
        QCOMPARE(silent.get(), QByteArray("CardRemoved"));
    }

    void aCardWithoutAnswerToResetIsMute() {
        m_stack.insert(First, std::make_shared<SilentCard>(SilentCard::Silence::AtReset));
        QVERIFY(now()[0].cardMute);
        QCOMPARE(m_stack.connect(First).error().code, ErrorCode::CardMute);
    }

    void aForeignCardAnswersThatItHasNoPiv() {
        m_stack.insert(First, std::make_shared<ForeignCard>());
        QVERIFY(!now()[0].cardMute);
        const auto transaction = begin();
        QCOMPARE(outcome(transaction->transmit(QByteArray::fromHex("00A4040009A0000003080000100000"))),
                 QByteArray("6a82"));
        QCOMPARE(outcome(transaction->transmit(Status)), QByteArray("6d00"));
    }

    void nothingWorksWhileTheServiceIsAway() {
        m_stack.insert(First, m_card);
        const auto connection = m_stack.connect(First).value();
        const auto transaction = begin(First);
        m_stack.setServiceRunning(false);
        QCOMPARE(m_stack.waitForChange({}).error().code, ErrorCode::CardServiceMissing);
        QCOMPARE(m_stack.connect(First).error().code, ErrorCode::CardServiceMissing);
        QCOMPARE(outcome(transaction->transmit(Status)), QByteArray("CardServiceMissing"));
        m_stack.setServiceRunning(true);
        QCOMPARE(connection->begin().error().code, ErrorCode::CardRemoved);
        QCOMPARE(outcome(begin()->transmit(Status)), QByteArray("63c5"));
    }

    void eachReasonNotToConnectHasItsCode() {
        QCOMPARE(m_stack.connect(First).error().code, ErrorCode::CardMissing);
        QCOMPARE(m_stack.connect(u"no reader"_s).error().code, ErrorCode::ReaderMissing);
        m_stack.insert(First, m_card);
        m_stack.setHeldByAnother(First, true);
        QCOMPARE(m_stack.connect(First).error().code, ErrorCode::CardBusy);
        m_stack.setHeldByAnother(First, false);
        QVERIFY(m_stack.connect(First));
    }

    void countsWhatPasses() {
        m_stack.insert(First, m_card);
        const SimulatedTraffic before = m_stack.traffic();
        QCOMPARE(outcome(begin()->transmit(Status)), QByteArray("63c5"));
        QCOMPARE(m_stack.traffic().commands, before.commands + 1);
        QCOMPARE(m_stack.traffic().bytes, before.bytes + 6);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::SimulatedStackTest)
#include "tst_simulatedstack.moc"
