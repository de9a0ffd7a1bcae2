// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What wrong PINs bring about, against a whole station with a clock that only the test moves.

#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"
#include "tests/support/wrongpin.h"

#include <QSemaphore>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QByteArray WrongPin = "000000";

// With a card that has more tries than the station allows.
struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = card();

    CounterStation::Card card() {
        CardOrder order = station.order();
        order.pinTries = 10;
        const auto made = station.make(order);
        station.enroll(CounterStation::person(u"op1"_s), made);
        return made;
    }
    LockoutState lockout() { return expect(station.workstation().lockout().state(station.idOf(hanako))); }
    /// The card in and a wrong PIN typed; returns when the card was read again.
    bool mistype() {
        const int before = hanako->pinTriesLeft();
        if (station.view().state == LoginState::WaitingForCard)
            station.insert(hanako);
        if (!station.reaches(LoginState::AwaitingPin))
            return false;
        station.enterPin(WrongPin);
        return QTest::qWaitFor([&] {
            const LoginState state = station.view().state;
            return hanako->pinTriesLeft() == before - 1 && state != LoginState::CheckingPin &&
                   state != LoginState::ReadingCard;
        });
    }
    bool isDelayed(std::chrono::milliseconds delay) {
        return station.reaches(LoginState::PinDelayed) && station.view().delay == delay;
    }
    void takeOut() {
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
    }
};

} // namespace

class LoginLockoutTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aWrongPinShowsTheTriesThatAreLeft() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(counter.mistype());
        QCOMPARE(station.view().state, LoginState::AwaitingPin);
        QVERIFY(station.view().pinWasWrong);
        QCOMPARE(station.view().triesLeft, 9);
        QCOMPARE(station.view().triesBeforeDelay, 2);
        QVERIFY(station.recorded().contains(u"pin.refused"_s));
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(counter.lockout().triesUntilPenalty, 3);
    }

    void threeWrongPinsWaitAMinuteThenFiveThenThirtyThenForTheSupervisor() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        for (int i = 0; i < 2; ++i)
            QVERIFY(counter.mistype());
        for (const auto delay : {1min, 5min, 30min}) {
            QVERIFY(counter.mistype());
            QVERIFY(counter.isDelayed(delay));
            station.enterPin(); // not even the right one
            QCOMPARE(station.view().state, LoginState::PinDelayed);
            counter.clock.advance(delay - 1ms);
            QTRY_COMPARE(station.view().delay, 1ms);
            counter.clock.advance(1ms);
            QVERIFY(station.reaches(LoginState::AwaitingPin));
        }
        QVERIFY(counter.mistype());
        QVERIFY(station.refuses(ErrorCode::PinLocked));
        counter.clock.advance(24h * 365);
        counter.takeOut();
        station.insert(counter.hanako);
        QVERIFY(station.refuses(ErrorCode::PinLocked));
        QCOMPARE(counter.hanako->pinTriesLeft(), 4);

        const Session supervisor = CounterStation::session(Role::Supervisor);
        expect(station.workstation().lockout().unlock(supervisor, station.idOf(counter.hanako)));
        counter.takeOut();
        QVERIFY(station.logIn(counter.hanako));
    }

    void aWaitIsNeitherShortenedByAnotherStartNorByTheWallClock() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        for (int i = 0; i < 3; ++i)
            QVERIFY(counter.mistype());
        QVERIFY(counter.isDelayed(1min));
        counter.clock.advance(20s);
        station.reopen();
        station.insert(counter.hanako);
        QVERIFY(counter.isDelayed(40s));
        counter.clock.setNow(counter.clock.now().addDays(20)); // the certificate still holds
        counter.takeOut();
        station.insert(counter.hanako);
        QVERIFY(counter.isDelayed(40s));
        const QDateTime now = counter.clock.now();
        counter.clock.setNow(now.addDays(-40));
        counter.takeOut();
        station.insert(counter.hanako);
        QVERIFY(station.refuses(ErrorCode::ClockBehind));
        counter.clock.setNow(now);
        counter.takeOut();
        station.insert(counter.hanako);
        QVERIFY(counter.isDelayed(40s));
        counter.clock.reboot("22222222-2222-2222-2222-222222222222"); // goes on, neither anew nor over
        station.reopen();
        station.insert(counter.hanako);
        QVERIFY(counter.isDelayed(40s));
        counter.clock.advance(40s);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
    }

    void aTryIsCountedBeforeThePinReachesTheCard() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        const QTemporaryDir place;
        const QString copy = place.filePath(u"station"_s);
        // The disk at the moment at which the card sees VERIFY: whoever kills the program then has this.
        std::atomic<int> seen = 0;
        const auto watched = std::make_shared<WatchedCard>(
            counter.hanako, [&, from = station.folder()](QByteArrayView command) {
                if (WatchedCard::isPinTry(command) && seen++ == 0)
                    CounterStation::copyTo(from, copy);
            });
        station.insert(watched);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.enterPin(WrongPin);
        QTRY_VERIFY(seen == 1 && station.view().state == LoginState::AwaitingPin);
        station.continueWith(copy);
        station.open();
        QCOMPARE(counter.lockout().triesUntilPenalty, 2);
        QVERIFY(station.recorded().contains(u"pin.submit"_s));
        QVERIFY(station.recorded().contains(u"program.unclean-stop"_s));
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void aCardPulledWhileItChecksThePinGetsNoFreeTry() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        std::atomic<bool> seen = false;
        QSemaphore mayGoOn;
        const auto watched = std::make_shared<WatchedCard>(counter.hanako, [&](QByteArrayView command) {
            if (!WatchedCard::isPinTry(command))
                return;
            seen = true;
            mayGoOn.acquire();
        });
        for (int left = 2; left > 0; --left) {
            station.insert(watched);
            QVERIFY(station.reaches(LoginState::AwaitingPin));
            station.enterPin(WrongPin);
            QTRY_VERIFY(seen.load());
            seen = false;
            counter.takeOut();
            mayGoOn.release();
            QCOMPARE(counter.lockout().triesUntilPenalty, left);
        }
        // A card that forgets the selection or its keys when its power goes compares nothing afterwards; it
        // counts here.
        const CardPersonality card = station.order().personality;
        const bool compares = card.selectedAfterReset && !card.offersSecureMessaging;
        QTRY_COMPARE(counter.hanako->pinTriesLeft(), compares ? 8 : 10);
        QVERIFY(counter.mistype());
        QVERIFY(counter.isDelayed(1min));
    }

    void aTryThatWasNeverSentIsTakenBack_data() {
        QTest::addColumn<bool>("pulled");
        QTest::newRow("another program holds the card") << false;
        QTest::newRow("the card was pulled before") << true;
    }
    void aTryThatWasNeverSentIsTakenBack() {
        QFETCH(bool, pulled);
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        std::atomic<int> tries = 0;
        station.insert(std::make_shared<WatchedCard>(
            counter.hanako, [&](QByteArrayView command) { tries += WatchedCard::isPinTry(command); }));
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        if (pulled)
            station.stack().setLatency(200ms); // SELECT and CHUID come before VERIFY
        else
            station.stack().setHeldByAnother(CounterStation::firstReader(), true);
        station.enterPin(WrongPin);
        QCOMPARE(station.view().state, LoginState::CheckingPin);
        QCOMPARE(counter.lockout().triesUntilPenalty, 2);
        if (pulled)
            counter.takeOut();
        else
            QVERIFY(station.refuses(ErrorCode::CardBusy));
        QCOMPARE(counter.lockout().triesUntilPenalty, 3);
        const QStringList recorded = station.recorded();
        QCOMPARE(recorded.count(u"pin.submit"_s), 2); // and that it was not sent
        QCOMPARE(tries, 0);
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void theCardsOwnLastTryAsksFirst() {
        Counter counter;
        CounterStation& station = counter.station;
        useUpTries(*counter.hanako, 1);
        station.open();
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::ConfirmingLastTry));
        QCOMPARE(station.view().triesLeft, 1);
        station.enterPin();
        QCOMPARE(station.view().state, LoginState::ConfirmingLastTry);
        station.login().cancel();
        QCOMPARE(station.view().state, LoginState::TakeCardOut);
        QCOMPARE(counter.hanako->pinTriesLeft(), 1);
        counter.takeOut();
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::ConfirmingLastTry));
        station.login().confirmLastTry();
        QCOMPARE(station.view().state, LoginState::AwaitingPin);
        QCOMPARE(station.lastRecord().action, u"pin.last-try"_s);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(counter.hanako->pinTriesLeft(), 10);
    }

    void theLastTryGoneWrongBlocksTheCard() {
        Counter counter;
        CounterStation& station = counter.station;
        useUpTries(*counter.hanako, 1);
        station.open();
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::ConfirmingLastTry));
        station.login().confirmLastTry();
        station.enterPin(WrongPin);
        QVERIFY(station.refuses(ErrorCode::CardBlocked));
        counter.takeOut();
        station.insert(counter.hanako);
        QVERIFY(station.refuses(ErrorCode::CardBlocked));
        QCOMPARE(counter.hanako->pinTriesLeft(), 0);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LoginLockoutTest)
#include "tst_loginlockout.moc"
