// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A clock that is behind what people did here: nothing that has ended holds again, and there is a way on.

#include "app/audit/auditreader.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

/// Hanako was logged in yesterday, which was her last day.
struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.make(station.order());
    CounterStation::Card system = station.employ(u"sys1"_s, Role::SystemAdministrator);
    QDateTime worked = clock.now();

    Counter() {
        Operator person = CounterStation::person(u"op1"_s);
        person.validTo = clock.now().toLocalTime().date();
        station.enroll(person, hanako);
        station.open();
        if (!station.logIn(hanako))
            qFatal("no session");
        goAway();
    }
    void goAway() {
        if (station.login().session() != nullptr)
            station.login().logOut();
        station.takeOut();
        if (!station.reaches(LoginState::WaitingForCard))
            qFatal("no end");
    }
    /// The next day somebody is seen, and the program is closed.
    void nextDay() {
        clock.advance(24h);
        station.insert(hanako);
        if (!station.refuses(ErrorCode::OperatorOutsideDates))
            qFatal("not refused");
        goAway();
        station.close();
    }
    bool isRefused() {
        station.insert(hanako);
        const bool refused = station.refuses(ErrorCode::ClockBehind);
        goAway();
        return refused;
    }
};

} // namespace

class ClockBehindTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatHasEndedDoesNotHoldAgain() {
        Counter counter;
        counter.nextDay();
        counter.clock.setNow(counter.worked.addSecs(3600));
        counter.station.open();
        QVERIFY(counter.isRefused());
        counter.station.reopen(); // starting the program again does not help
        QVERIFY(counter.isRefused());
        counter.station.reopen();
        QVERIFY(counter.isRefused());
    }

    void aFewMinutesAreNoMatter() {
        Counter counter;
        counter.station.close();
        counter.clock.setNow(counter.clock.now().addSecs(-4 * 60));
        counter.station.open();
        QVERIFY(counter.station.logIn(counter.hanako));
    }

    // Summer time changes nothing: what is compared is UTC.
    void aSystemAdministratorsLoginSaysThatTheClockIsRight() {
        Counter counter;
        counter.clock.setNow(counter.worked.addYears(1)); // it was ahead, and somebody was on record
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.refuses(ErrorCode::OperatorOutsideDates));
        counter.goAway();
        counter.clock.setNow(counter.worked.addSecs(3600));
        QVERIFY(counter.isRefused());
        QSignalSpy greeted(&counter.station.login(), &LoginController::sessionStarted);
        QVERIFY(counter.station.logIn(counter.system));
        const auto greeting = greeted.constFirst().constFirst().value<LoginGreeting>();
        QCOMPARE(greeting.clockBehind, counter.worked.addYears(1));
        counter.goAway();
        QVERIFY(counter.station.logIn(counter.hanako));
        counter.goAway();
        counter.station.reopen();
        QSignalSpy later(&counter.station.login(), &LoginController::sessionStarted);
        QVERIFY(counter.station.logIn(counter.system));
        QVERIFY(!later.constFirst().constFirst().value<LoginGreeting>().clockBehind.isValid());
        QVERIFY(counter.station.verifyLog().verdict == AuditVerification::Verdict::Intact);
    }

    void herLoginIsOnRecordAsThat() {
        Counter counter;
        counter.station.close();
        counter.clock.setNow(counter.worked.addDays(-1));
        counter.station.open();
        QVERIFY(counter.station.logIn(counter.system));
        AuditQuery query;
        query.filter.action = u"pin.submit"_s;
        const auto records =
            expect(readAuditAsAdministrator(counter.station.workstation().database(), query)).records;
        QCOMPARE(records.constFirst().operatorId, u"sys1"_s);
        QCOMPARE(records.constFirst().details.value(u"clock"_s), u"accepted"_s);
    }

    // The network sets it a moment after the machine has started.
    void aProgramThatStartedWithTheClockAheadIsNoMatter() {
        Counter counter;
        counter.station.close();
        counter.clock.setNow(counter.worked.addSecs(9 * 3600));
        counter.station.open();
        counter.clock.setNow(counter.worked.addSecs(60));
        QVERIFY(counter.station.logIn(counter.hanako));
        counter.goAway();
        counter.station.reopen();
        QVERIFY(counter.station.logIn(counter.hanako));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ClockBehindTest)
#include "tst_clockbehind.moc"
