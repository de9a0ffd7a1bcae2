// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// PINs on the keys of a reader: PcscStack as it is, over a PC/SC library that the test has in its hand, with
// a simulated card in its reader.

#include "smartcard/cardservice.h"
#include "smartcard/pcsc/pcscstack.h"
#include "smartcard/piv/pinlogin.h"
#include "smartcard/piv/pinsetting.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/simulator/cardmaker.h"
#include "smartcard/simulator/simulatedpivcard.h"
#include "tests/support/conversation.h"
#include "tests/support/expect.h"
#include "tests/support/fakepcsc.h"
#include "tests/support/testcase.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

using Kind = PinOutcome::Kind;

const QByteArray Pin = "739154";
const QByteArray Wrong = "000000";
const QByteArray Next = "48291537"; // as long as a PIN can be
constexpr int Tries = 3;
constexpr quint32 NotTransacted = 0x80100016; // as a Linux driver says that the reader can't do it

QString reader() {
    return u"Pad 00 00"_s;
}

struct Counter {
    FakePcsc pcsc;
    CertificateAuthority authority = expect(
        CertificateAuthority::make({u"試験市"_s, {}, u"試験認証局"_s, {}}, CertificateValidity::years(9)));
    std::shared_ptr<SimulatedPivCard> card;
    std::shared_ptr<PcscStack> stack = std::make_shared<PcscStack>();

    explicit Counter(const FakePcsc::Pad& pad = {},
                     const CardPersonality& personality = CardPersonality::plain())
        : card(make(personality)) {
        pcsc.plug(reader(), pad);
        pcsc.insert(reader(), card);
    }
    std::shared_ptr<SimulatedPivCard> make(const CardPersonality& personality) const {
        CardOrder order;
        order.personality = personality;
        order.subject = {u"試験市"_s, {}, u"窓口 花子"_s, u"S0001"_s};
        order.pin = Pin;
        order.puk = "73915428";
        order.pinTries = Tries;
        return std::make_shared<SimulatedPivCard>(expect(makeCard(order, authority)));
    }
    template <class T>
    Result<T> talk(const std::function<Result<T>(CardTransaction&)>& conversation) {
        const auto connection = expect(stack->connect(reader()));
        const auto transaction = expect(connection->begin());
        return conversation(*transaction);
    }
    Result<PinOutcome> verify() { return talk<PinOutcome>(verifyOnPad); }
    Result<PinOutcome> change() {
        return talk<PinOutcome>([](CardTransaction& transaction) -> Result<PinOutcome> {
            VerifyGate gate;
            const CardIdentity identity =
                expect(readCardIdentity(transaction, [](auto&) { return std::nullopt; }));
            return changePinOnCard(transaction,
                                   {.chuid = identity.chuid,
                                    .cardCertificate = identity.certificates.cardAuthentication,
                                    .present = {},
                                    .next = {},
                                    .entry = PinEntry::OnPad},
                                   gate);
        });
    }
    static Result<PinOutcome> verifyOnPad(CardTransaction& transaction) {
        return expect(PivApplet::select(transaction)).verifyPinOnPad();
    }
};

QString nameOf(const Result<PinOutcome>& result) {
    return result ? u"ok"_s : errorName(result.error().code);
}

PinOutcome notEntered(PadProblem problem) {
    return {.kind = Kind::NotEntered, .problem = problem};
}

} // namespace

class PinPadTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theReaderIsAskedWhatItCanDo() {
        Counter counter({.changes = false});
        const ReaderFeatures said{.verifiesOnPad = true};
        QCOMPARE(expect(counter.stack->featuresOf(reader())), said);
        const auto identity = counter.talk<CardIdentity>([](CardTransaction& transaction) {
            return readCardIdentity(transaction, [](auto&) { return std::nullopt; });
        });
        QCOMPARE(expect(identity).reader, said);
        counter.pcsc.plug(reader(), std::nullopt);
        QCOMPARE(expect(counter.stack->featuresOf(reader())), ReaderFeatures());
        QCOMPARE(expect(counter.verify()), notEntered(PadProblem::Unusable));
    }

    void theRightPinReachesTheCardAndNotThisProgram() {
        Counter counter;
        counter.pcsc.visitPad(PadVisit::typing({Pin}));
        const auto login = counter.talk<PinLogin>([&](CardTransaction& transaction) {
            const CardIdentity identity =
                expect(readCardIdentity(transaction, [](auto&) { return std::nullopt; }));
            return logInWithPin(transaction,
                                {.chuid = identity.chuid,
                                 .authenticationCertificate = identity.certificates.authentication,
                                 .cardCertificate = identity.certificates.cardAuthentication,
                                 .pin = {},
                                 .challenge = QByteArray(32, 'c'),
                                 .vaultPeer = {},
                                 .entry = PinEntry::OnPad});
        });
        QVERIFY(login);
        QCOMPARE(login->pin.kind, Kind::Accepted);
        QVERIFY(!login->signature.isEmpty());
        QVERIFY(!counter.card->isPinVerified()); // the transaction has ended
        QCOMPARE(counter.pcsc.padBlock().toHex(), QByteArray("1e1e820800080602011104000000000d000000"
                                                             "0020008008ffffffffffffffff"));
        QVERIFY(!counter.pcsc.sentByProgram().contains(Pin));
    }

    void wrongPinsBlockTheCardAndTheReaderAsksNoMore() {
        Counter counter;
        for (int left = Tries - 1; left > 0; --left) {
            counter.pcsc.visitPad(PadVisit::typing({Wrong}));
            QCOMPARE(expect(counter.verify()), (PinOutcome{.kind = Kind::Wrong, .triesLeft = left}));
        }
        counter.pcsc.visitPad(PadVisit::typing({Wrong}));
        QCOMPARE(expect(counter.verify()).kind, Kind::Blocked);
        counter.pcsc.visitPad(PadVisit::ending(0x6401)); // nobody comes to it
        QCOMPARE(counter.verify().error().code, ErrorCode::CardBlocked);
        QCOMPARE(counter.pcsc.padEntries(), Tries);
    }

    void whatDoesNotReachTheCardIsNoTry_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("says");
        QTest::addColumn<quint32>("fails");
        QTest::addColumn<PadProblem>("problem");
        QTest::newRow("cancelled") << QByteArray() << 0x6401 << 0u << PadProblem::Cancelled;
        QTest::newRow("too late") << QByteArray() << 0x6400 << 0u << PadProblem::TimedOut;
        QTest::newRow("too short") << QByteArray("12345") << 0 << 0u << PadProblem::WrongLength;
        QTest::newRow("too long") << QByteArray("123456789") << 0 << 0u << PadProblem::WrongLength;
        QTest::newRow("not understood") << QByteArray() << 0x6B80 << 0u << PadProblem::Unusable;
        QTest::newRow("no such pad") << QByteArray() << 0 << NotTransacted << PadProblem::Unusable;
    }
    void whatDoesNotReachTheCardIsNoTry() {
        QFETCH(QByteArray, typed);
        QFETCH(int, says);
        QFETCH(quint32, fails);
        QFETCH(PadProblem, problem);
        Counter counter;
        PadVisit visit =
            typed.isEmpty() ? PadVisit::ending(static_cast<quint16>(says)) : PadVisit::typing({typed});
        if (fails != 0)
            visit.failsWith = fails;
        counter.pcsc.visitPad(visit);
        QCOMPARE(expect(counter.verify()), notEntered(problem));
        QCOMPARE(counter.card->pinTriesLeft(), Tries);
    }

    // The reader keeps to what it takes, and so do we.
    void aReaderWithRoomForSixDigitsIsAskedForSix() {
        Counter counter({.shortest = 6, .longest = 6});
        counter.pcsc.visitPad(PadVisit::typing({Pin}));
        QCOMPARE(expect(counter.verify()).kind, Kind::Accepted);
    }

    void aTryThatTheReaderDeniesIsCounted() {
        Counter counter;
        counter.pcsc.visitPad({.typed = {Wrong}, .says = 0x6401});
        QCOMPARE(expect(counter.verify()), (PinOutcome{.kind = Kind::Wrong, .triesLeft = Tries - 1}));
        counter.pcsc.visitPad({.typed = {Pin}, .says = 0x6400});
        QCOMPARE(nameOf(counter.verify()), u"CardProtocolError"_s);
    }

    void aYesThatTheCardDidNotGiveOpensNothing() {
        Counter counter;
        counter.pcsc.visitPad(PadVisit::ending(0x9000));
        const auto login = counter.talk<PinLogin>([&](CardTransaction& transaction) {
            const CardIdentity identity =
                expect(readCardIdentity(transaction, [](auto&) { return std::nullopt; }));
            return logInWithPin(transaction,
                                {.chuid = identity.chuid,
                                 .authenticationCertificate = identity.certificates.authentication,
                                 .cardCertificate = identity.certificates.cardAuthentication,
                                 .pin = {},
                                 .challenge = QByteArray(32, 'c'),
                                 .vaultPeer = {},
                                 .entry = PinEntry::OnPad});
        });
        QVERIFY(!login);
        QCOMPARE(errorName(login.error().code), u"CardCommandRefused"_s);
    }

    void aPinThatAnotherProgramVerifiedIsNotOurs() {
        Counter counter;
        counter.pcsc.visitPad(PadVisit::ending(0x9000));
        const auto outcome = counter.talk<PinOutcome>([](CardTransaction& transaction) {
            PivApplet piv = expect(PivApplet::select(transaction));
            expect(piv.verifyPin(SecretBytes::copyOf(Pin)));
            return piv.verifyPinOnPad();
        });
        QCOMPARE(nameOf(outcome), u"CardBusy"_s);
        QCOMPARE(counter.pcsc.padEntries(), 0);
    }

    void aPinIsChangedThere() {
        Counter counter;
        counter.pcsc.visitPad(PadVisit::typing({Pin, Next, Next}));
        QCOMPARE(expect(counter.change()).kind, Kind::Accepted);
        QCOMPARE(counter.card->pin(), Next);
        QVERIFY(!counter.pcsc.sentByProgram().contains(Next));
    }

    void aChangeThatFailsLeavesThePin() {
        Counter counter;
        counter.pcsc.visitPad(PadVisit::typing({Pin, Next, Wrong}));
        QCOMPARE(expect(counter.change()), notEntered(PadProblem::NewPinsDiffer));
        counter.pcsc.visitPad(PadVisit::ending(0x6401));
        QCOMPARE(expect(counter.change()), notEntered(PadProblem::Cancelled));
        QCOMPARE(counter.card->pinTriesLeft(), Tries);
        counter.pcsc.visitPad(PadVisit::typing({Wrong, Next, Next}));
        QCOMPARE(expect(counter.change()), (PinOutcome{.kind = Kind::Wrong, .triesLeft = Tries - 1}));
        QCOMPARE(counter.card->pin(), Pin);
    }

    // The card may have set its counter back, so an unmoved one proves nothing.
    void aChangeThatTheReaderLosesIsUnsettled_data() {
        QTest::addColumn<bool>("verifies");
        QTest::addColumn<bool>("reachesCard");
        QTest::addColumn<int>("says");
        QTest::addColumn<PadProblem>("problem");
        for (const bool verifies : {true, false}) {
            const char* card = verifies ? "verified" : "not verified";
            QTest::addRow("too late, %s", card) << verifies << true << 0x6400 << PadProblem::TimedOut;
            QTest::addRow("not understood, %s", card) << verifies << true << 0x6B80 << PadProblem::Unusable;
            QTest::addRow("fails, %s", card) << verifies << true << 0 << PadProblem::Unusable;
            QTest::addRow("nobody came, %s", card) << verifies << false << 0x6400 << PadProblem::TimedOut;
        }
    }
    void aChangeThatTheReaderLosesIsUnsettled() {
        QFETCH(bool, verifies);
        QFETCH(bool, reachesCard);
        QFETCH(int, says);
        QFETCH(PadProblem, problem);
        CardPersonality personality = CardPersonality::plain();
        personality.verifiesOnChange = verifies;
        Counter counter({}, personality);
        PadVisit visit{.typed = {Pin, Next, Next}, .reachesCard = reachesCard};
        if (says != 0) {
            visit.says = static_cast<quint16>(says);
        } else {
            visit.failsWith = NotTransacted;
        }
        counter.pcsc.visitPad(visit);
        QCOMPARE(expect(counter.change()), (PinOutcome{.kind = Kind::Unsettled, .problem = problem}));
        QCOMPARE(counter.card->pin(), reachesCard ? Next : Pin);
        QCOMPARE(counter.card->pinTriesLeft(), Tries);
    }

    void aCardPulledWhileTheReaderWaitsIsNoRefusalOfTheReader() {
        Counter counter;
        std::thread hand([&] {
            counter.pcsc.awaitPad();
            counter.pcsc.remove(reader());
        });
        const auto status = counter.talk<std::optional<quint16>>([](CardTransaction& transaction) {
            return transaction.enterOnPad({.command = QByteArray::fromHex("0020008008ffffffffffffffff")});
        });
        hand.join();
        QVERIFY(!status);
        QCOMPARE(errorName(status.error().code), u"CardRemoved"_s);
    }

    void aCardPulledWhileTheReaderWaitsEndsIt() {
        Counter counter;
        CardService service(counter.stack);
        service.start();
        QTRY_VERIFY(service.cardIn(reader()) != 0);
        Conversation<PinOutcome> asking(service, service.cardIn(reader()), Counter::verifyOnPad);
        QTRY_VERIFY(counter.pcsc.padWaits());
        counter.pcsc.remove(reader());
        QCOMPARE(asking.outcome(), u"CardRemoved"_s);
        QTRY_VERIFY(!counter.pcsc.padWaits());
    }

    void aPersonMayTakeLongerThanACard() {
        Counter counter;
        CardService service(counter.stack);
        constexpr auto Patience = 200ms;
        service.setPatience(Patience);
        service.start();
        QTRY_VERIFY(service.cardIn(reader()) != 0);
        Conversation<PinOutcome> asking(service, service.cardIn(reader()), Counter::verifyOnPad);
        QTRY_VERIFY(counter.pcsc.padWaits());
        QTest::qWait(static_cast<int>(5 * Patience / 1ms)); // the watchdog would have come by now
        QVERIFY(!asking.isOver());
        counter.pcsc.visitPad(PadVisit::typing({Pin}));
        QCOMPARE(expect(asking.wait()).kind, Kind::Accepted);
    }

    void aReaderThatWaitsForEverIsLeftBehind() {
        Counter counter;
        CardService service(counter.stack);
        service.setPatience(200ms);
        service.start();
        QTRY_VERIFY(service.cardIn(reader()) != 0);
        Conversation<bool> asking(
            service, service.cardIn(reader()), [](CardTransaction& transaction) -> Result<bool> {
                expect(transaction.enterOnPad({.command = QByteArray(13, '\0'), .timeOut = 1s}));
                return true;
            });
        QTRY_VERIFY(counter.pcsc.padWaits());
        QTRY_COMPARE_WITH_TIMEOUT(asking.tellings(), 1, 8'000);
        QCOMPARE(asking.outcome(), u"CardMute"_s);
        QVERIFY(counter.pcsc.padWaits());
        counter.pcsc.visitPad(PadVisit::ending(0x6400)); // lets the thread go
        QTRY_VERIFY(!counter.pcsc.padWaits());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PinPadTest)
#include "tst_pinpad.moc"
