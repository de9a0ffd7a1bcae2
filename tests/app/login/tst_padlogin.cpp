// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Logins with a reader that has keys of its own, and what the station counts, against a whole station over
// the real PcscStack and a PC/SC library that the test has in its hand.

#include "app/storage/statement.h"
#include "smartcard/pcsc/pcscstack.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakepcsc.h"
#include "tests/support/testcase.h"
#include "tests/support/watchedcard.h"
#include "tests/support/wrongpin.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

const QByteArray Pin = CounterStation::Pin;
const QByteArray Wrong = "000000";
const QByteArray Next = "48291537";
constexpr int Tries = 10;

QString honest() {
    return u"Pad 00 00"_s;
}

struct Counter {
    FakeClock clock;
    FakePcsc pcsc;
    CounterStation station{clock};
    CounterStation::Card hanako = hired();
    QString reader;

    explicit Counter(QString name = honest()) : reader(std::move(name)) {
        pcsc.plug(reader, FakePcsc::Pad());
        station.openOver(std::make_shared<PcscStack>(), 1);
    }
    CounterStation::Card hired() {
        CardOrder order = station.order();
        order.pinTries = Tries;
        const auto card = station.make(order);
        station.enroll(CounterStation::person(u"op1"_s), card);
        return card;
    }
    bool putIn() {
        pcsc.insert(reader, hanako);
        return station.reaches(LoginState::AwaitingPin);
    }
    void takeOut() {
        pcsc.remove(reader);
        QVERIFY(station.reaches(LoginState::WaitingForCard));
    }
    bool askOnPad(const PadVisit& visit) {
        station.login().askPinOnPad();
        if (station.view().state != LoginState::CheckingPin)
            return false;
        pcsc.visitPad(visit);
        return QTest::qWaitFor([this] {
            return station.view().state != LoginState::CheckingPin &&
                   station.view().state != LoginState::ReadingCard;
        });
    }
    int triesUntilPenalty() {
        return expect(station.workstation().lockout().state(station.idOf(hanako))).triesUntilPenalty;
    }
    void set(const std::function<void(StationPolicy&)>& how) {
        StationPolicy policy = expect(station.workstation().policy());
        how(policy);
        expect(station.workstation().policies().change(CounterStation::session(Role::SystemAdministrator),
                                                       policy));
    }
    qint64 formerPins() {
        Statement count = expect(station.workstation().database().prepare("SELECT count(*) FROM former_pin"));
        expect(count.step());
        return count.integer(0);
    }
};

/// Tells its tries once, when it is recognised, and fails when it is asked again.
class TellsTriesOnce final : public SimulatedCard {
public:
    explicit TellsTriesOnce(std::shared_ptr<SimulatedCard> card) : m_card(std::move(card)) {}
    QByteArray atr() const override { return m_card->atr(); }
    void reset() override { m_card->reset(); }
    QByteArray transmit(QByteArrayView command) override {
        const bool asksForTries = command.at(1) == 0x20 && !WatchedCard::isPinTry(command);
        if (asksForTries && ++m_asked > 1)
            return QByteArray::fromHex("6f00");
        return m_card->transmit(command);
    }

private:
    std::shared_ptr<SimulatedCard> m_card;
    int m_asked = 0;
};

/// A change of the PIN, and what was heard of it.
struct Change {
    explicit Change(Counter& office)
        : counter(office)
        , change(office.station.workstation().pinChange())
        , changed(&change, &PinChange::changed)
        , wrong(&change, &PinChange::presentWrong)
        , refused(&change, &PinChange::refused) {
        QObject::connect(&change, &PinChange::notEntered, &context,
                         [this](PadProblem problem) { notEntered.append(problem); });
    }
    Result<> start() {
        LoginController& login = counter.station.login();
        return change.startOnPad(*login.session(), login.card());
    }
    bool onPad(const PadVisit& visit) {
        expect(start());
        counter.pcsc.visitPad(visit);
        return QTest::qWaitFor([this] { return !change.isUnderWay(); });
    }

    Counter& counter;
    PinChange& change;
    QObject context;
    QSignalSpy changed;
    QSignalSpy wrong;
    QSignalSpy refused;
    QList<PadProblem> notEntered;
};

} // namespace

class PadLoginTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aPinOnTheReadersKeysOpensASession() {
        Counter counter;
        CounterStation& station = counter.station;
        QVERIFY(counter.putIn());
        QVERIFY(station.view().pinOnPad);
        station.login().askPinOnPad();
        QTRY_VERIFY(counter.pcsc.padWaits());
        QCOMPARE(station.view().state, LoginState::CheckingPin);
        QCOMPARE(counter.triesUntilPenalty(), 2); // a program that is killed now has given no try away
        counter.pcsc.visitPad(PadVisit::typing({Pin}));
        QVERIFY(station.reaches(LoginState::InSession));
        QVERIFY(station.workstation().work());
        QCOMPARE(counter.triesUntilPenalty(), 3);
        QVERIFY(!counter.pcsc.sentByProgram().contains(Pin));
        QVERIFY(!counter.hanako->isPinVerified());

        station.login().lock(SessionEnd::LockKey);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QVERIFY(station.view().isUnlocking);
        QVERIFY(counter.askOnPad(PadVisit::typing({Pin})));
        QCOMPARE(station.view().state, LoginState::InSession);
    }

    void nothingTypedIsTakenThen() {
        Counter counter;
        QVERIFY(counter.putIn());
        counter.station.enterPin();
        QCOMPARE(counter.station.view().state, LoginState::AwaitingPin);
        QCOMPARE(counter.triesUntilPenalty(), 3);
    }

    void aWrongPinIsCountedAndAskedForAgain() {
        Counter counter;
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad(PadVisit::typing({Wrong})));
        QCOMPARE(counter.station.view().state, LoginState::AwaitingPin);
        QVERIFY(counter.station.view().pinWasWrong);
        QVERIFY(counter.station.view().pinOnPad);
        QCOMPARE(counter.station.view().triesLeft, Tries - 1);
        QCOMPARE(counter.triesUntilPenalty(), 2);
    }

    void anEntryThatCameToNothingIsNoTry_data() {
        QTest::addColumn<int>("word");
        QTest::addColumn<PadProblem>("problem");
        QTest::addColumn<QString>("recorded");
        QTest::newRow("cancelled") << 0x6401 << PadProblem::Cancelled << u"Cancelled"_s;
        QTest::newRow("too late") << 0x6400 << PadProblem::TimedOut << u"TimedOut"_s;
        QTest::newRow("no PIN's length") << 0x6403 << PadProblem::WrongLength << u"WrongLength"_s;
    }
    void anEntryThatCameToNothingIsNoTry() {
        QFETCH(int, word);
        QFETCH(PadProblem, problem);
        QFETCH(QString, recorded);
        Counter counter;
        CounterStation& station = counter.station;
        QVERIFY(counter.putIn());
        for (int again = 0; again < 5; ++again) { // more than the station allows of wrong ones
            QVERIFY(counter.askOnPad(PadVisit::ending(static_cast<quint16>(word))));
            QCOMPARE(station.view().state, LoginState::AwaitingPin);
            QCOMPARE(station.view().padProblem, problem);
            QVERIFY(station.view().pinOnPad);
            QCOMPARE(counter.triesUntilPenalty(), 3);
        }
        QCOMPARE(counter.hanako->pinTriesLeft(), Tries);
        const AuditRecord last = station.lastRecord();
        QCOMPARE(last.action, u"pin.submit"_s);
        QCOMPARE(last.outcome, AuditOutcome::Failed);
        QCOMPARE(last.details[u"sentToCard"_s], u"no"_s);
        QCOMPARE(last.details[u"pinPad"_s], u"yes"_s);
        QCOMPARE(last.details[u"why"_s], recorded);
        QVERIFY(counter.askOnPad(PadVisit::typing({Pin})));
        QCOMPARE(station.view().state, LoginState::InSession);
        QVERIFY(!station.view().padProblem);
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void aTryThatTheReaderDeniesStaysCounted() {
        Counter counter;
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad({.typed = {Wrong}, .says = 0x6401}));
        QVERIFY(counter.station.view().pinWasWrong);
        QCOMPARE(counter.triesUntilPenalty(), 2);
    }

    void theLastWrongPinBlocksTheCard() {
        Counter counter;
        CounterStation& station = counter.station;
        useUpTries(*counter.hanako, 1);
        counter.hanako->reset();
        counter.pcsc.insert(counter.reader, counter.hanako);
        QVERIFY(station.reaches(LoginState::ConfirmingLastTry));
        station.login().askPinOnPad();
        QCOMPARE(station.view().state, LoginState::ConfirmingLastTry);
        station.login().confirmLastTry();
        QVERIFY(counter.askOnPad(PadVisit::typing({Wrong})));
        QVERIFY(station.refuses(ErrorCode::CardBlocked));
    }

    void aCardPulledWhileTheReaderWaitsKeepsItsTryCounted() {
        Counter counter;
        CounterStation& station = counter.station;
        QVERIFY(counter.putIn());
        station.login().askPinOnPad();
        QTRY_VERIFY(counter.pcsc.padWaits());
        counter.takeOut();
        QCOMPARE(counter.triesUntilPenalty(), 2);
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad(PadVisit::typing({Pin})));
        QCOMPARE(station.view().state, LoginState::InSession);
    }

    void aCardThatFailsBeforeTheReaderIsAskedCostsNoTry() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.pcsc.insert(counter.reader, std::make_shared<TellsTriesOnce>(counter.hanako));
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.login().askPinOnPad();
        QVERIFY(station.refuses(ErrorCode::CardCommandRefused));
        QCOMPARE(counter.pcsc.padEntries(), 0);
        QCOMPARE(counter.triesUntilPenalty(), 3);
    }

    void aReaderThatIsKnownForLyingIsNotAsked() {
        Counter counter(u"Cherry SmartTerminal XX44 00 00"_s);
        QVERIFY(counter.putIn());
        QVERIFY(!counter.station.view().pinOnPad);
        counter.station.enterPin();
        QVERIFY(counter.station.reaches(LoginState::InSession));
        QCOMPARE(counter.pcsc.padEntries(), 0);
    }

    void aReaderThatIsFoundOutIsAskedNoMore() {
        Counter counter;
        CounterStation& station = counter.station;
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad({.failsWith = 0x80100016}));
        QCOMPARE(station.view().padProblem, PadProblem::Unusable);
        QVERIFY(!station.view().pinOnPad);
        QCOMPARE(counter.triesUntilPenalty(), 3);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        counter.takeOut();
        QVERIFY(counter.putIn());
        QVERIFY(!station.view().pinOnPad);
    }

    void thePolicyMayHavePinsTyped_data() {
        QTest::addColumn<bool>("usePads");
        QTest::addColumn<PinCharacters>("characters");
        QTest::newRow("switched off") << false << PinCharacters::Digits;
        QTest::newRow("letters, which a reader has not") << true << PinCharacters::Any;
    }
    void thePolicyMayHavePinsTyped() {
        QFETCH(bool, usePads);
        QFETCH(PinCharacters, characters);
        Counter counter;
        counter.set([&](StationPolicy& policy) {
            policy.usePinPads = usePads;
            policy.pins.characters = characters;
        });
        QVERIFY(counter.putIn());
        QVERIFY(!counter.station.view().pinOnPad);
        counter.station.login().askPinOnPad();
        QCOMPARE(counter.station.view().state, LoginState::AwaitingPin);
        counter.station.enterPin();
        QVERIFY(counter.station.reaches(LoginState::InSession));
    }

    void thePinIsChangedThereWhereThePolicyAllowsIt() {
        Counter counter;
        CounterStation& station = counter.station;
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad(PadVisit::typing({Pin})));
        Change change(counter);
        const Result<> refused = change.start();
        QVERIFY(!refused && refused.error().code == ErrorCode::InputInvalid);
        counter.set([](StationPolicy& policy) { policy.changePinOnPad = true; });

        QVERIFY(change.onPad(PadVisit::typing({Pin, Next, Wrong})));
        QVERIFY(change.onPad(PadVisit::ending(0x6401)));
        QCOMPARE(change.notEntered, (QList{PadProblem::NewPinsDiffer, PadProblem::Cancelled}));
        QCOMPARE(counter.triesUntilPenalty(), 3);
        QVERIFY(change.onPad(PadVisit::typing({Wrong, Next, Next})));
        QCOMPARE(change.wrong.size(), 1);
        QCOMPARE(counter.triesUntilPenalty(), 2);
        QVERIFY(change.onPad(PadVisit::typing({Pin, Next, Next})));
        QCOMPARE(change.changed.size(), 1);
        QCOMPARE(change.refused.size(), 0);
        QCOMPARE(counter.hanako->pin(), Next);
        QCOMPARE(counter.triesUntilPenalty(), 3);
        QCOMPARE(counter.formerPins(), 0); // nobody here knows the former one
        QCOMPARE(station.lastRecord().details[u"pinPad"_s], u"yes"_s);
        QCOMPARE(station.verifyLog().verdict, AuditVerification::Verdict::Intact);
    }

    void aChangeThatTheReaderLosesStaysCountedAndDue() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.set([](StationPolicy& policy) { policy.changePinOnPad = true; });
        expect(station.workstation().pins().demandChange(station.idOf(counter.hanako)));
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad(PadVisit::typing({Pin})));
        Change change(counter);
        QSignalSpy unsettled(&change.change, &PinChange::unsettled);
        QVERIFY(change.onPad({.typed = {Pin, Next, Next}, .says = 0x6400}));
        QCOMPARE(counter.hanako->pin(), Next);
        QCOMPARE(unsettled.size(), 1);
        QVERIFY(change.notEntered.isEmpty());
        QCOMPARE(counter.triesUntilPenalty(), 2);
        QVERIFY(station.login().session()->isPinChangeDue());
        const AuditRecord last = station.lastRecord();
        QCOMPARE(last.outcome, AuditOutcome::Failed);
        QCOMPARE(last.details[u"pin"_s], u"unsettled"_s);
        QVERIFY(!last.details.contains(u"sentToCard"_s));
        // With the new one all is well.
        QVERIFY(change.onPad(PadVisit::typing({Next, Pin, Pin})));
        QCOMPARE(change.changed.size(), 1);
        QCOMPARE(counter.triesUntilPenalty(), 3);
    }

    void whoLocksDuringAChangeHearsThatTheReaderStillAsks() {
        Counter counter;
        CounterStation& station = counter.station;
        counter.set([](StationPolicy& policy) { policy.changePinOnPad = true; });
        QVERIFY(counter.putIn());
        QVERIFY(counter.askOnPad(PadVisit::typing({Pin})));
        QVERIFY(!station.view().padStillAsks);
        Change change(counter);
        expect(change.start());
        QTRY_VERIFY(counter.pcsc.padWaits());
        station.login().lock(SessionEnd::LockKey);
        QCOMPARE(station.view().state, LoginState::ReadingCard);
        QVERIFY(station.view().padStillAsks);
        counter.pcsc.visitPad(PadVisit::ending(0x6401)); // its cancel key
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QVERIFY(!station.view().padStillAsks);
        QCOMPARE(counter.triesUntilPenalty(), 3);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::PadLoginTest)
#include "tst_padlogin.moc"
