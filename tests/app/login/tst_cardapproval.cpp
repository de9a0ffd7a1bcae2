// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A second person's card in the second reader, or the session's own card once more, asked for a PIN during a
// session, against a whole station.

#include "app/station/policystore.h"
#include "app/station/station.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/swappedcard.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"
#include "tests/support/wrongpin.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QByteArray WrongPin = "000000";

// A card administrator is logged in on the first reader; her colleague's card is for the second.
struct Office {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card administrator = station.employ(u"adm1"_s, Role::CardAdministrator);
    CounterStation::Card colleague = hired();
    QList<Approval> asked;
    QList<std::optional<int>> tries;
    QList<int> wrong;
    QList<Approval> approved;
    QList<ErrorCode> refused;
    int malformed = 0;

    CounterStation::Card hired() {
        CardOrder order = station.order();
        order.pinTries = 10;
        const auto card = station.make(order);
        station.enroll(CounterStation::person(u"adm2"_s, Role::CardAdministrator), card);
        return card;
    }
    void open() {
        station.open();
        CardApproval* approval = &station.workstation().approval();
        QObject::connect(approval, &CardApproval::recognised, approval,
                         [this](const Approval& who, std::optional<int> left) {
                             asked.append(who);
                             tries.append(left);
                         });
        QObject::connect(approval, &CardApproval::pinWrong, approval,
                         [this](int left) { wrong.append(left); });
        QObject::connect(approval, &CardApproval::pinMalformed, approval, [this] { ++malformed; });
        QObject::connect(approval, &CardApproval::approved, approval,
                         [this](const Approval& who) { approved.append(who); });
        QObject::connect(approval, &CardApproval::refused, approval,
                         [this](const Error& why) { refused.append(why.code); });
    }
    bool logIn() {
        open();
        return station.logIn(administrator);
    }
    CardApproval& approval() { return station.workstation().approval(); }
    CardId cardIn(const QString& reader) {
        if (!QTest::qWaitFor([&] { return station.workstation().cards().cardIn(reader) != 0; }))
            qFatal("no card");
        return station.workstation().cards().cardIn(reader);
    }
    /// As a service does that needs a second card administrator.
    Result<> suits(const Operator& person) const {
        if (person.id == u"adm1"_s)
            return fail(ErrorCode::WitnessSamePerson);
        if (person.role != Role::CardAdministrator)
            return fail(ErrorCode::WitnessUnsuitable);
        return {};
    }
    void begin(const QString& reader = CounterStation::secondReader()) {
        approval().begin(cardIn(reader), [this](const Operator& person) { return suits(person); });
    }
    bool asks(const std::shared_ptr<SimulatedCard>& card) {
        const auto before = asked.size();
        station.insert(card, CounterStation::secondReader());
        begin();
        return QTest::qWaitFor([&] { return asked.size() > before; });
    }
    void enter(const QByteArray& pin = CounterStation::Pin) {
        approval().submitPin(SecretBytes::copyOf(pin));
    }
    bool refuses(ErrorCode code) {
        return QTest::qWaitFor([&] { return !refused.isEmpty() && refused.last() == code; });
    }
    void takeOut() { station.takeOut(CounterStation::secondReader()); }
    QString idOf(const CounterStation::Card& card) const { return station.idOf(card); }
    LockoutState lockout() { return expect(station.workstation().lockout().state(idOf(colleague))); }
};

} // namespace

class CardApprovalTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aCopyThatTakesThePlaceOfTheCardIsNotGivenThePin() {
        Office office;
        const auto reader = std::make_shared<SwappedCard>(office.station.order(), office.station.authority());
        office.station.enroll(CounterStation::person(u"adm3"_s, Role::CardAdministrator), reader->original());
        QVERIFY(office.logIn());
        QVERIFY(office.asks(reader));
        reader->swap();
        office.enter();
        QVERIFY(office.refuses(ErrorCode::CardNotGenuine));
        QVERIFY(office.approved.isEmpty());
        QCOMPARE(reader->pinsGiven(), 0);
        const QString card = office.idOf(reader->original());
        QCOMPARE(expect(office.station.workstation().lockout().state(card)).triesUntilPenalty, 3);
    }

    void theRightPinOfASecondPersonApproves() {
        Office office;
        QVERIFY(office.logIn());
        const QString session = office.station.login().session()->facts().id;
        QVERIFY(office.asks(office.colleague));
        QCOMPARE(office.asked.constFirst().operatorId, u"adm2"_s);
        QCOMPARE(office.tries.constFirst(), 10);
        QVERIFY(office.approved.isEmpty());
        office.enter();
        QTRY_COMPARE(office.approved.size(), 1);
        QCOMPARE(office.approved.constFirst().operatorId, u"adm2"_s);
        QCOMPARE(office.approved.constFirst().card, office.idOf(office.colleague));
        QVERIFY(!office.approval().isUnderWay());
        QVERIFY(!office.colleague->isPinVerified());
        QCOMPARE(office.lockout().triesUntilPenalty, 3);
        QCOMPARE(office.station.recorded().last(3),
                 (QStringList{u"approval.begin"_s, u"approval.pin"_s, u"approval.given"_s}));
        const AuditRecord given = office.station.lastRecord();
        QCOMPARE(given.operatorId, u"adm2"_s);
        QCOMPARE(given.card, office.idOf(office.colleague));
        QCOMPARE(given.session, session);
        QCOMPARE(office.station.login().session()->facts().id, session); // whose session did not change
        QCOMPARE(office.station.login().session()->facts().operatorId, u"adm1"_s);
    }

    void theSessionsOwnCardMayBeAskedToo() {
        Office office;
        QVERIFY(office.logIn());
        office.approval().begin(office.cardIn(CounterStation::firstReader()), {});
        QTRY_COMPARE(office.asked.size(), 1);
        office.enter();
        QTRY_COMPARE(office.approved.size(), 1);
        QCOMPARE(office.approved.constFirst().operatorId, u"adm1"_s);
        QVERIFY(office.station.login().session());
    }

    void theSamePersonIsNoWitness() {
        Office office;
        {
            StationPolicy policy;
            policy.severalCards = true;
            const auto station = expect(Station::open(StationFolder(office.station.folder()), office.clock));
            expect(PolicyStore(station->database()).changeAtConsole(policy));
        }
        const auto second = office.station.make(office.station.order());
        const int tries = second->pinTriesLeft();
        office.station.enroll(CounterStation::person(u"adm1"_s, Role::CardAdministrator), second);
        QVERIFY(office.logIn());
        office.station.insert(second, CounterStation::secondReader());
        office.begin();
        QVERIFY(office.refuses(ErrorCode::WitnessSamePerson));
        office.enter();
        QVERIFY(!office.approval().isUnderWay());
        QCOMPARE(office.station.recorded().last(), u"approval.refused"_s);
        QCOMPARE(second->pinTriesLeft(), tries);
    }

    void aRoleThatMayNotIsNoWitness() {
        Office office;
        const auto hanako = office.station.employ(u"op1"_s);
        QVERIFY(office.logIn());
        office.station.insert(hanako, CounterStation::secondReader());
        office.begin();
        QVERIFY(office.refuses(ErrorCode::WitnessUnsuitable));
    }

    void aCardThatIsNotInTheRegisterIsNoWitness() {
        Office office;
        QVERIFY(office.logIn());
        office.station.insert(office.station.make(office.station.order()), CounterStation::secondReader());
        office.begin();
        QVERIFY(office.refuses(ErrorCode::CardUnknown));
        const AuditRecord refused = office.station.lastRecord();
        QCOMPARE(refused.details.value(u"error"_s), u"CardUnknown"_s);
        QCOMPARE(refused.operatorId, QString());
    }

    void aSuspendedPersonIsNoWitness() {
        Office office;
        QVERIFY(office.logIn());
        expect(office.station.workstation().operators().suspend(
            CounterStation::session(Role::CardAdministrator), u"adm2"_s));
        office.station.insert(office.colleague, CounterStation::secondReader());
        office.begin();
        QVERIFY(office.refuses(ErrorCode::OperatorSuspended));
    }

    void aCertificateThatEndsWhileThePinIsTypedIsRefusedWithoutATry() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.clock.advance(24h * 365 * 4);
        office.enter(WrongPin);
        QVERIFY(office.refuses(ErrorCode::CertificateExpired));
        QCOMPARE(office.colleague->pinTriesLeft(), 10);
        QCOMPARE(office.lockout().triesUntilPenalty, 3);
    }

    void aMalformedPinCostsNothing() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.enter("123");
        QCOMPARE(office.malformed, 1);
        QCOMPARE(office.lockout().triesUntilPenalty, 3);
        office.enter();
        QTRY_COMPARE(office.approved.size(), 1);
    }

    void wrongPinsCountWithThoseOfTheLogin() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.enter(WrongPin);
        QTRY_COMPARE(office.wrong, (QList<int>{9}));
        QCOMPARE(office.lockout().triesUntilPenalty, 2);
        QCOMPARE(office.station.recorded().last(2), (QStringList{u"approval.pin"_s, u"pin.refused"_s}));
        office.enter(WrongPin);
        QTRY_COMPARE(office.wrong, (QList<int>{9, 8}));
        office.enter(WrongPin);
        QVERIFY(office.refuses(ErrorCode::PinDelayed));
        QVERIFY(office.approved.isEmpty());
        office.begin();
        QTRY_COMPARE(office.refused.size(), 2);
        QCOMPARE(office.refused.last(), ErrorCode::PinDelayed);
        QCOMPARE(office.colleague->pinTriesLeft(), 7);

        // The login makes the same card wait.
        office.takeOut();
        office.station.takeOut();
        QVERIFY(office.station.reaches(LoginState::WaitingForCard));
        office.station.insert(office.colleague);
        QVERIFY(office.station.reaches(LoginState::PinDelayed));
        QCOMPARE(office.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void failuresOfTheLoginCountHere() {
        Office office;
        QVERIFY(office.logIn());
        for (int i = 0; i < 3; ++i)
            expect(office.station.workstation().lockout().beginTry(office.idOf(office.colleague), 10));
        office.station.insert(office.colleague, CounterStation::secondReader());
        office.begin();
        QVERIFY(office.refuses(ErrorCode::PinDelayed));
    }

    void theCardsLastTryIsKeptForALogin() {
        Office office;
        useUpTries(*office.colleague, 2);
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.enter(WrongPin);
        QTRY_VERIFY(!office.refused.isEmpty());
        QCOMPARE(office.colleague->pinTriesLeft(), 1);
        expect(office.station.workstation().lockout().unlock(CounterStation::session(Role::Supervisor),
                                                             office.idOf(office.colleague)));
        office.begin();
        QVERIFY(office.refuses(ErrorCode::PinLastTry));
        office.enter();
        QCOMPARE(office.colleague->pinTriesLeft(), 1);
    }

    void aCardPulledWhileItIsReadIsRefused() {
        Office office;
        QVERIFY(office.logIn());
        office.station.insert(office.colleague, CounterStation::secondReader());
        const CardId card = office.cardIn(CounterStation::secondReader());
        office.station.stack().setLatency(200ms);
        office.approval().begin(card, {});
        office.takeOut();
        QVERIFY(office.refuses(ErrorCode::CardRemoved));
        QVERIFY(office.asked.isEmpty());
        QVERIFY(office.station.login().session());
    }

    void aCardPulledWhileThePinIsAwaitedIsRefused() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.takeOut();
        QVERIFY(office.refuses(ErrorCode::CardRemoved));
        office.enter();
        QVERIFY(!office.approval().isUnderWay());
        QCOMPARE(office.lockout().triesUntilPenalty, 3);
        QVERIFY(office.station.login().session());
    }

    void aCardPulledBeforeThePinIsSentGetsItsTryBack() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.station.stack().setLatency(200ms); // SELECT and CHUID come before VERIFY
        office.enter(WrongPin);
        QCOMPARE(office.lockout().triesUntilPenalty, 2);
        office.takeOut();
        QVERIFY(office.refuses(ErrorCode::CardRemoved));
        QCOMPARE(office.lockout().triesUntilPenalty, 3);
        QCOMPARE(office.colleague->pinTriesLeft(), 10);
        QCOMPARE(office.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void aCardPulledWhileItChecksThePinGetsNoFreeTry() {
        Office office;
        QVERIFY(office.logIn());
        std::atomic<bool> seen = false;
        QSemaphore mayGoOn;
        QVERIFY(office.asks(std::make_shared<WatchedCard>(office.colleague, [&](QByteArrayView command) {
            if (!WatchedCard::isPinTry(command))
                return;
            seen = true;
            mayGoOn.acquire();
        })));
        office.enter(WrongPin);
        QTRY_VERIFY(seen.load());
        office.takeOut();
        QVERIFY(office.refuses(ErrorCode::CardRemoved));
        mayGoOn.release();
        QCOMPARE(office.lockout().triesUntilPenalty, 2);
    }

    void whoeverKillsTheProgramBeforeTheAnswerGetsNoFreeTry() {
        Office office;
        QVERIFY(office.logIn());
        const QTemporaryDir place;
        const QString copy = place.filePath(u"station"_s);
        std::atomic<int> seen = 0;
        QVERIFY(office.asks(std::make_shared<WatchedCard>(
            office.colleague, [&, from = office.station.folder()](QByteArrayView command) {
                if (WatchedCard::isPinTry(command) && seen++ == 0)
                    CounterStation::copyTo(from, copy);
            })));
        office.enter(WrongPin);
        QTRY_COMPARE(office.wrong.size(), 1);
        office.station.continueWith(copy);
        office.station.open();
        QCOMPARE(office.lockout().triesUntilPenalty, 2);
        QVERIFY(office.station.recorded().contains(u"approval.pin"_s));
        QVERIFY(!office.station.recorded().contains(u"pin.refused"_s));
        QCOMPARE(office.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void theEndOfTheSessionEndsTheApproval() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        office.station.login().lock(SessionEnd::LockKey);
        QVERIFY(!office.approval().isUnderWay());
        office.enter();
        QVERIFY(office.station.recorded().contains(u"approval.cancel"_s));
        QVERIFY(office.approved.isEmpty());
    }

    void aRightPinThatCameAfterTheEndApprovesNothingAndIsNoFailure() {
        Office office;
        QVERIFY(office.logIn());
        std::atomic<bool> seen = false;
        QSemaphore mayGoOn;
        QVERIFY(office.asks(std::make_shared<WatchedCard>(office.colleague, [&](QByteArrayView command) {
            if (!WatchedCard::isPinTry(command))
                return;
            seen = true;
            mayGoOn.acquire();
        })));
        office.enter();
        QTRY_VERIFY(seen.load());
        office.approval().cancel();
        QCOMPARE(office.lockout().triesUntilPenalty, 2);
        mayGoOn.release();
        QTRY_COMPARE(office.lockout().triesUntilPenalty, 3);
        QVERIFY(office.approved.isEmpty());
        QVERIFY(!office.station.recorded().contains(u"approval.given"_s));
        QCOMPARE(office.station.lastRecord().details.value(u"cancelled"_s), u"yes"_s);
    }

    void theLoginLeavesTheWitnessesCardAlone() {
        Office office;
        QVERIFY(office.logIn());
        QVERIFY(office.asks(office.colleague));
        QCOMPARE(office.station.view().state, LoginState::InSession);
        office.enter();
        QTRY_COMPARE(office.approved.size(), 1);
        office.takeOut();
        QTRY_COMPARE(office.station.workstation().cards().cardIn(CounterStation::secondReader()), CardId(0));
        QCOMPARE(office.station.view().state, LoginState::InSession);
        QVERIFY(!office.station.recorded().contains(u"session.lock"_s));
        QCOMPARE(office.station.recorded().count(u"card.inserted"_s), 1); // hers
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::CardApprovalTest)
#include "tst_cardapproval.moc"
