// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Readers with a part: who may log in where, against a whole station with two readers.

#include "smartcard/simulator/foreigncard.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"

#include <QSignalSpy>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QString First = CounterStation::firstReader();
const QString Second = CounterStation::secondReader();

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
    CounterStation::Card keeper = station.employ(u"sa1"_s, Role::SystemAdministrator);

    Counter() { station.open(); }
    void assign(const QString& operators, const QString& applicants) {
        expect(station.workstation().readers().assign(CounterStation::session(Role::SystemAdministrator),
                                                      {operators, applicants}));
    }
    bool knowsReaders(qsizetype count) {
        return QTest::qWaitFor([&] { return station.workstation().cards().readers().size() == count; },
                               10000);
    }
};

} // namespace

class LoginReadersTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void anOperatorsCardInTheApplicantsReaderIsToldWhereItBelongs() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.assign(First, Second);
        std::atomic<int> tries = 0;
        const auto watched = std::make_shared<WatchedCard>(
            counter.hanako, [&](QByteArrayView command) { tries += WatchedCard::isPinTry(command) ? 1 : 0; });
        station.insert(watched, Second);
        QVERIFY(station.refuses(ErrorCode::ReaderForApplicants));
        station.enterPin(); // whoever types all the same
        QCOMPARE(station.view().state, LoginState::TakeCardOut);
        QCOMPARE(tries.load(), 0);
        QCOMPARE(station.lastRecord().details.value(u"error"_s), u"ReaderForApplicants"_s);
        QCOMPARE(station.lastRecord().operatorId, u"op1"_s);
        station.takeOut(Second);
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QVERIFY(station.logIn(counter.hanako, First));
    }

    void anApplicantsCardThereDisturbsNobody() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.assign(First, Second);
        QSignalSpy changed(&station.login(), &LoginController::viewChanged);
        const auto state = [&] { return station.view().state; };
        for (const std::shared_ptr<SimulatedCard>& card :
             {std::shared_ptr<SimulatedCard>(std::make_shared<ForeignCard>()),
              std::shared_ptr<SimulatedCard>(station.make(station.order()))}) {
            const quint64 before = station.stack().traffic().commands;
            station.insert(card, Second);
            QTRY_VERIFY(station.stack().traffic().commands > before); // it was looked at
            QTest::qWait(200);
            QCOMPARE(state(), LoginState::WaitingForCard);
            station.takeOut(Second);
        }
        QVERIFY(station.logIn(counter.hanako, First));
        station.insert(std::make_shared<ForeignCard>(), Second);
        QTest::qWait(100);
        station.takeOut(Second);
        QTest::qWait(200);
        QCOMPARE(state(), LoginState::InSession);
        QVERIFY(!station.recorded().contains(u"card.refused"_s));
    }

    void aColleaguesCardThatStaysThereIsNoLoginAfterTheSession() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.assign(First, Second);
        QVERIFY(station.logIn(counter.hanako, First));
        station.insert(counter.keeper, Second);
        QTest::qWait(100);
        station.takeOut(First);
        QVERIFY(station.refuses(ErrorCode::ReaderForApplicants));
        QVERIFY(!station.login().session());
        QVERIFY(station.logIn(counter.hanako, First)); // it hides nobody's card
    }

    void withoutTheOperatorsReaderAnyOtherWillDo() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.assign(u"Reader 9"_s, Second);
        LoginGreeting greeting;
        connect(&station.login(), &LoginController::sessionStarted, this,
                [&](const LoginGreeting& given) { greeting = given; });
        QVERIFY(station.logIn(counter.hanako, First));
        QCOMPARE(greeting.missingReaders, (ReaderAssignment{u"Reader 9"_s, {}}));
        station.takeOut(First);
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QCOMPARE(station.view().missing.operators, u"Reader 9"_s);
        station.insert(counter.hanako, Second);
        QVERIFY(station.refuses(ErrorCode::ReaderForApplicants));
    }

    void whenOnlyTheApplicantsReaderIsLeftTheSystemAdministratorGetsIn() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.assign(First, Second);
        station.stack().unplugReader(First);
        QVERIFY(counter.knowsReaders(1));
        QTRY_COMPARE(station.view().missing.operators, First);
        station.insert(counter.hanako, Second);
        QVERIFY(station.refuses(ErrorCode::ReaderForApplicants));
        station.takeOut(Second);
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QVERIFY(station.logIn(counter.keeper, Second));
        expect(station.workstation().readers().assign(*station.login().session(), {Second, {}}));
        station.takeOut(Second);
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QVERIFY(station.logIn(counter.hanako, Second));
    }

    void aReaderThatComesBackIsNoLongerMissing() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.assign(First, Second);
        station.stack().unplugReader(Second);
        QTRY_COMPARE(station.view().missing.applicants, Second);
        QVERIFY(station.logIn(counter.hanako, First)); // she needs only hers
        station.takeOut(First);
        station.stack().plugReader(Second);
        QTRY_COMPARE(station.view().missing, ReaderAssignment());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LoginReadersTest)
#include "tst_loginreaders.moc"
