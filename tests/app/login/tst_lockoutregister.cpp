// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/lockoutregister.h"
#include "app/storage/transaction.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = LockoutState::Kind;
using std::chrono::milliseconds;

class LockoutRegisterTest : public TestCase {
    Q_OBJECT

    // A station with one enrolled card, which began with `tries` tries.
    struct Counter {
        TestStation station;
        FakeClock clock;
        QString card = station.enroll(u"op1"_s);
        int tries = 5;

        LockoutRegister open() { return {station.database(), clock, {}}; }
        LockoutState state() { return expect(open().state(card)); }
        Result<> tryOnce() {
            Result<> begun = open().beginTry(card, tries);
            if (begun)
                --tries;
            return begun;
        }
        void failTimes(int times) {
            for (int i = 0; i < times; ++i)
                expect(tryOnce());
        }
    };

private Q_SLOTS:
    void insideATransactionATryIsPartOfIt() {
        Counter counter;
        {
            const Transaction undone = expect(Transaction::begin(counter.station.database()));
            counter.failTimes(1);
        }
        QCOMPARE(counter.state().triesUntilPenalty, 3);
        Transaction kept = expect(Transaction::begin(counter.station.database()));
        counter.failTimes(1);
        expect(kept.commit());
        QCOMPARE(counter.state().triesUntilPenalty, 2);
    }

    void threeFailuresMakeTheCardWait() {
        Counter counter;
        QCOMPARE(counter.state().triesUntilPenalty, 3);
        counter.failTimes(2);
        QCOMPARE(counter.state().kind, Kind::Open);
        QCOMPARE(counter.state().triesUntilPenalty, 1);
        counter.failTimes(1);
        QCOMPARE(counter.state().kind, Kind::Delayed);
        QCOMPARE(counter.state().remaining, milliseconds(1min));
        QCOMPARE(counter.tryOnce().error().code, ErrorCode::PinDelayed);
        QCOMPARE(counter.tries, 2);
    }

    void theWaitEndsAndTheNextOneIsLonger() {
        Counter counter;
        counter.tries = 10;
        counter.failTimes(3);
        for (const milliseconds wait : {milliseconds(1min), milliseconds(5min), milliseconds(30min)}) {
            QCOMPARE(counter.state().remaining, wait);
            counter.clock.advance(wait - 1ms);
            QCOMPARE(counter.state().kind, Kind::Delayed);
            counter.clock.advance(1ms);
            QCOMPARE(counter.state().kind, Kind::Open);
            counter.failTimes(1);
        }
        QCOMPARE(counter.state().kind, Kind::Locked);
        counter.clock.advance(1000h);
        QCOMPARE(counter.tryOnce().error().code, ErrorCode::PinLocked);
    }

    void theStationAlwaysWaitsBeforeTheCardsOwnLastTry() {
        for (int own = 2; own <= 10; ++own) {
            Counter counter;
            counter.tries = own;
            while (counter.tries > 1) {
                if (counter.state().kind == Kind::Locked)
                    break;
                counter.clock.advance(counter.state().remaining);
                counter.failTimes(1);
            }
            QVERIFY2(counter.state().kind != Kind::Open, qPrintable(QString::number(own)));
        }
    }

    void aTryCountsBeforeItsAnswer() {
        Counter counter;
        counter.failTimes(3); // beginTry() only: the program was killed before each answer
        counter.station.open();
        QCOMPARE(counter.state().kind, Kind::Delayed);
    }

    void theRightPinClearsEverything() {
        Counter counter;
        counter.failTimes(2);
        expect(counter.tryOnce());
        expect(counter.open().succeeded(counter.card));
        QCOMPARE(counter.state().kind, Kind::Open);
        QCOMPARE(counter.state().triesUntilPenalty, 3);
        OperatorDirectory directory(counter.station.database());
        QCOMPARE(expect(directory.cardByChuid("chuid of op1"))->failuresSinceLogin, 2);
    }

    void aPinSetAnewClearsTheWaitAndHidesNoFailure() {
        Counter counter;
        counter.failTimes(3);
        expect(counter.open().forgetFailures(counter.card));
        QCOMPARE(counter.state().triesUntilPenalty, 3);
        OperatorDirectory directory(counter.station.database());
        QCOMPARE(expect(directory.cardByChuid("chuid of op1"))->failuresSinceLogin, 3);
    }

    void aTryThatNeverReachedTheCardIsTakenBack() {
        Counter counter;
        counter.failTimes(3);
        expect(counter.open().withdrawTry(counter.card));
        QCOMPARE(counter.state().kind, Kind::Open);
        QCOMPARE(counter.state().triesUntilPenalty, 1);
        expect(counter.open().withdrawTry(counter.card));
        expect(counter.open().withdrawTry(counter.card));
        QCOMPARE(counter.state().triesUntilPenalty, 3);
        QCOMPARE(counter.open().withdrawTry(counter.card).error().code, ErrorCode::CardUnknown);
    }

    void settingTheClockShortensNoWait() {
        Counter counter;
        counter.failTimes(3);
        for (const int days : {-3650, -1, 1, 3650}) {
            counter.clock.setNow(counter.clock.now().addDays(days));
            QCOMPARE(counter.state().remaining, milliseconds(1min));
        }
        counter.clock.advance(20s);
        QCOMPARE(counter.state().remaining, milliseconds(40s));
    }

    void aRestartOfTheProgramGoesOnWaiting() {
        Counter counter;
        counter.failTimes(3);
        counter.clock.advance(25s);
        counter.station.open();
        QCOMPARE(counter.state().remaining, milliseconds(35s));
    }

    void aRestartOfTheMachineGoesOnFromWhatWasLeftWhenLastSeen() {
        Counter counter;
        counter.failTimes(3);
        counter.clock.advance(20s);
        QCOMPARE(counter.state().remaining, milliseconds(40s));
        counter.clock.advance(15s); // nobody looks
        counter.clock.reboot("22222222-2222-2222-2222-222222222222");
        counter.clock.setNow(counter.clock.now().addYears(5));
        counter.station.open();
        QCOMPARE(counter.state().remaining, milliseconds(40s));
        counter.clock.advance(40s);
        QCOMPARE(counter.state().kind, Kind::Open);
    }

    void aMachineThatDoesNotNameItsBootsGainsNothing() {
        Counter counter;
        counter.clock.reboot({});
        counter.failTimes(3); // each with a register of its own, as three starts of the program
        counter.clock.advance(10min);
        QCOMPARE(counter.state().remaining, milliseconds(1min));
        LockoutRegister running = counter.open();
        expect(running.state(counter.card));
        counter.clock.advance(30s);
        QCOMPARE(expect(running.state(counter.card)).remaining, milliseconds(30s));
    }

    void anUnknownCardLocksNobody() {
        Counter counter;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(counter.open().beginTry(u"C-9999"_s, 3).error().code, ErrorCode::CardUnknown);
        QCOMPARE(expect(counter.open().state(u"C-9999"_s)).kind, Kind::Open);
        QCOMPARE(counter.state().kind, Kind::Open);
        QVERIFY(expect(counter.open().lockedCards(TestStation::session(Role::Supervisor))).isEmpty());
    }

    void oneCardsFailuresAreNotAnothers() {
        Counter counter;
        const QString other = counter.station.enroll(u"op2"_s);
        counter.failTimes(3);
        QCOMPARE(expect(counter.open().state(other)).kind, Kind::Open);
    }

    void theSupervisorSeesWhoWaitsAndUnlocks() {
        Counter counter;
        const QString other = counter.station.enroll(u"op2"_s);
        expect(counter.open().beginTry(other, 5));
        counter.failTimes(3);
        const Session supervisor = TestStation::session(Role::Supervisor);
        const QList<LockedCard> locked = expect(counter.open().lockedCards(supervisor));
        QCOMPARE(locked.size(), 1);
        QCOMPARE(locked.first().card, counter.card);
        QCOMPARE(locked.first().operatorId, u"op1"_s);
        QCOMPARE(locked.first().failures, 3);
        expect(counter.open().unlock(supervisor, counter.card));
        QCOMPARE(counter.state().kind, Kind::Open);
        QCOMPARE(counter.state().triesUntilPenalty, 3);
        QCOMPARE(counter.open().unlock(supervisor, counter.card).error().code, ErrorCode::CardUnknown);
    }

    void onlyASupervisorMay() {
        Counter counter;
        counter.failTimes(3);
        for (const Role role :
             {Role::Operator, Role::CardAdministrator, Role::Auditor, Role::SystemAdministrator}) {
            const Session session = TestStation::session(role);
            QCOMPARE(counter.open().lockedCards(session).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(counter.open().unlock(session, counter.card).error().code, ErrorCode::PermissionDenied);
        }
        QCOMPARE(counter.state().kind, Kind::Delayed);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LockoutRegisterTest)
#include "tst_lockoutregister.moc"
