// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What gives rights or changes the rules needs a PIN of a moment ago, against a whole station.

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
    CounterStation::Card administrator = station.employ(u"sa1"_s, Role::SystemAdministrator);

    bool logIn() {
        station.open();
        return station.logIn(administrator);
    }
    const Session& session() { return *station.login().session(); }
    CardApproval& freshPin() { return station.workstation().freshPin(); }
    /// ok, or why not.
    QString change() {
        const Result<> changed = station.workstation().policies().change(session(), StationPolicy());
        return changed ? u"ok"_s : errorName(changed.error().code);
    }
    void age() { clock.advance(SessionRun::PinStaysFresh); }
    /// Asks and answers; the signal that came of it.
    bool prove(const QByteArray& pin, QSignalSpy& answer) {
        QSignalSpy asked(&freshPin(), &CardApproval::recognised);
        station.workstation().askFreshPin();
        if (!QTest::qWaitFor([&] { return !asked.isEmpty(); }))
            return false;
        freshPin().submitPin(SecretBytes::copyOf(pin));
        return QTest::qWaitFor([&] { return !answer.isEmpty(); });
    }
};

} // namespace

class FreshPinTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void fiveMinutesAfterTheLoginTheRulesNeedThePinOnceMore() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.clock.advance(SessionRun::PinStaysFresh - 1s);
        QCOMPARE(counter.change(), u"ok"_s);
        counter.age();
        QCOMPARE(counter.change(), u"PinNotFresh"_s);
        QSignalSpy approved(&counter.freshPin(), &CardApproval::approved);
        QVERIFY(counter.prove(CounterStation::Pin, approved));
        QCOMPARE(counter.change(), u"ok"_s);
        QVERIFY(counter.station.recorded().contains(u"approval.given"_s));
        counter.age();
        QCOMPARE(counter.change(), u"PinNotFresh"_s);
    }

    void aWrongPinCountsAndChangesNothing() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.age();
        QSignalSpy wrong(&counter.freshPin(), &CardApproval::pinWrong);
        QVERIFY(counter.prove("00000000", wrong));
        QCOMPARE(counter.change(), u"PinNotFresh"_s);
        QCOMPARE(counter.administrator->pinTriesLeft(), 4);
    }

    void aLockTakesTheQuestionBack() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.age();
        counter.station.workstation().askFreshPin();
        counter.station.login().lock(SessionEnd::LockKey);
        QVERIFY(!counter.freshPin().isUnderWay());
    }

    void aNewSessionBeginsWithAFreshPin() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.age();
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        QVERIFY(counter.station.logIn(counter.administrator));
        QCOMPARE(counter.change(), u"ok"_s);
        counter.age();
        QCOMPARE(counter.change(), u"PinNotFresh"_s);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::FreshPinTest)
#include "tst_freshpin.moc"
