// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A holder changes her PIN, and when she has to, against a whole station.

#include "app/audit/auditreader.h"
#include "app/storage/statement.h"
#include "tests/support/counterstation.h"
#include "tests/support/cutcard.h"
#include "tests/support/fakeclock.h"
#include "tests/support/swappedcard.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

const QByteArray Present = CounterStation::Pin;
const QByteArray Next = "482915";

/// Says nothing to CHANGE REFERENCE DATA, done or not.
class SilentAtChange final : public SimulatedCard {
public:
    SilentAtChange(std::shared_ptr<SimulatedCard> card, Cut cut) : m_card(std::move(card)), m_cut(cut) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        if (command.at(1) != 0x24)
            return m_card->transmit(command);
        if (m_cut == Cut::BeforeTheAnswer)
            m_card->transmit(command);
        return {};
    }

private:
    std::shared_ptr<SimulatedCard> m_card;
    Cut m_cut;
};

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = hired();
    int changed = 0;
    QList<int> wrong;
    QList<ErrorCode> refused;

    CounterStation::Card hired() {
        CardOrder order = station.order();
        order.pinTries = 10;
        const auto card = station.make(order);
        station.enroll(CounterStation::person(u"op1"_s), card);
        return card;
    }
    void open() {
        station.open();
        PinChange* change = &station.workstation().pinChange();
        QObject::connect(change, &PinChange::changed, change, [this] { ++changed; });
        QObject::connect(change, &PinChange::presentWrong, change, [this](int left) { wrong.append(left); });
        QObject::connect(change, &PinChange::refused, change,
                         [this](const Error& why) { refused.append(why.code); });
    }
    bool logIn() { return logInWith(hanako); }
    bool logInWith(const std::shared_ptr<SimulatedCard>& card) {
        open();
        return station.logIn(card);
    }
    Result<> start(const QByteArray& present, const QByteArray& next, const QByteArray& again) {
        return station.workstation().pinChange().start(
            *station.login().session(), station.login().card(),
            {SecretBytes::copyOf(present), SecretBytes::copyOf(next), SecretBytes::copyOf(again)});
    }
    Result<> start(const QByteArray& present = Present, const QByteArray& next = Next) {
        return start(present, next, next);
    }
    bool change(const QByteArray& present, const QByteArray& next) {
        const int before = changed;
        expect(start(present, next));
        return QTest::qWaitFor([&] { return changed > before; });
    }
    LockoutState lockout() { return expect(station.workstation().lockout().state(station.idOf(hanako))); }
    void set(const std::function<void(PinPolicy&)>& how) {
        StationPolicy policy = expect(station.workstation().policy());
        how(policy.pins);
        expect(station.workstation().policies().change(CounterStation::session(Role::SystemAdministrator),
                                                       policy));
    }
    bool wasUsedBefore(const QByteArray& present, const QByteArray& next) {
        refused.clear();
        expect(start(present, next));
        return QTest::qWaitFor([&] { return !refused.isEmpty(); }) &&
               refused == QList{ErrorCode::PinUsedBefore};
    }
    /// Card out and in again; the greeting of the new session.
    LoginGreeting comeBack(const QByteArray& pin = Present) {
        LoginGreeting greeting;
        const auto heard =
            QObject::connect(&station.login(), &LoginController::sessionStarted, &station.login(),
                             [&](const LoginGreeting& given) { greeting = given; });
        station.takeOut();
        if (!station.reaches(LoginState::WaitingForCard))
            qFatal("the card stays");
        station.insert(hanako);
        if (!station.reaches(LoginState::AwaitingPin))
            qFatal("no PIN is asked for");
        station.enterPin(pin);
        if (!station.reaches(LoginState::InSession))
            qFatal("no session");
        QObject::disconnect(heard);
        return greeting;
    }
    qint64 hashes() {
        Statement count = expect(station.workstation().database().prepare("SELECT count(*) FROM former_pin"));
        expect(count.step());
        return count.integer(0);
    }
};

} // namespace

class PinChangeTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theHolderChangesHerPin() {
        Counter counter;
        QVERIFY(counter.logIn());
        QVERIFY(counter.change(Present, Next));
        QCOMPARE(counter.hanako->pin(), Next);
        QVERIFY(!counter.hanako->isPinVerified());
        QCOMPARE(counter.lockout().triesUntilPenalty, 3);
        QCOMPARE(counter.station.recorded().last(2), (QStringList{u"pin.change"_s, u"pin.change"_s}));
        QCOMPARE(counter.station.lastRecord().outcome, AuditOutcome::Done);
        QVERIFY(counter.station.login().session());
        counter.comeBack(Next);
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void whatCanBeRefusedHereCostsNoTryAndNoCommand_data() {
        QTest::addColumn<QByteArray>("present");
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<ErrorCode>("expected");
        QTest::newRow("present too short") << QByteArray("12") << Next << Next << ErrorCode::PinMalformed;
        QTest::newRow("new too short")
            << Present << QByteArray("48") << QByteArray("48") << ErrorCode::PinTooShort;
        QTest::newRow("sequence") << Present << QByteArray("123456") << QByteArray("123456")
                                  << ErrorCode::PinSequence;
        QTest::newRow("differ") << Present << Next << QByteArray("482916") << ErrorCode::PinsDiffer;
        QTest::newRow("the same") << Present << Present << Present << ErrorCode::PinUsedBefore;
    }
    void whatCanBeRefusedHereCostsNoTryAndNoCommand() {
        QFETCH(QByteArray, present);
        QFETCH(QByteArray, next);
        QFETCH(QByteArray, again);
        QFETCH(ErrorCode, expected);
        Counter counter;
        QVERIFY(counter.logIn());
        const quint64 before = counter.station.stack().traffic().commands;
        QCOMPARE(counter.start(present, next, again).error().code, expected);
        QCOMPARE(counter.station.stack().traffic().commands, before);
        QCOMPARE(counter.lockout().triesUntilPenalty, 3);
        QVERIFY(!counter.station.workstation().pinChange().isUnderWay());
        QCOMPARE(counter.station.recorded().constLast(), u"pin.change"_s);
    }

    void aWrongPresentPinCountsLikeOneOfTheLogin() {
        Counter counter;
        QVERIFY(counter.logIn());
        for (int left = 9; left >= 7; --left) {
            expect(counter.start("000000"));
            if (left > 7)
                QTRY_COMPARE(counter.wrong.size(), 10 - left);
            else
                QTRY_COMPARE(counter.hanako->pinTriesLeft(), 7);
        }
        QTRY_VERIFY(!counter.station.workstation().pinChange().isUnderWay());
        QCOMPARE(counter.hanako->pin(), Present);
        QCOMPARE(counter.lockout().kind, LockoutState::Kind::Delayed);
        QCOMPARE(counter.station.lastRecord().action, u"pin.refused"_s);
        expect(counter.start());
        QTRY_COMPARE(counter.refused, (QList<ErrorCode>{ErrorCode::PinDelayed}));
        QCOMPARE(counter.hanako->pin(), Present);
        counter.clock.advance(1min);
        QVERIFY(counter.change(Present, Next));
    }

    void formerPinsDoNotComeBackForAWhile() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.set([](PinPolicy& policy) { policy.remembered = 2; });
        QVERIFY(counter.change(Present, Next));
        QVERIFY(counter.wasUsedBefore(Next, Present));
        QVERIFY(counter.change(Next, "905172"));
        QVERIFY(counter.wasUsedBefore("905172", Present));
        QVERIFY(counter.wasUsedBefore("905172", Next));
        QCOMPARE(counter.hanako->pin(), "905172");
        QCOMPARE(counter.lockout().triesUntilPenalty, 3);
        QVERIFY(counter.change("905172", "618304"));
        QCOMPARE(counter.hashes(), 2); // and nothing of the present one
        QVERIFY(counter.change("618304", Present));
    }

    void whoDoesNotKnowThePresentPinHearsNothingOfFormerOnes() {
        Counter counter;
        QVERIFY(counter.logIn());
        QVERIFY(counter.change(Present, Next));
        expect(counter.start("000000", Present));
        QTRY_COMPARE(counter.wrong, QList{9});
        QVERIFY(counter.refused.isEmpty());
        QCOMPARE(counter.lockout().triesUntilPenalty, 2);
        QCOMPARE(counter.station.lastRecord().action, u"pin.refused"_s);
        QVERIFY(!counter.station.lastRecord().details.contains(u"error"_s));
    }

    void ofAWrongPresentPinNothingIsRemembered() {
        Counter counter;
        QVERIFY(counter.logIn());
        expect(counter.start("907163"));
        QTRY_COMPARE(counter.wrong.size(), 1);
        QCOMPARE(counter.hashes(), 0);
    }

    void whatItsAgeBringsAbout() {
        Counter counter;
        counter.open();
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(counter.comeBack().pin, PinDue{});
        counter.clock.advance(24h * 166);
        QCOMPARE(counter.comeBack().pin, (PinDue{PinDue::Kind::Soon, 14, false}));
        QVERIFY(!counter.station.login().session()->isPinChangeDue());
        counter.clock.advance(24h * 14);
        QCOMPARE(counter.comeBack().pin, (PinDue{PinDue::Kind::Soon, 0, false}));
        counter.clock.advance(24h);
        QCOMPARE(counter.comeBack().pin, (PinDue{PinDue::Kind::Demanded, -1, false}));
        counter.set([](PinPolicy& policy) { policy.forceChange = false; });
        QCOMPARE(counter.comeBack().pin, (PinDue{PinDue::Kind::Soon, -1, false}));
        counter.set([](PinPolicy& policy) { policy.changeEveryDays = 0; });
        QCOMPARE(counter.comeBack().pin, PinDue{});
        counter.set([](PinPolicy& policy) {
            policy.changeEveryDays = 180;
            policy.forceChange = true;
        });
        QVERIFY(counter.change(Present, Next));
        QCOMPARE(counter.comeBack(Next).pin, PinDue{});
    }

    void whoMustChangeItDoesNothingElseBefore() {
        Counter counter;
        counter.open();
        expect(counter.station.workstation().pins().demandChange(counter.station.idOf(counter.hanako)));
        QVERIFY(counter.station.logIn(counter.hanako));
        const Session* session = counter.station.login().session();
        QVERIFY(session->isPinChangeDue());
        QVERIFY(!session->may(Permission::OpenReception));
        QVERIFY(session->may(Permission::UseSession));
        QCOMPARE(session->require(Permission::OpenReception).error().code, ErrorCode::PinChangeDue);
        QCOMPARE(session->require(Permission::ViewAuditLog).error().code, ErrorCode::PermissionDenied);
        counter.comeBack(); // no way around it
        QVERIFY(counter.station.login().session()->isPinChangeDue());
        QVERIFY(counter.change(Present, Next));
        QVERIFY(counter.station.login().session()->may(Permission::OpenReception));
        QVERIFY(counter.station.workstation().work()); // the drafts were open all the time
        QVERIFY(!counter.comeBack(Next).pin.isFirst);
    }

    void aPinThatSomebodyElseMayHaveSetIsLeftWhereThePolicySaysSo() {
        Counter counter;
        counter.open();
        expect(counter.station.workstation().pins().demandChange(counter.station.idOf(counter.hanako)));
        counter.set([](PinPolicy& policy) { policy.changeEnrolledPins = false; });
        QVERIFY(counter.station.logIn(counter.hanako));
        QVERIFY(!counter.station.login().session()->isPinChangeDue());
        counter.set([](PinPolicy& policy) { policy.changeEnrolledPins = true; });
        QVERIFY(counter.comeBack().pin.isFirst);
    }

    void aGlobalPinIsNeverDemandedToBeChanged() {
        Counter counter;
        counter.open();
        PinRegister& pins = counter.station.workstation().pins();
        OperatorCard card =
            expect(counter.station.workstation().operators().holderOf(counter.station.idOf(counter.hanako)))
                .card;
        expect(pins.demandChange(card.id));
        counter.clock.advance(24h * 190);
        QCOMPARE(expect(pins.due(card, {})).kind, PinDue::Kind::Demanded);
        card.usesGlobalPin = true;
        QCOMPARE(expect(pins.due(card, {})), (PinDue{PinDue::Kind::Soon, -10, false}));
    }

    void aCopyThatTakesThePlaceOfTheCardIsGivenNeitherPin() {
        Counter counter;
        const auto reader =
            std::make_shared<SwappedCard>(counter.station.order(), counter.station.authority());
        counter.station.enroll(CounterStation::person(u"op2"_s), reader->original());
        QVERIFY(counter.logInWith(reader));
        reader->swapAfter(1); // when the card is read for the change
        expect(counter.start());
        QTRY_COMPARE(counter.refused, (QList<ErrorCode>{ErrorCode::CardNotGenuine}));
        QCOMPARE(reader->pinsGiven(), 0);
        const QString card = counter.station.idOf(reader->original());
        QCOMPARE(expect(counter.station.workstation().lockout().state(card)).triesUntilPenalty, 3);
    }

    void aCardPulledBeforeThePinIsSentGetsItsTryBack() {
        Counter counter;
        QVERIFY(counter.logIn());
        counter.station.stack().setLatency(100ms);
        expect(counter.start());
        QTRY_COMPARE(counter.lockout().triesUntilPenalty, 2);
        counter.station.takeOut();
        QTRY_COMPARE(counter.lockout().triesUntilPenalty, 3);
        QCOMPARE(counter.hanako->pin(), Present);
        QCOMPARE(counter.changed, 0);
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void aChangeThatCanNotBeNotedHasAnOutcomeAndCostsNoTry() {
        Counter counter;
        QVERIFY(counter.logIn());
        expect(counter.station.workstation().database().execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON former_pin BEGIN SELECT RAISE(ABORT, 'full'); END"));
        expect(counter.start());
        QTRY_COMPARE(counter.refused.size(), 1);
        QCOMPARE(counter.refused.constFirst(), ErrorCode::DatabaseFailed);
        QCOMPARE(counter.changed, 0);
        QCOMPARE(counter.hanako->pin(), Next); // the card has taken it
        const auto records = expect(readAuditAsAdministrator(counter.station.workstation().database(),
                                                             {.filter = {.action = u"pin.change"_s}}))
                                 .records;
        const auto ended = std::ranges::find(records, AuditOutcome::Failed, &AuditRecord::outcome);
        QVERIFY(ended != records.end());
        QCOMPARE(ended->details.value(u"pin"_s), u"right"_s);
        QCOMPARE(ended->details.value(u"error"_s), u"DatabaseFailed"_s);
        QCOMPARE(counter.lockout().triesUntilPenalty, 3);
    }

    void theRegisterSaysOnWhichDayAPinIsDue() {
        Counter counter;
        counter.open();
        PinRegister& pins = counter.station.workstation().pins();
        const auto days = [&] {
            const auto holder = expect(
                counter.station.workstation().operators().holderOf(counter.station.idOf(counter.hanako)));
            return expect(pins.dueDays({holder.card}, expect(counter.station.workstation().policy()).pins));
        };
        const auto today = [&] { return counter.clock.now().toLocalTime().date(); };
        QVERIFY(days().isEmpty());
        counter.clock.advance(24h * 166);
        QCOMPARE(days().value(counter.station.idOf(counter.hanako)), today().addDays(14));
        counter.clock.advance(24h * 16);
        QCOMPARE(days().value(counter.station.idOf(counter.hanako)), today().addDays(-2));
        counter.set([](PinPolicy& policy) { policy.changeEveryDays = 0; });
        QVERIFY(days().isEmpty());
        expect(pins.demandChange(counter.station.idOf(counter.hanako)));
        QVERIFY(days().isEmpty()); // the login asks for it, on no day
    }

    void aChangeThatEndsAfterTheSessionIsStillOnRecord() {
        Counter counter;
        std::atomic<bool> seen = false;
        QSemaphore mayGoOn;
        const auto watched = std::make_shared<WatchedCard>(counter.hanako, [&](QByteArrayView command) {
            if (command.at(1) != 0x24)
                return;
            seen = true;
            mayGoOn.acquire();
        });
        QVERIFY(counter.logInWith(watched));
        expect(counter.start());
        QTRY_VERIFY(seen.load());
        counter.station.login().lock(SessionEnd::LockKey);
        QVERIFY(!counter.station.workstation().pinChange().isUnderWay());
        mayGoOn.release();
        QTRY_COMPARE(counter.hanako->pin(), Next);
        QTRY_COMPARE(counter.lockout().triesUntilPenalty, 3);
        QCOMPARE(counter.changed, 0);
        QCOMPARE(counter.hashes(), 1);
    }

    void whoseChangeWasCutOffIsToldAtTheNextLogin_data() {
        QTest::addColumn<Cut>("cut");
        QTest::addColumn<QByteArray>("holds");
        QTest::newRow("before the card") << Cut::BeforeTheCommand << Present;
        QTest::newRow("after the card") << Cut::BeforeTheAnswer << Next;
    }
    void whoseChangeWasCutOffIsToldAtTheNextLogin() {
        QFETCH(const Cut, cut);
        QFETCH(const QByteArray, holds);
        Counter counter;
        QVERIFY(counter.logInWith(std::make_shared<SilentAtChange>(counter.hanako, cut)));
        QSignalSpy unsettled(&counter.station.workstation().pinChange(), &PinChange::unsettled);
        expect(counter.start());
        QTRY_COMPARE(unsettled.size(), 1);
        QTRY_COMPARE(counter.refused.size(), 1);
        QCOMPARE(counter.lockout().triesUntilPenalty, 2); // it may have been tried
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        QVERIFY(counter.station.view().pinMayBeNew);
        counter.station.login().pinSettled(counter.station.idOf(counter.hanako)); // such as by unblocking
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        QVERIFY(!counter.station.view().pinMayBeNew);
        counter.station.login().pinUnsettled(counter.station.idOf(counter.hanako));
        counter.station.enterPin(holds);
        QVERIFY(counter.station.reaches(LoginState::InSession));
        counter.station.takeOut();
        QVERIFY(counter.station.reaches(LoginState::WaitingForCard));
        counter.station.insert(counter.hanako);
        QVERIFY(counter.station.reaches(LoginState::AwaitingPin));
        QVERIFY(!counter.station.view().pinMayBeNew);
    }

    void whoeverKillsTheProgramBeforeTheAnswerGetsNoFreeTry() {
        Counter counter;
        const QTemporaryDir place;
        const QString copy = place.filePath(u"station"_s);
        std::atomic<int> seen = 0;
        QVERIFY(counter.logInWith(std::make_shared<WatchedCard>(
            counter.hanako, [&, from = counter.station.folder()](QByteArrayView command) {
                if (command.at(1) == 0x24 && seen++ == 0)
                    CounterStation::copyTo(from, copy);
            })));
        expect(counter.start("000000"));
        QTRY_COMPARE(counter.wrong.size(), 1);
        counter.station.continueWith(copy);
        counter.station.open();
        QCOMPARE(counter.lockout().triesUntilPenalty, 2);
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PinChangeTest)
#include "tst_pinchange.moc"
