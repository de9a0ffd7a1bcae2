// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// From the card's insertion to the session and its end, against a whole station. What wrong PINs bring about
// is in tst_loginlockout, who is refused in tst_loginrefusal, what is recorded in tst_loginrecord.

#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"
#include "tests/support/wrongpin.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace madoguchi {
namespace {

constexpr int MostLaterCommands = 14;
constexpr int ForKeyAgreements = 6; // the signer's certificate and the agreement, in both conversations

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);
};

} // namespace

class LoginControllerTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theRightPinLeadsToASession() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QCOMPARE(station.view().state, LoginState::WaitingForCard);
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QCOMPARE(station.view().operatorName, u"窓口 op1"_s);
        QCOMPARE(station.view().triesLeft, station.order().personality.pinTries);
        QCOMPARE(station.view().triesBeforeDelay, 3);
        QVERIFY(!station.login().session());
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        const SessionFacts facts = station.login().session()->facts();
        QCOMPARE(facts.operatorId, u"op1"_s);
        QCOMPARE(facts.card, station.idOf(counter.hanako));
        QCOMPARE(facts.role, Role::Operator);
        QCOMPARE(facts.startedAt, counter.clock.now());
        QVERIFY(station.workstation().work());
        QVERIFY(!counter.hanako->isPinVerified()); // nobody after us finds the card open
    }

    void aMalformedPinIsNeverSentToTheCard_data() {
        QTest::addColumn<QByteArray>("pin");
        for (const char* pin : {"", "12345", "123456789", "73915\t"})
            QTest::newRow(*pin ? pin : "empty") << QByteArray(pin);
        QTest::newRow("full-width") << u"７３"_s.toUtf8(); // six bytes
    }
    void aMalformedPinIsNeverSentToTheCard() {
        QFETCH(QByteArray, pin);
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        const quint64 before = station.stack().traffic().commands;
        station.enterPin(pin);
        QCOMPARE(station.view().state, LoginState::AwaitingPin);
        QVERIFY(station.view().pinWasMalformed);
        QCOMPARE(station.stack().traffic().commands, before);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(counter.hanako->pinTriesLeft(), station.order().personality.pinTries);
    }

    void removalEndsTheSessionAndTheSameCardUnlocks() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        const QString first = station.login().session()->facts().id;
        QSignalSpy ended(&station.login(), &LoginController::sessionEnded);
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().value<SessionEnd>(), SessionEnd::CardRemoved);
        QVERIFY(!station.login().session());
        QVERIFY(!station.workstation().work());

        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QVERIFY(station.view().isUnlocking);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QVERIFY(station.login().session()->facts().id != first);
        QCOMPARE(station.lastRecord().action, u"session.unlock"_s);
    }

    void anotherOperatorsCardStartsAnotherSession() {
        Counter counter;
        CounterStation& station = counter.station;
        const auto jiro = station.employ(u"op2"_s);
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        station.insert(jiro);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QVERIFY(!station.view().isUnlocking);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(station.login().session()->facts().operatorId, u"op2"_s);
        QCOMPARE(station.lastRecord().action, u"session.start"_s);
    }

    void lockingAsksForThePinOfTheCardThatStays() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        station.login().lock(SessionEnd::Idle);
        QVERIFY(!station.login().session());
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QVERIFY(station.view().isUnlocking);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
    }

    void afterLoggingOutOnlyAnotherInsertionLeadsOn() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QVERIFY(station.logIn(counter.hanako));
        station.login().logOut();
        QCOMPARE(station.view().state, LoginState::TakeCardOut);
        QVERIFY(!station.view().refusal);
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QVERIFY(!station.view().isUnlocking);
    }

    void aForeignCardDoesNotHideTheRightOneInAnotherReader() {
        Counter counter;
        CounterStation& station = counter.station;
        const auto stranger = station.make(station.order());
        station.open();
        station.insert(stranger, CounterStation::firstReader());
        QVERIFY(station.refuses(ErrorCode::CardUnknown));
        station.insert(counter.hanako, CounterStation::secondReader());
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QCOMPARE(station.view().operatorName, u"窓口 op1"_s);
        station.takeOut(CounterStation::firstReader()); // the wrong one: nothing happens to her login
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
    }

    void cardsThatAreThereAtTheStartAreTriedInTurn() {
        Counter counter;
        CounterStation& station = counter.station;
        const auto stranger = station.make(station.order());
        station.open();
        station.stack().setServiceRunning(false);
        station.insert(stranger, CounterStation::firstReader());
        station.insert(counter.hanako, CounterStation::secondReader());
        station.stack().setServiceRunning(true);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        QCOMPARE(station.view().operatorName, u"窓口 op1"_s);
    }

    void sheIsToldOfTheLastLoginAndOfFailuresSince() {
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        QList<LoginGreeting> greetings;
        QObject::connect(&station.login(), &LoginController::sessionStarted, &station.login(),
                         [&](const LoginGreeting& greeting) { greetings.append(greeting); });
        const QDateTime first = counter.clock.now();
        QVERIFY(station.logIn(counter.hanako));
        QVERIFY(greetings.last().lastLogin.at.isNull());
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        counter.clock.advance(1h);
        station.insert(counter.hanako);
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        station.enterPin("000000");
        QTRY_VERIFY(station.view().state == LoginState::AwaitingPin && station.view().pinWasWrong);
        station.enterPin();
        QVERIFY(station.reaches(LoginState::InSession));
        QCOMPARE(greetings.last().lastLogin.at, first);
        QCOMPARE(greetings.last().lastLogin.terminal, CounterStation::terminal());
        QCOMPARE(greetings.last().lastLogin.failuresSince, 1);
    }

    void aWaitingCardIsToldSoAndGetsItsVaultKeyFromAColleague() {
        Counter counter;
        CounterStation& station = counter.station;
        const auto jiro = station.employ(u"op2"_s);
        station.open();
        LoginGreeting greeting;
        QObject::connect(&station.login(), &LoginController::sessionStarted, &station.login(),
                         [&](const LoginGreeting& given) { greeting = given; });
        const auto logIn = [&](const CounterStation::Card& card) {
            return station.logIn(card) && (station.takeOut(), station.reaches(LoginState::WaitingForCard));
        };
        QVERIFY(station.logIn(jiro));
        QCOMPARE(greeting.vaultProblem, ErrorCode::VaultKeyMissing);
        QVERIFY(!station.workstation().work());
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QVERIFY(logIn(counter.hanako));
        QVERIFY(!greeting.vaultProblem);
        QCOMPARE(greeting.vaultKeysFilled, 1);
        QCOMPARE(station.recorded().count(u"vault.key-grant"_s), 2); // attempt, outcome
        QVERIFY(station.logIn(jiro));
        QVERIFY(!greeting.vaultProblem);
        QVERIFY(station.workstation().work());
    }

    void aCardIsTakenOutInAnyState_data() {
        QTest::addColumn<LoginState>("state");
        for (const LoginState state :
             {LoginState::ReadingCard, LoginState::AwaitingPin, LoginState::CheckingPin,
              LoginState::InSession, LoginState::TakeCardOut, LoginState::ConfirmingLastTry,
              LoginState::PinDelayed})
            QTest::newRow(QMetaEnum::fromType<LoginState>().valueToKey(static_cast<int>(state))) << state;
    }
    void aCardIsTakenOutInAnyState() {
        QFETCH(LoginState, state);
        Counter counter;
        CounterStation& station = counter.station;
        station.open();
        lead(counter, state);
        QVERIFY(station.reaches(state));
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QVERIFY(!station.login().session());
        QVERIFY(!counter.hanako->isPinVerified());
        // The cut conversation may be told before the removal or after it, and that the PIN was never sent.
        const int last = state == LoginState::CheckingPin ? 3 : 1;
        QCOMPARE(station.recorded().last(last).count(u"card.removed"_s), 1);
        // Nothing of the conversation that was cut comes in late.
        station.stack().setLatency(0ms);
        station.insert(station.make(station.order()));
        QVERIFY(station.refuses(ErrorCode::CardUnknown));
    }

    void aLaterLoginNeedsFewCommands_data() {
        QTest::addColumn<Role>("role");
        QTest::newRow("with the vault key") << Role::Operator;
        QTest::newRow("with the office key") << Role::CardAdministrator;
        QTest::newRow("without a key") << Role::Auditor;
    }
    void aLaterLoginNeedsFewCommands() {
        QFETCH(Role, role);
        FakeClock clock;
        CounterStation station(clock);
        const auto card = station.employ(u"op1"_s, role);
        station.open();
        QVERIFY(station.logIn(card));
        station.takeOut();
        QVERIFY(station.reaches(LoginState::WaitingForCard));
        QVERIFY(station.logIn(card));
        CardService& cards = station.workstation().cards();
        const CardTraffic traffic = cards.trafficOf(cards.cardIn(CounterStation::firstReader()));
        const bool agreesOnKeys = station.order().personality.offersSecureMessaging;
        const int most = MostLaterCommands + (agreesOnKeys ? ForKeyAgreements : 0);
        QVERIFY2(traffic.commands <= most, qPrintable(QString::number(traffic.commands)));
        QVERIFY(traffic.commands > 0);
    }

private:
    // Through other states to this one, where slow cards leave time to act.
    static void lead(Counter& counter, LoginState state) {
        CounterStation& station = counter.station;
        if (state == LoginState::ConfirmingLastTry) {
            counter.hanako = useUpTries(counter.hanako);
        } else if (state == LoginState::PinDelayed) {
            for (int i = 0; i < 3; ++i)
                expect(station.workstation().lockout().beginTry(station.idOf(counter.hanako), 5));
        }
        if (state == LoginState::ReadingCard)
            station.stack().setLatency(200ms);
        station.insert(counter.hanako);
        if (state == LoginState::ReadingCard || state == LoginState::ConfirmingLastTry ||
            state == LoginState::PinDelayed)
            return;
        QVERIFY(station.reaches(LoginState::AwaitingPin));
        if (state == LoginState::TakeCardOut)
            station.login().cancel();
        if (state == LoginState::CheckingPin)
            station.stack().setLatency(200ms);
        if (state == LoginState::CheckingPin || state == LoginState::InSession)
            station.enterPin();
    }
    // Somebody else, elsewhere, until one try is left.
    static CounterStation::Card useUpTries(const CounterStation::Card& card) {
        madoguchi::useUpTries(*card, 1);
        return card;
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LoginControllerTest)
#include "tst_logincontroller.moc"
