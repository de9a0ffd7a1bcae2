// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// An operator's card goes out for an applicant's and comes back, or does not: against a whole station.

#include "app/audit/auditreader.h"
#include "app/login/cardswap.h"
#include "smartcard/simulator/foreigncard.h"
#include "smartcard/simulator/silentcard.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/swappedcard.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"

#include <QSignalSpy>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

/// As one that is in the wrong way round.
std::shared_ptr<SimulatedCard> silentCard() {
    return std::make_shared<SilentCard>(SilentCard::Silence::AtReset);
}

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    std::shared_ptr<SwappedCard> hanako = std::make_shared<SwappedCard>(station.order(), station.authority());
    CounterStation::Card jiro;
    std::unique_ptr<QSignalSpy> ended;

    Counter() {
        station.enroll(CounterStation::person(u"op1"_s), hanako->original());
        jiro = station.employ(u"op2"_s);
        station.open();
        ended = std::make_unique<QSignalSpy>(&station.login(), &LoginController::sessionEnded);
        if (!station.logIn(hanako))
            qFatal("no session");
    }
    LoginController& login() { return station.login(); }
    const Session& session() { return *login().session(); }
    bool shows(SwapReader reader) {
        return QTest::qWaitFor([&] { return station.view().swap.reader == reader; }, 10000);
    }
    /// Her card is out, the change has begun.
    void lend() {
        expect(login().beginSwap());
        station.takeOut();
        if (!station.reaches(LoginState::CardAway))
            qFatal("her card is not out");
    }
    /// Locked as by a pulled card: on record, with the vault closed; `why` as in the record of the change.
    bool isLocked(const QString& why) {
        if (!QTest::qWaitFor([&] { return ended->size() == 1; }, 10000))
            return false;
        AuditQuery query;
        query.filter.action = u"card.swap-end"_s;
        const auto records =
            expect(readAuditAsAdministrator(station.workstation().database(), query)).records;
        return login().session() == nullptr && station.workstation().work() == nullptr &&
               records.size() == 1 && records.constFirst().outcome == AuditOutcome::Failed &&
               records.constFirst().details.value(u"why"_s) == why;
    }
};

} // namespace

class CardSwapTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theSameCardComesBackAndTheSessionGoesOn() {
        Counter counter;
        CounterStation& station = counter.station;
        const QString session = counter.session().facts().id;
        QSignalSpy begun(&counter.login(), &LoginController::swapBegun);
        expect(counter.login().beginSwap());
        QCOMPARE(begun.size(), 1);
        QCOMPARE(station.view().state, LoginState::CardMayLeave);
        QCOMPARE(station.view().swap, (SwapView{SwapReader::OwnCard, 60s}));
        station.takeOut();
        QVERIFY(station.reaches(LoginState::CardAway));
        station.insert(std::make_shared<ForeignCard>());
        QVERIFY(counter.shows(SwapReader::OtherCard));
        QCOMPARE(station.view().state, LoginState::OtherCardIn);
        station.takeOut();
        QVERIFY(station.reaches(LoginState::CardAway));
        QCOMPARE(station.view().swap.reader, SwapReader::Empty);
        counter.clock.advance(40s);
        QTRY_COMPARE(station.view().swap.left, 20s);
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(counter.session().facts().id, session);
        QVERIFY(counter.session().may(Permission::EditDraft));
        QVERIFY(station.workstation().work() != nullptr);
        QCOMPARE(counter.ended->size(), 0);
        const QStringList recorded = station.recorded();
        QCOMPARE(recorded.last(6), (QStringList{u"card.swap-begin"_s, u"card.removed"_s, u"card.inserted"_s,
                                                u"card.removed"_s, u"card.inserted"_s, u"card.swap-end"_s}));
        QCOMPARE(station.lastRecord().details.value(u"why"_s), u"CardReturned"_s);
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
        // It is the session's card as before: pulling it locks.
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QCOMPARE(counter.ended->size(), 1);
    }

    void noPinGoesToAnyCardMeanwhile() {
        Counter counter;
        std::atomic<int> tries = 0;
        const auto watch = [&](QByteArrayView command) { tries += WatchedCard::isPinTry(command) ? 1 : 0; };
        counter.lend();
        counter.station.insert(std::make_shared<WatchedCard>(counter.hanako, watch));
        QVERIFY(counter.station.reaches(LoginState::InSession));
        QCOMPARE(tries.load(), 0);
    }

    void theSessionCanDoNothingMeanwhile() {
        Counter counter;
        const SecretBytes* key = counter.session().vaultKey();
        QVERIFY(key != nullptr);
        counter.lend();
        QCOMPARE(counter.session().require(Permission::ViewOwnDrafts).error().code, ErrorCode::CardRemoved);
        QVERIFY(counter.session().vaultKey() == nullptr);
        QVERIFY(counter.session().may(Permission::UseSession));
        const auto drafts = counter.station.workstation().work()->drafts.list(counter.session());
        QCOMPARE(drafts.error().code, ErrorCode::CardRemoved);
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::InSession));
        QVERIFY(counter.station.workstation().work()->drafts.list(counter.session()));
    }

    void whatIsInTheReaderIsTold_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"PIV", "other", "silent"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void whatIsInTheReaderIsTold() {
        QFETCH(QString, kind);
        Counter counter;
        CounterStation& station = counter.station;
        std::shared_ptr<SimulatedCard> card = station.make(station.order());
        if (kind == u"other")
            card = std::make_shared<ForeignCard>();
        if (kind == u"silent")
            card = silentCard();
        counter.lend();
        station.insert(card);
        QVERIFY(counter.shows(kind == u"PIV"     ? SwapReader::PivCard
                              : kind == u"other" ? SwapReader::OtherCard
                                                 : SwapReader::Unreadable));
        QVERIFY(station.lastRecord().card.isEmpty()); // nobody's business
        station.takeOut();
        QVERIFY(counter.shows(SwapReader::Empty));
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::InSession));
    }

    void whoKeepsHerCardInGoesOn() {
        Counter counter;
        expect(counter.login().beginSwap());
        counter.login().cancelSwap();
        QCOMPARE(counter.station.view().state, LoginState::InSession);
        QVERIFY(counter.session().may(Permission::EditDraft));
        QCOMPARE(counter.station.lastRecord().details.value(u"why"_s), u"Cancelled"_s);
        counter.clock.advance(2min);
        QTest::qWait(500);
        QCOMPARE(counter.ended->size(), 0);
    }

    void whenHerCardIsOutItCantBeCancelled() {
        Counter counter;
        counter.lend();
        counter.login().cancelSwap();
        QCOMPARE(counter.station.view().state, LoginState::CardAway);
        QVERIFY(!counter.session().may(Permission::EditDraft));
    }

    void afterAMinuteItIsOver_data() {
        QTest::addColumn<QString>("in");
        for (const char* in : {"nothing", "an applicant's card", "a silent card", "her own card"})
            QTest::newRow(in) << QString::fromLatin1(in);
    }
    void afterAMinuteItIsOver() {
        QFETCH(QString, in);
        Counter counter;
        CounterStation& station = counter.station;
        expect(counter.login().beginSwap());
        if (in != u"her own card") {
            station.takeOut();
            QVERIFY(station.reaches(LoginState::CardAway));
        }
        if (in == u"an applicant's card") {
            station.insert(std::make_shared<ForeignCard>());
            QVERIFY(counter.shows(SwapReader::OtherCard));
        } else if (in == u"a silent card") {
            station.insert(silentCard());
            QVERIFY(counter.shows(SwapReader::Unreadable));
        }
        counter.clock.advance(59s);
        QTest::qWait(500);
        QCOMPARE(counter.ended->size(), 0);
        counter.clock.advance(1s);
        QVERIFY(counter.isLocked(u"SwapOver"_s));
        QCOMPARE(counter.ended->constFirst().constFirst().value<SessionEnd>(), SessionEnd::CardSwap);
        if (in == u"her own card") {
            QVERIFY(station.reaches(LoginState::AwaitingPin));
        } else {
            QTest::qWait(200); // an applicant's card waits for nobody
            QCOMPARE(station.view().state, LoginState::WaitingForCard);
            QCOMPARE(station.view().swapFailure, ErrorCode::SwapOver);
            station.takeOut();
            station.insert(counter.hanako);
            QVERIFY(station.reaches(LoginState::AwaitingPin));
        }
        QVERIFY(station.view().isUnlocking);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(station.lastRecord().action, u"session.unlock"_s);
    }

    void aCardThatIsStillBeingReadIsTooLate() {
        Counter counter;
        counter.lend();
        counter.station.stack().setLatency(100ms);
        counter.station.insert(counter.hanako);
        QVERIFY(counter.shows(SwapReader::Reading));
        counter.clock.advance(61s);
        QVERIFY(counter.isLocked(u"SwapOver"_s));
    }

    void anotherOperatorsCardLocks() {
        Counter counter;
        counter.lend();
        counter.station.insert(counter.jiro);
        QVERIFY(counter.isLocked(u"CardChanged"_s));
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        QVERIFY(!counter.station.view().isUnlocking);
        QCOMPARE(counter.station.view().operatorName, u"窓口 op2"_s);
    }

    void aCopyOfHerCardLocks() {
        Counter counter;
        counter.lend();
        counter.hanako->swap(); // all that can be read of hers, another key in 9E
        counter.station.insert(counter.hanako);
        QVERIFY(counter.isLocked(u"CardNotGenuine"_s));
        QVERIFY(counter.station.refuses(ErrorCode::CardNotGenuine));
        QCOMPARE(counter.hanako->pinsGiven(), 0);
    }

    void aCardThatWasSuspendedMeanwhileLocks() {
        Counter counter;
        counter.lend();
        expect(counter.station.workstation().operators().suspend(
            CounterStation::session(Role::CardAdministrator), u"op1"_s));
        counter.station.insert(counter.hanako);
        QVERIFY(counter.isLocked(u"OperatorSuspended"_s));
        QVERIFY(counter.station.refuses(ErrorCode::OperatorSuspended));
    }

    void everyOtherEndLocksOrLogsOutAsEver_data() {
        QTest::addColumn<SessionEnd>("why");
        QTest::addColumn<bool>("isOut");
        for (const SessionEnd why : {SessionEnd::LockKey, SessionEnd::Idle, SessionEnd::LoggedOut,
                                     SessionEnd::CardWithdrawn, SessionEnd::NotAdmitted}) {
            const char* name = QMetaEnum::fromType<SessionEnd>().valueToKey(static_cast<int>(why));
            QTest::addRow("%s, card in", name) << why << false;
            QTest::addRow("%s, card out", name) << why << true;
        }
    }
    void everyOtherEndLocksOrLogsOutAsEver() {
        QFETCH(SessionEnd, why);
        QFETCH(bool, isOut);
        Counter counter;
        CounterStation& station = counter.station;
        expect(counter.login().beginSwap());
        if (isOut) {
            station.takeOut();
            QVERIFY(station.reaches(LoginState::CardAway));
        }
        QString cause = u"SessionEnded"_s;
        if (why == SessionEnd::LoggedOut) {
            counter.login().logOut();
        } else if (why == SessionEnd::CardWithdrawn) {
            counter.login().cardWithdrawn(counter.session().facts().card);
        } else if (why == SessionEnd::NotAdmitted) {
            cause = u"OperatorSuspended"_s;
            expect(station.workstation().operators().suspend(CounterStation::session(Role::CardAdministrator),
                                                             u"op1"_s));
            counter.clock.advance(AdmissionWatch::Every);
        } else {
            counter.login().lock(why);
        }
        QVERIFY(counter.isLocked(cause));
        QCOMPARE(counter.ended->constFirst().constFirst().value<SessionEnd>(), why);
        if (isOut) {
            QVERIFY(station.reaches(LoginState::WaitingForCard));
            QVERIFY(!station.view().swapFailure);
        } else if (why == SessionEnd::LoggedOut) {
            QCOMPARE(station.view().state, LoginState::TakeCardOut);
        } else if (why == SessionEnd::NotAdmitted) {
            QVERIFY(station.refuses(ErrorCode::OperatorSuspended));
        } else {
            QVERIFY(station.reaches(LoginState::AwaitingPin));
        }
    }

    void aCardWithout9eStays() {
        FakeClock clock;
        CounterStation station(clock);
        CardOrder order = station.order();
        order.withCardAuthentication = false;
        const auto card = station.make(order);
        station.enroll(CounterStation::person(u"op1"_s), card);
        station.open();
        StationPolicy policy = expect(station.workstation().policy());
        policy.allowCardWithoutCardKey = true;
        expect(station.workstation().policies().changeAtConsole(policy));
        QVERIFY(station.logIn(card));
        QCOMPARE(station.login().beginSwap().error().code, ErrorCode::CardWithoutCardKey);
        QCOMPARE(station.view().state, LoginState::InSession);
        QCOMPARE(station.lastRecord().action, u"card.swap-begin"_s);
        QCOMPARE(station.lastRecord().outcome, AuditOutcome::Refused);
        QVERIFY(station.login().session()->may(Permission::EditDraft));
    }

    void onlyOperatorsHaveTheChange() {
        FakeClock clock;
        CounterStation station(clock);
        const auto card = station.employ(u"sv1"_s, Role::Supervisor);
        station.open();
        QVERIFY(station.logIn(card));
        QCOMPARE(station.login().beginSwap().error().code, ErrorCode::PermissionDenied);
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QCOMPARE(station.login().beginSwap().error().code, ErrorCode::SessionEnded);
    }

    void withAReaderForApplicantsThereIsNoNeed() {
        Counter counter;
        expect(counter.station.workstation().readers().assign(
            CounterStation::session(Role::SystemAdministrator), {{}, CounterStation::secondReader()}));
        QVERIFY(counter.login().hasApplicantsReader());
        QCOMPARE(counter.login().beginSwap().error().code, ErrorCode::InputInvalid);
        QCOMPARE(counter.station.view().state, LoginState::InSession);
    }

    void aProgramKilledMeanwhileLeavesNothingOpen() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.lend();
        QTemporaryDir killed;
        const QString copy = killed.filePath(u"station"_s);
        CounterStation::copyTo(station.folder(), copy);
        station.continueWith(copy);
        station.open();
        QCOMPARE(station.view().state, LoginState::WaitingForCard);
        QVERIFY(station.login().session() == nullptr);
        QVERIFY(station.workstation().work() == nullptr);
        QVERIFY(station.recorded().contains(u"program.unclean-stop"_s));
        QVERIFY(!station.recorded().contains(u"card.swap-end"_s));
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
        station.insert(counter.hanako); // hers proves nothing now: the PIN is asked
        QVERIFY(station.reaches(LoginState::AwaitingPin));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardSwapTest)
#include "tst_cardswap.moc"
