// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/cardservice.h"
#include "tests/support/conversation.h"
#include "tests/support/fakecardstack.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

#include <atomic>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

using Talk = Conversation<QByteArray>;
using Semaphore = std::counting_semaphore<>; // ThreadSanitizer does not see into Qt's

const QByteArray Command = QByteArray::fromHex("00cafe00");

ReaderState reader(const QString& name, bool present, quint32 events) {
    return {.name = name,
            .cardPresent = present,
            .cardMute = false,
            .eventCount = events,
            .atr = present ? QByteArray("atr") : QByteArray()};
}

Result<SecretBytes> ok(QByteArrayView) {
    return SecretBytes::copyOf(QByteArray::fromHex("9000"));
}

/// Notices that a card has left before anybody was told.
class EmptyReader final : public FakeCardStack {
public:
    Result<std::unique_ptr<CardConnection>> connect(const QString&) override {
        return fail(ErrorCode::CardMissing);
    }
};

} // namespace

class CardServiceTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        TestCase::init();
        m_stack = std::make_shared<FakeCardStack>();
        m_stack->answerWith(ok);
        m_service = std::make_unique<CardService>(m_stack);
    }

    void cleanup() { m_service.reset(); }

    void startsWithoutReaders() {
        QCOMPARE(m_service->condition(), CardServiceCondition::Starting);
        m_service->start();
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::NoReader);
        m_stack->show({reader(u"A"_s, false, 0)});
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
    }

    void tellsMissingFromForbiddenAndTriesAgain() {
        m_stack->breakDown(ErrorCode::CardServiceDenied);
        m_service->start();
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::AccessDenied);
        m_stack->breakDown(ErrorCode::CardServiceMissing);
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::ServiceMissing);
        m_stack->show({});
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::NoReader);
    }

    void aFastSwapIsARemovalAndAnInsertion() {
        const CardId first = insert(1);
        QSignalSpy removed(m_service.get(), &CardService::cardRemoved);
        QSignalSpy inserted(m_service.get(), &CardService::cardInserted);
        m_stack->show({reader(u"A"_s, true, 3)});
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].value<CardId>(), first);
        QVERIFY(inserted[0][0].value<CardId>() != first);
        QVERIFY(m_service->readerOf(first).isEmpty());
    }

    void talksAndThenResetsTheCard() {
        const CardId card = insert(1);
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"ok"_s);
        QTRY_COMPARE(m_stack->resets(), 1);
        QCOMPARE(m_service->trafficOf(card),
                 (CardTraffic{.commands = 1, .bytesSent = 4, .bytesReceived = 2}));
    }

    void tellsNobodyWhoIsGone() {
        const CardId card = insert(1);
        bool told = false;
        {
            QObject context;
            m_service->converse<QByteArray>(card, say(Command), &context, [&told](auto) { told = true; });
        }
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"ok"_s); // it comes after the first
        QVERIFY(!told);
    }

    void removalEndsAConversationAtOnceAndTheLateReplyIsDropped() {
        Semaphore let(0);
        std::atomic<int> commands = 0;
        m_stack->answerWith([&](QByteArrayView command) {
            commands += 1;
            let.acquire();
            return ok(command);
        });
        const CardId card = insert(1);
        Talk running(*m_service, card, say(Command));
        QTRY_COMPARE(commands.load(), 1);
        Talk waiting(*m_service, card, say(Command));
        m_stack->show({reader(u"A"_s, false, 2)});
        QCOMPARE(running.outcome(), u"CardRemoved"_s);
        QCOMPARE(waiting.outcome(), u"CardRemoved"_s);
        let.release(2);
        const CardId next = insert(3);
        QCOMPARE(Talk(*m_service, next, say(Command)).outcome(), u"ok"_s);
        QTRY_COMPARE(m_stack->resets(), 2); // a conversation is told of before its card is reset
        QCOMPARE(commands.load(), 2);       // the waiting one never met the next card
        QCOMPARE(running.tellings(), 1);
    }

    void whatWaitsForTheResetOfACardNeverMeetsTheNext() {
        Semaphore let(0);
        std::atomic<int> commands = 0;
        m_stack->answerWith([&](QByteArrayView command) {
            commands += 1;
            return ok(command);
        });
        m_stack->onReset([&let] { let.acquire(); });
        const CardId card = insert(1);
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"ok"_s); // the thread is not back yet
        Talk waiting(*m_service, card, say(Command));
        m_stack->show({reader(u"A"_s, true, 3)});
        QCOMPARE(waiting.outcome(), u"CardRemoved"_s);
        let.release(2);
        QCOMPARE(Talk(*m_service, m_service->cardIn(u"A"_s), say(Command)).outcome(), u"ok"_s);
        QTRY_COMPARE(m_stack->resets(), 2);
        QCOMPARE(commands.load(), 2);
    }

    void aReaderThatGoesOnAskingForThePinOfACardThatLeftIsLeftBehind() {
        Semaphore asked(0);
        Semaphore let(0);
        m_stack->onPad([&] {
            asked.release();
            let.acquire();
        });
        const CardId card = insert(1);
        QVERIFY(!m_service->asksOnPad(card));
        Talk asking(*m_service, card, [](CardTransaction& transaction) -> Result<QByteArray> {
            const auto status = transaction.enterOnPad({});
            return status ? Result<QByteArray>(QByteArray()) : fail(status.error());
        });
        QVERIFY(asked.try_acquire_for(5s));
        QVERIFY(m_service->asksOnPad(card));
        m_stack->show({reader(u"A"_s, true, 3)});
        QCOMPARE(asking.outcome(), u"CardRemoved"_s);
        // Long before the reader's own time-outs, and the patience with it, are over.
        QCOMPARE(Talk(*m_service, m_service->cardIn(u"A"_s), say(Command)).outcome(), u"ok"_s);
        QVERIFY(!m_service->asksOnPad(m_service->cardIn(u"A"_s)));
        let.release();
        QTRY_COMPARE(m_stack->resets(), 2);
        QCOMPARE(asking.tellings(), 1);
    }

    void aMuteCardIsGivenUpAndHearsNothingMore() {
        Semaphore let(0);
        std::atomic<int> commands = 0;
        m_stack->answerWith([&](QByteArrayView command) {
            commands += 1;
            let.acquire();
            return ok(command);
        });
        m_service->setPatience(1s);
        const CardId card = insert(1);
        Talk talk(*m_service, card, [](CardTransaction& transaction) {
            const auto first = say(Command)(transaction);
            return first ? say(Command)(transaction) : first;
        });
        QCOMPARE(talk.outcome(), u"CardMute"_s);
        m_stack->answerWith(ok);
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"ok"_s); // the reader has a new worker
        let.release(2);
        QTRY_COMPARE(m_stack->resets(), 2); // the abandoned thread has left too
        QCOMPARE(commands.load(), 1);
        QCOMPARE(talk.tellings(), 1);
    }

    void aCardThatAnotherProgramKeepsIsBusyAlsoAtTheNextTry() {
        m_service->setPatience(1s);
        const CardId card = insert(1);
        m_stack->holdByOther();
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"CardBusy"_s);
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"CardBusy"_s);
        m_stack->letGoByOther();
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"ok"_s);
    }

    void aMuteCardIsNotBusyBecauseWeWereLeftBehindWithIt() {
        Semaphore let(0);
        m_stack->answerWith([&let](QByteArrayView command) {
            let.acquire();
            return ok(command);
        });
        m_service->setPatience(1s);
        const CardId card = insert(1);
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"CardMute"_s);
        m_stack->holdByOther(); // as pcscd makes us wait for ourselves
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"CardMute"_s);
        m_stack->letGoByOther();
        let.release(2);
        QTRY_COMPARE(m_stack->resets(), 2); // both threads have left
    }

    void patienceIsForOneStepNotForTheWhole() {
        m_service->setPatience(1s);
        m_stack->answerWith([](QByteArrayView command) {
            Semaphore never(0);
            (void)never.try_acquire_for(250ms);
            return ok(command);
        });
        Talk talk(*m_service, insert(1), [](CardTransaction& transaction) {
            Result<QByteArray> last = QByteArray();
            for (int step = 0; step < 5 && last; ++step)
                last = say(Command)(transaction);
            return last;
        });
        QCOMPARE(talk.outcome(), u"ok"_s);
    }

    void oneReaderDoesNotWaitForAnother() {
        Semaphore let(0);
        m_stack->answerWith([&let](QByteArrayView command) {
            if (command == QByteArrayView("slow"))
                let.acquire();
            return ok(command);
        });
        m_stack->show({reader(u"A"_s, true, 1), reader(u"B"_s, true, 1)});
        m_service->start();
        QTRY_VERIFY(m_service->cardIn(u"B"_s) != 0);
        Talk slow(*m_service, m_service->cardIn(u"A"_s), say("slow"));
        QCOMPARE(Talk(*m_service, m_service->cardIn(u"B"_s), say(Command)).outcome(), u"ok"_s);
        QVERIFY(!slow.isOver());
        let.release();
        QCOMPARE(slow.outcome(), u"ok"_s);
    }

    void aCardThatLeftBeforeTheConversationIsTakenOutAndNotMissing() {
        m_stack = std::make_shared<EmptyReader>();
        m_service = std::make_unique<CardService>(m_stack);
        QCOMPARE(Talk(*m_service, insert(1), say(Command)).outcome(), u"CardRemoved"_s);
    }

    void aReaderThatIsPulledTakesItsCardAlong() {
        const CardId card = insert(1);
        QSignalSpy removed(m_service.get(), &CardService::cardRemoved);
        m_stack->show({});
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(Talk(*m_service, card, say(Command)).outcome(), u"CardRemoved"_s);
    }

    void endsWhileAConversationHangs() {
        auto let = std::make_shared<Semaphore>(0);
        auto begun = std::make_shared<Semaphore>(0);
        m_stack->answerWith([let, begun](QByteArrayView command) {
            begun->release();
            let->acquire();
            return ok(command);
        });
        Talk talk(*m_service, insert(1), say(Command));
        QVERIFY(begun->try_acquire_for(5s));
        m_service.reset();
        let->release();
        QTRY_COMPARE(m_stack->resets(), 1);
        QVERIFY(!talk.isOver());
    }

private:
    CardId insert(quint32 events) {
        m_stack->show({reader(u"A"_s, true, events)});
        m_service->start();
        return QTest::qWaitFor([this] { return m_service->cardIn(u"A"_s) != 0; }) ? m_service->cardIn(u"A"_s)
                                                                                  : 0;
    }

    std::shared_ptr<FakeCardStack> m_stack;
    std::unique_ptr<CardService> m_service;
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardServiceTest)
#include "tst_cardservice.moc"
