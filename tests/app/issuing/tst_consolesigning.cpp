// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What madoguchictl lets sign, and which cards never see the administrator's PIN.

#include "app/audit/auditreader.h"
#include "app/issuing/consolesigning.h"
#include "app/issuing/rootmedium.h"
#include "app/login/lockoutregister.h"
#include "app/operators/cardevents.h"
#include "smartcard/piv/pivsignature.h"
#include "tests/support/cardinhand.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/swappedcard.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"
#include "tests/support/wrongpin.h"

#include <chrono>
#include <functional>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QString Reader = u"Reader"_s;
const QByteArray Message = "what is to be signed";

/// An administrator's card in a reader that can swap it for a copy without its keys.
struct Console {
    FakeClock clock;
    CounterStation office{clock};
    std::shared_ptr<SwappedCard> pair = std::make_shared<SwappedCard>(office.order(), office.authority());
    QString card = office.enroll(CounterStation::person(u"ca1"_s, Role::CardAdministrator), pair->original());
    std::unique_ptr<Station> station = expect(Station::open(StationFolder(office.folder()), clock));
    SimulatedStack stack{{Reader}};

    std::unique_ptr<CardTransaction> talk(const std::shared_ptr<SimulatedCard>& inReader) {
        stack.insert(Reader, inReader);
        return expect(expect(stack.connect(Reader))->begin());
    }
    Result<IssuingCard> examine(const std::shared_ptr<SimulatedCard>& inReader) {
        return examineIssuingCard(*station, *talk(inReader));
    }
    Result<IssuingSignatures> sign(CardTransaction& transaction, const IssuingCard& asked,
                                   const QByteArray& pin = CounterStation::Pin) {
        const auto root = expect(makeRoot(u"131000"_s, clock.now()));
        const auto issuing = expect(certifyIssuingKey(root, asked.key, u"131000"_s, clock.now()));
        return signAtConsole(*station, transaction, asked, issuing, Message, SecretBytes::copyOf(pin));
    }
    Result<IssuingSignatures> sign(const std::shared_ptr<SimulatedCard>& inReader, const IssuingCard& asked,
                                   const QByteArray& pin = CounterStation::Pin) {
        return sign(*talk(inReader), asked, pin);
    }
    OperatorDirectory people() { return OperatorDirectory(station->database()); }
    LockoutState lockout() {
        return expect(LockoutRegister(station->database(), clock, LockoutPolicy()).state(card));
    }
    int failuresSinceLogin() { return expect(people().holderOf(card)).card.failuresSinceLogin; }
    AuditRecord lastRecord() {
        return expect(readAuditAsAdministrator(station->database(), {.limit = 1})).records.constFirst();
    }
    bool refused(ErrorCode code) {
        const AuditRecord record = lastRecord();
        return record.action == u"card.refused"_s && record.details.value(u"error"_s) == errorName(code);
    }
    /// What can be read from the administrator's card, with a CHUID that nobody knows.
    std::shared_ptr<SimulatedPivCard> stranger() const {
        CardContent content = expect(makeCard(office.order(), office.authority()));
        content.setCertificate(0x9C, pair->original()->certificate(0x9C));
        return std::make_shared<SimulatedPivCard>(std::move(content));
    }
};

} // namespace

class ConsoleSigningTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theCardThatWasAskedSigns() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        QCOMPARE(card.registered.id, console.card);
        const IssuingSignatures made = expect(console.sign(console.pair, card));
        QVERIFY(made.pin.kind == PinOutcome::Kind::Accepted);
        QVERIFY(verifySignature(console.pair->original()->certificate(0x9C), Message,
                                made.signatures.constFirst()));
        QCOMPARE(console.lastRecord().action, u"pin.submit"_s);
        QCOMPARE(console.lastRecord().outcome, AuditOutcome::Done);
    }

    void aMadeUpCardIsRefusedBeforeAPinIsAskedFor() {
        Console console;
        console.pair->swap();
        QCOMPARE(console.examine(console.pair).error().code, ErrorCode::CardNotGenuine);
        QVERIFY(console.refused(ErrorCode::CardNotGenuine));
    }

    void aMadeUpCardThatTakesItsPlaceIsNotSentThePin() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        console.pair->swap();
        QCOMPARE(console.sign(console.pair, card).error().code, ErrorCode::CardNotGenuine);
        QCOMPARE(console.pair->pinsGiven(), 0);
        QVERIFY(console.refused(ErrorCode::CardNotGenuine));
    }

    // One that the register does not know proves nothing: it must not choose to be one of those.
    void aCardThatIsSuddenlyUnknownIsNotSentThePin() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        int pins = 0;
        const auto watched = std::make_shared<WatchedCard>(
            console.stranger(), [&](QByteArrayView command) { pins += carriesPin(command) ? 1 : 0; });
        QCOMPARE(console.sign(watched, card).error().code, ErrorCode::CardUnknown);
        QCOMPARE(pins, 0);
        QVERIFY(console.refused(ErrorCode::CardUnknown));
        QCOMPARE(console.examine(watched).error().code, ErrorCode::CardUnknown);
    }

    void aColleaguesCardIsNotSentThePin() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        console.station.reset();
        const auto colleague = console.office.employ(u"ca2"_s, Role::CardAdministrator);
        console.station = expect(Station::open(StationFolder(console.office.folder()), console.clock));
        QCOMPARE(console.sign(colleague, card).error().code, ErrorCode::CardChanged);
        QCOMPARE(colleague->pinTriesLeft(), 5);
        QVERIFY(console.refused(ErrorCode::CardChanged));
    }

    void aCardThatWasRegisteredWithoutItsOwnKeySignsNothing() {
        Console console;
        console.station.reset();
        CardOrder order = console.office.order();
        order.withCardAuthentication = false;
        const auto bare = console.office.make(order);
        console.office.enroll(CounterStation::person(u"ca2"_s, Role::CardAdministrator), bare);
        console.station = expect(Station::open(StationFolder(console.office.folder()), console.clock));
        QCOMPARE(console.examine(bare).error().code, ErrorCode::CardWithoutCardKey);
    }

    void wrongPinsCountWithThoseOfTheLogins() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        const int tries = console.pair->original()->pinTriesLeft();
        for (int left = tries - 1; left >= tries - 3; --left) {
            const PinOutcome outcome = expect(console.sign(console.pair, card, "000000")).pin;
            QCOMPARE(outcome, (PinOutcome{PinOutcome::Kind::Wrong, left}));
            QCOMPARE(console.lastRecord().card, console.card);
        }
        QVERIFY(console.lockout().kind == LockoutState::Kind::Delayed);
        QCOMPARE(console.examine(console.pair).error().code, ErrorCode::PinDelayed);
        QCOMPARE(console.sign(console.pair, card).error().code, ErrorCode::PinDelayed);
        QCOMPARE(console.pair->original()->pinTriesLeft(), tries - 3);
        console.clock.advance(std::chrono::minutes(1));
        QVERIFY(expect(console.sign(console.pair, card)).pin.kind == PinOutcome::Kind::Accepted);
        QVERIFY(console.lockout().triesUntilPenalty == 3);
        QCOMPARE(console.failuresSinceLogin(), 3);
    }

    void aTryThatTheCardNeverSawIsTakenBack() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        QCOMPARE(console.sign(console.pair, card, "12").error().code, ErrorCode::PinMalformed);
        QCOMPARE(console.lastRecord().details.value(u"sentToCard"_s), u"no"_s);
        QCOMPARE(console.lockout().triesUntilPenalty, 3);
        QCOMPARE(console.failuresSinceLogin(), 0);
    }

    void aCardThatIsPulledAfterVerifyKeepsItsTryCounted() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        CardInHand* hand = nullptr;
        const auto watched = std::make_shared<WatchedCard>(console.pair, [&](QByteArrayView command) {
            if (WatchedCard::isPinTry(command))
                hand->pullAfter(0);
        });
        CardInHand pulled(watched);
        hand = &pulled;
        QCOMPARE(console.sign(pulled, card).error().code, ErrorCode::CardRemoved);
        QCOMPARE(console.lockout().triesUntilPenalty, 2);
    }

    void aCardThatALoginWouldRefuseSignsNothing_data() {
        QTest::addColumn<std::function<void(Console&)>>("happens");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const std::function<void(Console&)>& happens, ErrorCode code) {
            QTest::newRow(name) << happens << code;
        };
        row(
            "suspended",
            [](Console& console) {
                expect(console.people().suspend(CounterStation::session(Role::CardAdministrator), u"ca1"_s));
            },
            ErrorCode::OperatorSuspended);
        row(
            "lost",
            [](Console& console) {
                expect(CardEvents(console.station->database())
                           .append({.card = console.card,
                                    .at = console.clock.now(),
                                    .event = CardEvent::Lost,
                                    .by = u"sv1"_s}));
            },
            ErrorCode::CardLost);
        row(
            "another role",
            [](Console& console) {
                expect(console.people().change(CounterStation::session(Role::CardAdministrator),
                                               CounterStation::person(u"ca1"_s, Role::Supervisor)));
            },
            ErrorCode::PermissionDenied);
    }
    void aCardThatALoginWouldRefuseSignsNothing() {
        QFETCH(std::function<void(Console&)>, happens);
        QFETCH(ErrorCode, code);
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        const int tries = console.pair->original()->pinTriesLeft();
        happens(console);
        QCOMPARE(console.examine(console.pair).error().code, code);
        QVERIFY(console.refused(code));
        QCOMPARE(console.sign(console.pair, card, "000000").error().code, code);
        QCOMPARE(console.pair->original()->pinTriesLeft(), tries);
    }

    void theCardsLastTryIsLeftAlone() {
        Console console;
        const IssuingCard card = expect(console.examine(console.pair));
        useUpTries(*console.pair->original(), 1);
        QCOMPARE(console.sign(console.pair, card).error().code, ErrorCode::PinLastTry);
        QCOMPARE(console.pair->original()->pinTriesLeft(), 1);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ConsoleSigningTest)
#include "tst_consolesigning.moc"
