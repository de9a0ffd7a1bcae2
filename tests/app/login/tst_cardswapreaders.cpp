// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A change of cards where there is more than one reader, against a whole station.

#include "app/audit/auditreader.h"
#include "smartcard/simulator/foreigncard.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QString Second = CounterStation::secondReader();

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);

    Counter() {
        station.open();
        if (!station.logIn(hanako))
            qFatal("no session");
    }
    /// Her card is out, the change has begun.
    void lend() {
        expect(station.login().beginSwap());
        station.takeOut();
        if (!station.reaches(LoginState::CardAway))
            qFatal("her card is not out");
    }
    bool shows(SwapReader reader) {
        return QTest::qWaitFor([&] { return station.view().swap.reader == reader; }, 10000);
    }
    qsizetype recorded(const QString& action) { return station.recorded().count(action); }
    bool knowsReaders(qsizetype count) {
        return QTest::qWaitFor([&] { return station.workstation().cards().readers().size() == count; },
                               10000);
    }
};

} // namespace

class CardSwapReadersTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theCardMayComeBackIntoAnotherReader() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.lend();
        station.insert(std::make_shared<ForeignCard>());
        QVERIFY(counter.shows(SwapReader::OtherCard));
        station.insert(counter.hanako, Second);
        QVERIFY(station.reaches(LoginState::InSession));
        station.takeOut(); // the applicant's
        QTRY_COMPARE(station.workstation().cards().cardIn(CounterStation::firstReader()), CardId(0));
        QCOMPARE(station.view().state, LoginState::InSession);
        station.takeOut(Second);
        QVERIFY(station.reaches(LoginState::WaitingForCard));
    }

    void herCardIsReadThoughAnotherComesMeanwhile() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.lend();
        station.stack().setLatency(1s); // for each command; shorter than a card's patience
        station.insert(counter.hanako);
        QVERIFY(counter.shows(SwapReader::Reading));
        const qsizetype inserted = counter.recorded(u"card.inserted"_s);
        station.insert(std::make_shared<ForeignCard>(), Second);
        QTRY_COMPARE(counter.recorded(u"card.inserted"_s), inserted + 1); // and hers is not read yet
        QCOMPARE(station.view().state, LoginState::OtherCardIn);
        station.stack().setLatency(0ms);
        QVERIFY(station.reaches(LoginState::InSession));
    }

    void eachCardThatLeavesIsOnRecord() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.lend();
        const qsizetype removed = counter.recorded(u"card.removed"_s);
        station.insert(std::make_shared<ForeignCard>());
        QVERIFY(counter.shows(SwapReader::OtherCard));
        station.insert(station.make(station.order()), Second);
        QVERIFY(counter.shows(SwapReader::PivCard));
        station.takeOut();
        QTRY_COMPARE(counter.recorded(u"card.removed"_s), removed + 1);
        QCOMPARE(station.view().state, LoginState::OtherCardIn);
        QCOMPARE(station.view().swap.reader, SwapReader::PivCard); // that one is still in
        station.takeOut(Second);
        QVERIFY(station.reaches(LoginState::CardAway));
        QCOMPARE(counter.recorded(u"card.removed"_s), removed + 2);
        QCOMPARE(station.view().swap.reader, SwapReader::Empty);
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void herCardDoesNotComeBackIntoTheApplicantsReader() {
        Counter counter;
        CounterStation& station = counter.station;
        expect(station.workstation().readers().assign(CounterStation::session(Role::SystemAdministrator),
                                                      {{}, Second}));
        station.stack().unplugReader(Second);
        QVERIFY(counter.knowsReaders(1));
        QSignalSpy ended(&station.login(), &LoginController::sessionEnded);
        counter.lend();
        station.stack().plugReader(Second);
        QVERIFY(counter.knowsReaders(2));
        station.insert(counter.hanako, Second);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(station.login().session() == nullptr);
        QVERIFY(station.refuses(ErrorCode::ReaderForApplicants));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardSwapReadersTest)
#include "tst_cardswapreaders.moc"
