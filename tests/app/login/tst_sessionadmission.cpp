// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Who was let in is asked again: each way in which a running session stops being allowed, against a whole
// station.

#include "app/audit/auditreader.h"
#include "app/login/admissionwatch.h"
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
    CounterStation::Card hanako;
    std::unique_ptr<QSignalSpy> warned;
    std::unique_ptr<QSignalSpy> ended;

    /// Hanako is logged in; `how`: what the register has of her.
    explicit Counter(const std::function<void(Operator&)>& how = {}) {
        Operator person = CounterStation::person(u"op1"_s);
        if (how)
            how(person);
        CardOrder order = station.order();
        order.validity.notAfter = clock.now().addDays(20);
        hanako = station.make(order);
        station.enroll(person, hanako);
        station.open();
        warned = std::make_unique<QSignalSpy>(&station.login(), &LoginController::sessionEndsSoon);
        ended = std::make_unique<QSignalSpy>(&station.login(), &LoginController::sessionEnded);
        if (!station.logIn(hanako))
            qFatal("no session");
    }
    static void worksFor(Operator& person, const QDateTime& now, int minutes) {
        const QTime time = now.toLocalTime().time();
        const int minute = time.hour() * 60 + time.minute();
        person.hours = WorkingHours{minute - 60, minute + minutes};
    }
    /// Locked for this reason, on the record, with the vault closed.
    bool isLockedFor(ErrorCode code) {
        if (!station.refuses(code) || ended->size() != 1)
            return false;
        const QStringList recorded = station.recorded();
        return ended->constFirst().constFirst().value<SessionEnd>() == SessionEnd::NotAdmitted &&
               station.login().session() == nullptr && station.workstation().work() == nullptr &&
               station.view().isUnlocking &&
               recorded.last(2) == QStringList{u"session.lock"_s, u"card.refused"_s};
    }
};

} // namespace

class SessionAdmissionTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theEndOfTheHoursLocksAndTheNextDayUnlocks() {
        const QDateTime start = FakeClock().now();
        Counter counter([&](Operator& person) { Counter::worksFor(person, start, 30); });
        counter.clock.advance(29min);
        QTRY_COMPARE(counter.warned->size(), 1);
        QVERIFY(counter.station.login().session() != nullptr);
        counter.clock.advance(1min);
        QVERIFY(counter.isLockedFor(ErrorCode::OperatorOutsideHours));
        QCOMPARE(counter.warned->size(), 1);
        counter.clock.advance(23h);
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.station.lastRecord().action, u"session.unlock"_s);
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void theRecordSaysWhy() {
        Counter counter([](Operator& person) { person.validTo = FakeClock().now().toLocalTime().date(); });
        counter.clock.advance(24h);
        QVERIFY(counter.isLockedFor(ErrorCode::OperatorOutsideDates));
        AuditQuery query;
        query.limit = 2;
        const AuditRecord lock =
            expect(readAuditAsAdministrator(counter.station.workstation().database(), query)).records.last();
        QCOMPARE(lock.action, u"session.lock"_s);
        QCOMPARE(lock.details.value(u"why"_s), u"NotAdmitted"_s);
        QCOMPARE(lock.details.value(u"error"_s), u"OperatorOutsideDates"_s);
    }

    void theEndOfTheCertificateLocks() {
        Counter counter;
        counter.clock.advance(24h * 20 - 2min);
        QTRY_COMPARE(counter.warned->size(), 1);
        counter.clock.advance(3min);
        QVERIFY(counter.isLockedFor(ErrorCode::CertificateExpired));
    }

    void whatTheRegisterSaysNowCounts() {
        Counter counter;
        expect(counter.station.workstation().operators().suspend(
            CounterStation::session(Role::CardAdministrator), u"op1"_s));
        counter.clock.advance(AdmissionWatch::Every);
        QVERIFY(counter.isLockedFor(ErrorCode::OperatorSuspended));
    }

    void aClockThatIsSetIsNoticedAtOnce_data() {
        QTest::addColumn<int>("hours");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("forward") << 1 << ErrorCode::OperatorOutsideHours;
        QTest::newRow("back") << -2 << ErrorCode::ClockBehind;
    }
    void aClockThatIsSetIsNoticedAtOnce() {
        QFETCH(int, hours);
        QFETCH(ErrorCode, code);
        const QDateTime start = FakeClock().now();
        Counter counter([&](Operator& person) { Counter::worksFor(person, start, 30); });
        counter.clock.advance(AdmissionWatch::Every); // asked once, and admitted
        QVERIFY(counter.station.login().session() != nullptr);
        counter.clock.setNow(counter.clock.now().addSecs(hours * 3600)); // but no time has passed
        QVERIFY(counter.isLockedFor(code));
    }

    void whoIsStillAdmittedWorksOnUnwarned() {
        const QDateTime start = FakeClock().now();
        Counter counter([&](Operator& person) { Counter::worksFor(person, start, 240); });
        for (int i = 0; i < 3; ++i) {
            counter.clock.advance(1h);
            QTest::qWait(1100); // a tick of the watch
        }
        QVERIFY(counter.station.login().session() != nullptr);
        QCOMPARE(counter.warned->size(), 0);
        QCOMPARE(counter.ended->size(), 0);
    }

    void nothingIsAskedAfterTheSession() {
        const QDateTime start = FakeClock().now();
        Counter counter([&](Operator& person) { Counter::worksFor(person, start, 30); });
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.clock.advance(1h);
        QTest::qWait(1100);
        QCOMPARE(counter.station.view().state, LoginState::WaitingForCard);
        QCOMPARE(counter.ended->size(), 1);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::SessionAdmissionTest)
#include "tst_sessionadmission.moc"
