// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What pcscd really does, row by row, and what CardService makes of it.
#include "smartcard/cardservice.h"
#include "smartcard/pcsc/pcscstack.h"
#include "smartcard/piv/pivapplet.h"
#include "tests/support/conversation.h"
#include "tests/support/pcscdfixture.h"
#include "tests/support/settledreader.h"
#include "tests/support/testcase.h"
#include "tests/support/vpcdcard.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>
#include <future>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <winscard.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

using Talk = Conversation<QByteArray>;

const QByteArray Ok = QByteArray::fromHex("9000");
const QByteArray Command = QByteArray::fromHex("00cafe00");

VpcdBehaviour obliging() {
    return {.command = [](QByteArrayView) { return Ok; }};
}

/// Another program that uses the card in a reader.
class OtherProgram {
public:
    explicit OtherProgram(const QString& reader, DWORD sharing = SCARD_SHARE_SHARED) {
        SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context);
        DWORD protocol = 0;
        m_connected = SCardConnect(m_context, reader.toUtf8().constData(), sharing, SCARD_PROTOCOL_ANY,
                                   &m_card, &protocol) == SCARD_S_SUCCESS;
    }
    ~OtherProgram() {
        leave(SCARD_LEAVE_CARD);
        SCardReleaseContext(m_context);
    }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    bool isConnected() const { return m_connected; }
    bool begin() const { return SCardBeginTransaction(m_card) == SCARD_S_SUCCESS; }
    void end() const { SCardEndTransaction(m_card, SCARD_LEAVE_CARD); }
    void leave(DWORD disposition) {
        if (std::exchange(m_connected, false))
            SCardDisconnect(m_card, disposition);
    }

private:
    SCARDCONTEXT m_context = 0;
    SCARDHANDLE m_card = 0;
    bool m_connected = false;
};

QString outcome(const Result<SecretBytes>& result) {
    return result ? u"ok"_s : errorName(result.error().code);
}

} // namespace

class PcscStackTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(startService(), m_pcscd.log()); }

    void init() {
        TestCase::init();
        m_service = std::make_unique<CardService>(std::make_shared<PcscStack>());
        m_service->start();
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
        // the last test's card is gone
        QTRY_VERIFY(isReadyForACard(m_service->readers(), PcscdFixture::firstReader()));
        QTRY_VERIFY(isReadyForACard(m_service->readers(), PcscdFixture::secondReader()));
    }

    void cleanup() { m_service.reset(); }

    void findsBothReadersEmpty() {
        QCOMPARE(m_service->readers().size(), 2);
        PcscStack stack;
        const auto connection = stack.connect(PcscdFixture::firstReader());
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, ErrorCode::CardMissing);
        const auto elsewhere = stack.connect(u"Somewhere"_s);
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, ErrorCode::ReaderMissing);
    }

    void tellsOfACardThatComesAndGoes() {
        QSignalSpy inserted(m_service.get(), &CardService::cardInserted);
        QSignalSpy removed(m_service.get(), &CardService::cardRemoved);
        VpcdCard card(obliging());
        const CardId id = insert(card);
        QCOMPARE(m_service->readerOf(id), PcscdFixture::firstReader());
        QCOMPARE(inserted.size(), 1);
        card.pull();
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].value<CardId>(), id);
        QVERIFY(m_service->readerOf(id).isEmpty());
        Talk late(*m_service, id, say(Command));
        QCOMPARE(late.outcome(), u"CardRemoved"_s);
    }

    void givesAFastSwapANewCardId() {
        QSignalSpy removed(m_service.get(), &CardService::cardRemoved);
        VpcdCard card(obliging());
        const CardId first = insert(card);
        // In use, because vpcd misses a swap while pcscd powers down a card that nobody uses.
        const OtherProgram user(PcscdFixture::firstReader());
        QVERIFY(user.isConnected());
        card.pull();
        QVERIFY(card.insert(PcscdFixture::FirstPort));
        QTRY_COMPARE(removed.size(), 1);
        QTRY_VERIFY(m_service->cardIn(PcscdFixture::firstReader()) != 0);
        QVERIFY(m_service->cardIn(PcscdFixture::firstReader()) != first);
    }

    void countsWhatWasSaid() {
        VpcdCard card(obliging());
        const CardId id = insert(card);
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
        QCOMPARE(m_service->trafficOf(id), (CardTraffic{.commands = 2, .bytesSent = 8, .bytesReceived = 4}));
    }

    void resetsTheCardAfterAConversation() {
        std::atomic<int> resets = 0;
        VpcdBehaviour behaviour = obliging();
        behaviour.reset = [&resets] { ++resets; };
        VpcdCard card(behaviour);
        const CardId id = insert(card);
        std::atomic<int> before = 0;
        Talk talk(*m_service, id, [&](CardTransaction& transaction) {
            before = resets.load();
            return say(Command)(transaction);
        });
        QCOMPARE(talk.outcome(), u"ok"_s);
        QTRY_VERIFY(resets > before);
    }

    void noticesRemovalBeforeAndAfterTheServiceDoes() {
        VpcdCard card(obliging());
        insert(card);
        PcscStack stack;
        const auto connection = stack.connect(PcscdFixture::firstReader());
        QVERIFY2(connection, connection ? "" : qPrintable(toString(connection.error())));
        const auto transaction = (*connection)->begin();
        QVERIFY(transaction);
        QVERIFY((*transaction)->transmit(Command));
        card.pull();
        QCOMPARE(outcome((*transaction)->transmit(Command)), u"CardRemoved"_s);
        QTRY_COMPARE(m_service->cardIn(PcscdFixture::firstReader()), CardId(0));
        QCOMPARE(outcome((*transaction)->transmit(Command)), u"CardRemoved"_s);
        insert(card);
        QCOMPARE(outcome((*transaction)->transmit(Command)), u"CardRemoved"_s); // it is another insertion
    }

    void noticesACardThatVanishesDuringACommand() {
        VpcdCard card({.command = [](QByteArrayView) { return std::optional<QByteArray>(); }});
        Talk talk(*m_service, insert(card), say(Command));
        QCOMPARE(talk.outcome(), u"CardRemoved"_s);
        QCOMPARE(talk.tellings(), 1);
    }

    void goesOnAfterAnotherProgramsReset() {
        VpcdCard card(obliging());
        insert(card);
        PcscStack stack;
        const auto connection = stack.connect(PcscdFixture::firstReader());
        QVERIFY2(connection, connection ? "" : qPrintable(toString(connection.error())));
        OtherProgram(PcscdFixture::firstReader()).leave(SCARD_RESET_CARD);
        const auto transaction = (*connection)->begin();
        QVERIFY2(transaction, transaction ? "" : qPrintable(toString(transaction.error())));
        QCOMPARE(outcome((*transaction)->transmit(Command)), u"ok"_s);
    }

    void saysBusyWhileAnotherProgramHasTheCardForItself() {
        VpcdCard card(obliging());
        const CardId id = insert(card);
        OtherProgram other(PcscdFixture::firstReader(), SCARD_SHARE_EXCLUSIVE);
        QVERIFY(other.isConnected());
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"CardBusy"_s);
        other.leave(SCARD_LEAVE_CARD);
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
    }

    void waitsForAnotherProgramsTransaction() {
        VpcdCard card(obliging());
        const CardId id = insert(card);
        OtherProgram other(PcscdFixture::firstReader());
        QVERIFY(other.begin());
        Talk talk(*m_service, id, say(Command));
        QTest::qWait(500);
        QVERIFY(!talk.isOver());
        other.end();
        QCOMPARE(talk.outcome(), u"ok"_s);
    }

    void givesUpWhenAnotherProgramsTransactionNeverEnds() {
        restartServiceWithPatience(500ms);
        VpcdCard card(obliging());
        const CardId id = insert(card);
        OtherProgram other(PcscdFixture::firstReader());
        QVERIFY(other.begin());
        Talk talk(*m_service, id, say(Command));
        QCOMPARE(talk.outcome(), u"CardBusy"_s);
        other.end();
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
    }

    void waitsForASlowCard() {
        QSemaphore allowed;
        VpcdCard card({.command = [&allowed](QByteArrayView) {
            allowed.acquire();
            return Ok;
        }});
        Talk talk(*m_service, insert(card), say(Command));
        QTest::qWait(2'000);
        QVERIFY(!talk.isOver());
        allowed.release();
        QCOMPARE(talk.outcome(), u"ok"_s);
    }

    void givesUpAMuteCardAndTakesTheNextInTheSameReader() {
        restartServiceWithPatience(500ms);
        VpcdCard mute({.command = [](QByteArrayView) { return QByteArray(); }});
        Talk talk(*m_service, insert(mute), say(Command));
        QCOMPARE(talk.outcome(), u"CardMute"_s);
        QCOMPARE(Talk(*m_service, m_service->cardIn(PcscdFixture::firstReader()), say(Command)).outcome(),
                 u"CardMute"_s); // also while the first thread is still in there
        mute.pull();
        QTRY_COMPARE(m_service->cardIn(PcscdFixture::firstReader()), CardId(0));
        VpcdCard card(obliging());
        QCOMPARE(Talk(*m_service, insert(card), say(Command)).outcome(), u"ok"_s);
        QCOMPARE(talk.tellings(), 1);
    }

    void hearsTheSecondReaderWhileTheFirstIsMute() {
        VpcdCard mute({.command = [](QByteArrayView) { return QByteArray(); }});
        Talk stuck(*m_service, insert(mute), say(Command));
        VpcdCard card(obliging());
        const CardId id = insert(card, PcscdFixture::SecondPort);
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
        QVERIFY(!stuck.isOver());
        mute.pull();
        QCOMPARE(stuck.outcome(), u"CardRemoved"_s);
    }

    // A broken or upside-down card. vpcd shows such a reader as empty; what SCARD_STATE_MUTE means is tested
    // over simulated readers.
    void goesOnAfterACardThatDoesNotEvenAnswerAReset() {
        VpcdCard broken({.command = [](QByteArrayView) { return QByteArray(); }, .atr = {}});
        QVERIFY(broken.insert(PcscdFixture::FirstPort));
        VpcdCard other(obliging());
        const CardId id = insert(other, PcscdFixture::SecondPort);
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
        broken.pull();
        QTRY_VERIFY(isReadyForACard(m_service->readers(), PcscdFixture::firstReader()));
        VpcdCard next(obliging());
        QCOMPARE(Talk(*m_service, insert(next), say(Command)).outcome(), u"ok"_s);
    }

    void recognisesAForeignCard() {
        VpcdCard card({.command = [](QByteArrayView) { return QByteArray::fromHex("6a82"); }});
        Conversation<bool> talk(*m_service, insert(card), [](CardTransaction& transaction) -> Result<bool> {
            const auto piv = PivApplet::select(transaction);
            return piv ? Result<bool>(true) : Result<bool>(fail(piv.error()));
        });
        QCOMPARE(talk.outcome(), u"CardNotPiv"_s);
    }

    void survivesAnAnswerLongerThanAnyResponse() {
        bool first = true;
        VpcdCard card({.command = [&first](QByteArrayView) {
            return std::exchange(first, false) ? QByteArray(60'000, '\x55') : Ok;
        }});
        const CardId id = insert(card);
        Talk(*m_service, id, say(Command)).wait(); // pcscd decides what becomes of it
        QCOMPARE(Talk(*m_service, id, say(Command)).outcome(), u"ok"_s);
    }

    void recoversWhenTheServiceDiesWhileWaiting() {
        VpcdCard card(obliging());
        const CardId id = insert(card);
        QSignalSpy removed(m_service.get(), &CardService::cardRemoved);
        m_pcscd.kill();
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::ServiceMissing);
        QCOMPARE(removed.size(), 1);
        QVERIFY(m_service->readerOf(id).isEmpty());
        QVERIFY(startService());
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
        QCOMPARE(Talk(*m_service, insert(card), say(Command)).outcome(), u"ok"_s);
    }

    void recoversWhenTheServiceDiesDuringACommand() {
        QSemaphore arrived;
        VpcdCard card({.command = [&arrived](QByteArrayView) {
            arrived.release();
            return QByteArray();
        }});
        Talk talk(*m_service, insert(card), say(Command));
        QVERIFY(arrived.tryAcquire(1, 5'000));
        m_pcscd.kill();
        const QString how = talk.outcome();
        QVERIFY2(how == u"CardServiceMissing"_s || how == u"CardRemoved"_s, qPrintable(how));
        QCOMPARE(talk.tellings(), 1);
        QVERIFY(startService());
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
        VpcdCard next(obliging());
        QCOMPARE(Talk(*m_service, insert(next), say(Command)).outcome(), u"ok"_s);
    }

    void tellsTheConversationThatTheServiceIsGone() {
        QSemaphore arrived;
        VpcdCard card({.command = [&arrived](QByteArrayView) {
            arrived.release();
            return QByteArray();
        }});
        insert(card);
        PcscStack stack;
        const auto connection = stack.connect(PcscdFixture::firstReader());
        QVERIFY2(connection, connection ? "" : qPrintable(toString(connection.error())));
        const auto transaction = (*connection)->begin();
        QVERIFY(transaction);
        auto answer =
            std::async(std::launch::async, [&] { return outcome((*transaction)->transmit(Command)); });
        QVERIFY(arrived.tryAcquire(1, 5'000));
        m_pcscd.kill();
        QCOMPARE(answer.get(), u"CardServiceMissing"_s);
        QVERIFY(startService());
    }

    void waitsForAServiceThatIsNotThereAtStart() {
        m_service.reset();
        m_pcscd.stop();
        m_service = std::make_unique<CardService>(std::make_shared<PcscStack>());
        m_service->start();
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::ServiceMissing);
        QVERIFY(startService());
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
    }

    void saysThatThereIsNoReader() {
        m_pcscd.stop();
        QVERIFY(m_pcscd.start(PcscdFixture::Readers::None));
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::NoReader);
        m_pcscd.stop();
        QVERIFY(startService());
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
    }

    void tellsAForbiddenServiceFromAMissingOne() {
        QCOMPARE(chmod("/run/pcscd", 0700), 0);
        auto seen = std::async(std::launch::async, [] {
            syscall(SYS_setresuid, 65534, 65534, 65534); // this thread only: nobody
            return PcscStack().waitForChange({}).error().code;
        });
        const ErrorCode code = seen.get();
        QCOMPARE(chmod("/run/pcscd", 0755), 0);
        QCOMPARE(code, ErrorCode::CardServiceDenied);
    }

    void endsSoonWhileACardIsMute() {
        VpcdCard mute({.command = [](QByteArrayView) { return QByteArray(); }});
        QSemaphore begun;
        Talk talk(*m_service, insert(mute), [&begun](CardTransaction& transaction) {
            begun.release();
            return say(Command)(transaction);
        });
        QVERIFY(begun.tryAcquire(1, 5'000));
        QElapsedTimer watch;
        watch.start();
        m_service.reset();
        QVERIFY2(watch.elapsed() < 5'000, qPrintable(QString::number(watch.elapsed())));
        mute.pull();
        QVERIFY(!talk.isOver());
    }

private:
    bool startService() { return m_pcscd.start().has_value(); }

    void restartServiceWithPatience(std::chrono::milliseconds patience) {
        m_service = std::make_unique<CardService>(std::make_shared<PcscStack>());
        m_service->setPatience(patience);
        m_service->start();
        QTRY_COMPARE(m_service->condition(), CardServiceCondition::Running);
    }

    /// Puts the card in and waits until the service has seen it.
    CardId insert(VpcdCard& card, quint16 port = PcscdFixture::FirstPort) {
        const QString reader =
            port == PcscdFixture::FirstPort ? PcscdFixture::firstReader() : PcscdFixture::secondReader();
        const auto isReady = [&] { return isReadyForACard(m_service->readers(), reader); };
        if (!QTest::qWaitFor(isReady) || !card.insert(port) ||
            !QTest::qWaitFor([&] { return m_service->cardIn(reader) != 0; }))
            return 0;
        return m_service->cardIn(reader);
    }

    PcscdFixture m_pcscd;
    std::unique_ptr<CardService> m_service;
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PcscStackTest)
#include "tst_pcscstack.moc"
