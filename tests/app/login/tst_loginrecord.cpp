// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Every event of the login is in the log before its state is entered, and without the log nothing goes on.

#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);

    /// From now on nothing can be written, as on a disk that fails.
    void breakDisk() { expect(station.workstation().database().execute("PRAGMA query_only = ON")); }
};

// The records that may lead into a state.
QStringList leadingInto(LoginState state) {
    switch (state) {
    case LoginState::WaitingForCard:
        return {u"card.removed"_s, u"session.lock"_s};
    case LoginState::ReadingCard:
        return {u"card.inserted"_s, u"pin.refused"_s, u"session.lock"_s};
    case LoginState::TakeCardOut:
        return {u"card.refused"_s, u"login.cancel"_s, u"session.logout"_s};
    case LoginState::PinDelayed:
        return {u"card.refused"_s};
    case LoginState::ConfirmingLastTry:
        return {u"card.accepted"_s};
    case LoginState::AwaitingPin:
        return {u"card.accepted"_s, u"pin.last-try"_s};
    case LoginState::CheckingPin:
    case LoginState::OpeningSession:
        return {u"pin.submit"_s};
    case LoginState::InSession:
        return {u"session.start"_s, u"session.unlock"_s, u"card.swap-end"_s};
    case LoginState::CardMayLeave:
        return {u"card.swap-begin"_s};
    case LoginState::CardAway:
        return {u"card.removed"_s};
    case LoginState::OtherCardIn:
        return {u"card.inserted"_s};
    case LoginState::Halted:
        return {};
    }
    return {};
}

} // namespace

class LoginRecordTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aDayAtTheLoginIsRecordedInOrder() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.enterPin("000000");
        QTRY_VERIFY(station.view().state == LoginState::AwaitingPin && station.view().pinWasWrong);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        station.login().logOut();
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        const QStringList login{u"card.inserted"_s, u"card.accepted"_s, u"pin.submit"_s};
        const QStringList expected =
            login + QStringList{u"pin.submit"_s, u"session.start"_s, u"session.lock"_s, u"card.removed"_s} +
            login + QStringList{u"pin.refused"_s,    u"card.accepted"_s,  u"pin.submit"_s,  u"pin.submit"_s,
                                u"session.unlock"_s, u"session.logout"_s, u"card.removed"_s};
        const QStringList recorded = station.recorded();
        QCOMPARE(recorded.last(expected.size()), expected);
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void everyStateIsShownOnlyWhenItsEventIsRecorded() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        LoginState last = station.view().state;
        QList<LoginState> seen;
        QObject::connect(&station.login(), &LoginController::viewChanged, &station.login(), [&] {
            const LoginState state = station.view().state;
            if (state == last)
                return;
            last = state;
            seen.append(state);
            QVERIFY2(leadingInto(state).contains(station.lastRecord().action),
                     qPrintable(station.lastRecord().action));
        });
        QVERIFY(station.logIn(counter.hanako));
        expect(station.login().beginSwap());
        station.takeOut();
        QVERIFY(station.reaches(LoginState::CardAway));
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::InSession));
        station.login().lock(SessionEnd::LockKey);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        station.login().logOut();
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        station.insert(station.make(station.order()));
        QVERIFY(station.refuses(ErrorCode::CardUnknown));
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        station.insert(counter.hanako);
        for (int left = 2; left >= 0; --left) {
            QVERIFY(station.reaches(LoginState::AwaitingPin));
            station.enterPin("000000");
            QTRY_COMPARE(counter.hanako->pinTriesLeft(), left + 2);
        }
        QVERIFY(station.reaches(LoginState::PinDelayed));
        for (const LoginState state :
             {LoginState::WaitingForCard, LoginState::ReadingCard, LoginState::AwaitingPin,
              LoginState::CheckingPin, LoginState::InSession, LoginState::CardMayLeave, LoginState::CardAway,
              LoginState::OtherCardIn, LoginState::TakeCardOut, LoginState::PinDelayed})
            QVERIFY(seen.contains(state));
    }

    void whoeverTypedThePinIsNamedButNotThePin() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        const AuditRecord start = station.lastRecord();
        QCOMPARE(start.operatorId, u"op1"_s);
        QCOMPARE(start.card, station.idOf(counter.hanako));
        QCOMPARE(start.session, station.login().session()->facts().id);
    }

    void withoutTheRecordNoCardIsRead() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        counter.breakDisk();
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::Halted));
        QCOMPARE(station.stack().traffic().commands, quint64(0));
    }

    void withoutTheRecordNoPinGoesToTheCard() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        const quint64 before = station.stack().traffic().commands;
        counter.breakDisk();
        station.enterPin();
        QCOMPARE(station.view().state, LoginState::Halted);
        QCOMPARE(station.view().refusal, ErrorCode::RecordFailed);
        QCOMPARE(station.stack().traffic().commands, before);
        isHaltedForGood(counter);
    }

    void withoutTheRecordTheRightPinOpensNothing() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QSignalSpy started(&station.login(), &LoginController::sessionStarted);
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.stack().setLatency(50ms);
        station.enterPin();
        QCOMPARE(station.view().state, LoginState::CheckingPin);
        counter.breakDisk();
        QVERIFY(station.reaches(LoginState::Halted));
        QVERIFY(!station.login().session());
        QVERIFY(started.isEmpty());
        QVERIFY(!station.workstation().work());
    }

    void aSessionWhoseRecordIsLostEndsAtOnce() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        QSignalSpy ended(&station.login(), &LoginController::sessionEnded);
        counter.breakDisk();
        const Result<> noted = station.workstation().actions().note({ActionId::ScreenShow, u"screen:desk"_s},
                                                                    station.login().session());
        QCOMPARE(noted.error().code, ErrorCode::RecordFailed);
        station.login().recordLost();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().value<SessionEnd>(), SessionEnd::RecordLost);
        QVERIFY(!station.workstation().work());
        isHaltedForGood(counter);
    }

    void aSessionThatCannotBeEndedOnTheRecordHalts() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        counter.breakDisk();
        station.takeOut();
        QVERIFY(station.reaches(LoginState::Halted));
        QVERIFY(!station.login().session());
        QVERIFY(!station.workstation().work());
    }

private:
    static void isHaltedForGood(Counter& counter) {
        CounterStation& station = counter.station;
        const quint64 before = station.stack().traffic().commands;
        QSignalSpy inserted(&station.workstation().cards(), &CardService::cardInserted);
        station.takeOut();
        station.insert(counter.hanako, CounterStation::secondReader());
        QTRY_COMPARE(inserted.size(), 1);
        station.enterPin();
        QCOMPARE(station.view().state, LoginState::Halted);
        QVERIFY(!station.login().session());
        QCOMPARE(station.stack().traffic().commands, before);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LoginRecordTest)
#include "tst_loginrecord.moc"
