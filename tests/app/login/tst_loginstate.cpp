// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/loginstate.h"
#include "tests/support/testcase.h"

#include <QMetaEnum>
#include <QSet>

namespace madoguchi {
namespace {

template <class Enum>
QList<Enum> all() {
    const QMetaEnum names = QMetaEnum::fromType<Enum>();
    QList<Enum> values;
    for (int i = 0; i < names.keyCount(); ++i)
        values.append(static_cast<Enum>(names.value(i)));
    return values;
}

/// Every state that can be reached from the start without ever letting `without` happen.
QSet<int> reachable(std::optional<LoginEvent> without) {
    QSet<int> known{static_cast<int>(LoginState::WaitingForCard)};
    QList<LoginState> open{LoginState::WaitingForCard};
    while (!open.isEmpty()) {
        const LoginState state = open.takeFirst();
        for (const LoginEvent event : all<LoginEvent>()) {
            const auto next = event == without ? std::nullopt : nextLoginState(state, event);
            if (next && !known.contains(static_cast<int>(*next))) {
                known.insert(static_cast<int>(*next));
                open.append(*next);
            }
        }
    }
    return known;
}

} // namespace

class LoginStateTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyStateCanBeReached() { QCOMPARE(reachable(std::nullopt).size(), all<LoginState>().size()); }

    void aSessionIsReachedOnlyByAnAcceptedPin() {
        for (const LoginEvent needed : {LoginEvent::CardInserted, LoginEvent::PinSubmitted,
                                        LoginEvent::PinAccepted, LoginEvent::SessionOpened})
            QVERIFY(!reachable(needed).contains(static_cast<int>(LoginState::InSession)));
        for (const LoginState state : all<LoginState>())
            for (const LoginEvent event : all<LoginEvent>())
                if (nextLoginState(state, event) == LoginState::InSession)
                    QVERIFY((state == LoginState::OpeningSession && event == LoginEvent::SessionOpened) ||
                            (state == LoginState::CardMayLeave && event == LoginEvent::SwapCancelled) ||
                            (state == LoginState::OtherCardIn && event == LoginEvent::SwapReturned));
    }

    void aChangeOfCardsBeginsInASessionOnly() {
        for (const LoginState state : all<LoginState>()) {
            for (const LoginEvent event : all<LoginEvent>()) {
                const auto next = nextLoginState(state, event);
                if (next && isSwap(*next) && !isSwap(state))
                    QVERIFY(state == LoginState::InSession && event == LoginEvent::SwapBegun);
            }
        }
    }

    void aCardThatHasLeftMustProveThatItIsBack() {
        for (const LoginEvent event : all<LoginEvent>())
            QVERIFY(nextLoginState(LoginState::CardAway, event) != LoginState::InSession);
        QVERIFY(!nextLoginState(LoginState::CardAway, LoginEvent::SwapCancelled));
        QVERIFY(!nextLoginState(LoginState::OtherCardIn, LoginEvent::SwapCancelled));
    }

    void everyChangeOfCardsCanBeEnded() {
        for (const LoginState state : all<LoginState>()) {
            if (!isSwap(state))
                continue;
            const bool isIn = state == LoginState::CardMayLeave; // hers
            QCOMPARE(nextLoginState(state, LoginEvent::SessionLocked),
                     isIn ? LoginState::ReadingCard : LoginState::WaitingForCard);
            QCOMPARE(nextLoginState(state, LoginEvent::LoggedOut),
                     isIn ? LoginState::TakeCardOut : LoginState::WaitingForCard);
        }
    }

    void removalEndsEveryState() {
        for (const LoginState state : all<LoginState>())
            if (state != LoginState::Halted && state != LoginState::WaitingForCard)
                QCOMPARE(nextLoginState(state, LoginEvent::CardRemoved), LoginState::WaitingForCard);
    }

    void aRefusalEndsOnlyByTakingTheCardOutOrByAnotherCard() {
        for (const LoginEvent event : all<LoginEvent>()) {
            const bool leads = event == LoginEvent::CardRemoved || event == LoginEvent::CardInserted ||
                               event == LoginEvent::RecordLost;
            QCOMPARE(nextLoginState(LoginState::TakeCardOut, event).has_value(), leads);
        }
    }

    void withoutARecordNothingGoesOn() {
        for (const LoginState state : all<LoginState>()) {
            if (state != LoginState::Halted)
                QCOMPARE(nextLoginState(state, LoginEvent::RecordLost), LoginState::Halted);
        }
        for (const LoginEvent event : all<LoginEvent>())
            QVERIFY(!nextLoginState(LoginState::Halted, event));
    }

    void aPinIsTakenOnlyWhenOneWasAskedFor() {
        for (const LoginState state : all<LoginState>())
            QCOMPARE(nextLoginState(state, LoginEvent::PinSubmitted).has_value(),
                     state == LoginState::AwaitingPin);
    }

    void theLastTryIsNeverAskedForWithoutItsConfirmation() {
        QCOMPARE(nextLoginState(LoginState::ReadingCard, LoginEvent::CardAdmittedForLastTry),
                 LoginState::ConfirmingLastTry);
        QVERIFY(!nextLoginState(LoginState::ConfirmingLastTry, LoginEvent::PinSubmitted));
    }

    void aWrongPinReadsTheCardAnew() {
        QCOMPARE(nextLoginState(LoginState::CheckingPin, LoginEvent::PinWrong), LoginState::ReadingCard);
    }

    void aSecondCardNeverDisturbsALoginOrASession() {
        for (const LoginState state :
             {LoginState::AwaitingPin, LoginState::CheckingPin, LoginState::OpeningSession,
              LoginState::InSession, LoginState::CardMayLeave, LoginState::ConfirmingLastTry,
              LoginState::PinDelayed})
            QVERIFY(!nextLoginState(state, LoginEvent::CardInserted));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::LoginStateTest)
#include "tst_loginstate.moc"
