// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Logging in as a plain table: where an event leads from a state. Whatever is not in the table does not
// happen. The controller records an accepted event before it enters the state. Pure; any thread.
#pragma once

#include <QObject>

#include <optional>

namespace madoguchi {

// A class around the enums, because Qt names the values of an enum only inside one.
class LoginNames {
    Q_GADGET
public:
    enum class LoginState {
        WaitingForCard,
        ReadingCard,       ///< who is it, is the card genuine, may she log in now
        TakeCardOut,       ///< refused or logged out: only another insertion leads on
        PinDelayed,        ///< too many failures here; leads on when the delay has passed
        ConfirmingLastTry, ///< the card's own last try: asked before the PIN is typed
        AwaitingPin,
        CheckingPin,    ///< VERIFY and the signature are under way
        OpeningSession, ///< the PIN was right; certificate, vault key and record follow
        InSession,
        // For an applicant's card in the only reader (CardSwap): the session goes on, but can do nothing.
        CardMayLeave, ///< hers is still in
        CardAway,     ///< hers is out, and no other is in
        OtherCardIn,  ///< one is in that is being read, or is not hers
        Halted,       ///< the record can't be kept: nothing goes on until the program is started anew
    };
    Q_ENUM(LoginState)

    enum class LoginEvent {
        CardInserted,
        CardRemoved,
        CardAdmitted,
        CardAdmittedForLastTry,
        CardDelayed,
        CardRefused,
        DelayPassed,
        LastTryConfirmed,
        PinSubmitted,
        PinAccepted,
        PinWrong,
        PinNotEntered, ///< on the reader's keys: nothing reached the card
        SessionOpened,
        LoginCancelled, ///< by the person, before a session
        LoggedOut,
        SessionLocked, ///< with the card still in the reader: idle or by key; or at the end of a change of
                       ///< cards
        SwapBegun,
        SwapCancelled, ///< her card never left
        SwapCardOut,   ///< hers, or the last of the others
        SwapOtherOut,  ///< with another still in
        SwapCardIn,
        SwapReturned, ///< hers is in again, and has proven it
        RecordLost,
    };
    Q_ENUM(LoginEvent)
};
using LoginState = LoginNames::LoginState;
using LoginEvent = LoginNames::LoginEvent;

/// Whether a session waits while its card may be out of the reader.
constexpr bool isSwap(LoginState state) {
    return state == LoginState::CardMayLeave || state == LoginState::CardAway ||
           state == LoginState::OtherCardIn;
}

/// The state that `event` leads to, or none when the event means nothing in `state`.
std::optional<LoginState> nextLoginState(LoginState state, LoginEvent event);

} // namespace madoguchi
