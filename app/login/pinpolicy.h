// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a new PIN must be like, as far as that can be said without a card or a history (requirement L5). The
// holder's birthday is not known here, so nothing that reads as a date is taken: of all PINs of 6 digits that
// are 3.7 %, in exchange for the guess that a thief of a purse with card and papers makes first. Pure; any
// thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QString>

namespace madoguchi {

enum class PinCharacters {
    Digits = 0, ///< what SP 800-73-4 asks for; other cards may take more
    Any = 1,
    LettersAndDigits = 2, ///< at least one of each
};

struct PinPolicy {
    int minimumLength = 6; ///< 6 to 8: a PIV PIN has no more
    PinCharacters characters = PinCharacters::Digits;
    int remembered = 5;        ///< former PINs that may not come again, besides the present one; 0 to 20
    int changeEveryDays = 180; ///< 0: never asked for
    int warnDays = 14;         ///< before that
    bool forceChange = true;   ///< after changeEveryDays nothing else goes on; else it is only said
    /// A PIN that somebody else may have set, because its card came from an outside authority: nothing goes
    /// on before it was changed here. Off where such cards come with PINs that their holders chose.
    bool changeEnrolledPins = true;

    bool operator==(const PinPolicy&) const = default;
};

/// Errors: InputInvalid, with the value's name, for what makes no sense.
Result<> check(const PinPolicy& policy);

/// Errors: PinTooShort, PinMalformed, PinNotDigits, PinNotMixed, PinSequence (4 or more up or down, also past
/// 9 or 0), PinRepeats (one character 3 times in a row, or all of it a repeated part), PinLikeOperator
/// (contains the operator number or its digits, if those are 3 or more), PinLikeDate (YYMMDD of any era, also
/// after the era's letter or number as on forms; YYYYMMDD, DDMMYYYY and MMDDYYYY from 1900 to 2099).
Result<> checkNewPin(const SecretBytes& pin, const PinPolicy& policy, const QString& operatorId);
/// Whether it is one of those but PinMalformed, which is said of other PINs too.
bool isNewPinRule(ErrorCode code);

} // namespace madoguchi
