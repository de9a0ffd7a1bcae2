// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a screen needs to know about the login at one moment. A value; any thread.
#pragma once

#include "app/base/errorcode.h"
#include "app/login/loginstate.h"
#include "app/login/swapview.h"
#include "app/station/readerassignment.h"
#include "smartcard/cardservice.h"
#include "smartcard/piv/pivpin.h"

#include <QString>

#include <chrono>
#include <optional>

namespace madoguchi {

struct LoginView {
    LoginState state = LoginState::WaitingForCard;
    CardServiceCondition condition = CardServiceCondition::Starting;
    std::optional<ErrorCode> refusal = {};     ///< in TakeCardOut; none there after logging out
    QString operatorName = {};                 ///< empty until the card is known
    std::optional<int> triesLeft = {};         ///< as the card counts; none when it does not tell
    int triesBeforeDelay = 0;                  ///< as this station counts
    bool pinWasWrong = false;                  ///< the last try of this card failed just now
    bool pinWasMalformed = false;              ///< nothing was sent to the card
    bool pinOnPad = false;                     ///< the PIN is entered on the reader's keys, not here
    std::optional<PadProblem> padProblem = {}; ///< the last entry there came to nothing just now
    bool padStillAsks = false; ///< in ReadingCard: for a PIN of before, which only the reader's keys can end
    bool pinMayBeNew = false;  ///< a change was cut off: nobody knows whether the card has the new PIN
    bool isUnlocking = false;  ///< this card's session was locked and waits for her; also in TakeCardOut
    std::chrono::milliseconds delay{}; ///< in PinDelayed: how long still
    ReaderAssignment missing = {};     ///< assigned readers that are not connected
    SwapView swap = {};                ///< in CardMayLeave, CardAway and OtherCardIn
    /// In WaitingForCard: why the change of cards that just ended locked the session.
    std::optional<ErrorCode> swapFailure = {};
};

} // namespace madoguchi
