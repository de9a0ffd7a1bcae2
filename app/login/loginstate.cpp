// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/loginstate.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

using State = LoginState;
using Event = LoginEvent;

struct Transition {
    State from;
    Event event;
    State to;
};

// Removal and a lost record are not listed: they lead away from every state, see below. A card that may be
// taken out for another is no removal.
constexpr std::array Transitions{
    Transition{State::WaitingForCard, Event::CardInserted, State::ReadingCard},

    Transition{State::ReadingCard, Event::CardAdmitted, State::AwaitingPin},
    Transition{State::ReadingCard, Event::CardAdmittedForLastTry, State::ConfirmingLastTry},
    Transition{State::ReadingCard, Event::CardDelayed, State::PinDelayed},
    Transition{State::ReadingCard, Event::CardRefused, State::TakeCardOut},

    // A foreign card left in one reader must not hide the right card in another.
    Transition{State::TakeCardOut, Event::CardInserted, State::ReadingCard},

    // The card is read again, because its counter may have changed meanwhile.
    Transition{State::PinDelayed, Event::DelayPassed, State::ReadingCard},
    Transition{State::PinDelayed, Event::LoginCancelled, State::TakeCardOut},

    Transition{State::ConfirmingLastTry, Event::LastTryConfirmed, State::AwaitingPin},
    Transition{State::ConfirmingLastTry, Event::LoginCancelled, State::TakeCardOut},

    Transition{State::AwaitingPin, Event::PinSubmitted, State::CheckingPin},
    Transition{State::AwaitingPin, Event::LoginCancelled, State::TakeCardOut},

    Transition{State::CheckingPin, Event::PinAccepted, State::OpeningSession},
    Transition{State::CheckingPin, Event::PinWrong, State::ReadingCard},
    Transition{State::CheckingPin, Event::PinNotEntered, State::AwaitingPin},
    Transition{State::CheckingPin, Event::CardRefused, State::TakeCardOut},

    Transition{State::OpeningSession, Event::SessionOpened, State::InSession},
    Transition{State::OpeningSession, Event::CardRefused, State::TakeCardOut},

    Transition{State::InSession, Event::LoggedOut, State::TakeCardOut},
    Transition{State::InSession, Event::SessionLocked, State::ReadingCard},
    Transition{State::InSession, Event::SwapBegun, State::CardMayLeave},

    Transition{State::CardMayLeave, Event::SwapCancelled, State::InSession},
    Transition{State::CardMayLeave, Event::SwapCardOut, State::CardAway},
    Transition{State::CardMayLeave, Event::LoggedOut, State::TakeCardOut},
    Transition{State::CardMayLeave, Event::SessionLocked, State::ReadingCard},

    Transition{State::CardAway, Event::SwapCardIn, State::OtherCardIn},
    Transition{State::CardAway, Event::LoggedOut, State::WaitingForCard},
    Transition{State::CardAway, Event::SessionLocked, State::WaitingForCard},

    // With two readers hers may come back into the one while the other's is still in the other.
    Transition{State::OtherCardIn, Event::SwapCardIn, State::OtherCardIn},
    Transition{State::OtherCardIn, Event::SwapOtherOut, State::OtherCardIn},
    Transition{State::OtherCardIn, Event::SwapCardOut, State::CardAway},
    Transition{State::OtherCardIn, Event::SwapReturned, State::InSession},
    Transition{State::OtherCardIn, Event::LoggedOut, State::WaitingForCard},
    Transition{State::OtherCardIn, Event::SessionLocked, State::WaitingForCard},
};

} // namespace

std::optional<LoginState> nextLoginState(LoginState state, LoginEvent event) {
    if (state == State::Halted)
        return std::nullopt;
    if (event == Event::RecordLost)
        return State::Halted;
    if (event == Event::CardRemoved)
        return state == State::WaitingForCard ? std::nullopt : std::optional(State::WaitingForCard);
    const auto found = std::find_if(Transitions.begin(), Transitions.end(), [&](const Transition& row) {
        return row.from == state && row.event == event;
    });
    return found == Transitions.end() ? std::nullopt : std::optional(found->to);
}

} // namespace madoguchi
