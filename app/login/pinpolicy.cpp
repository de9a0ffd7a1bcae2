// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/pinpolicy.h"

#include "smartcard/piv/pivpin.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShortestPin = 6;
constexpr int LongestPin = 8;
constexpr int MostRemembered = 20;
constexpr int MostDays = 1100; // three years and a bit
constexpr std::size_t LongestSequence = 3;
constexpr std::size_t LongestRepeat = 2;
constexpr qsizetype ShortestNumber = 3;

using Pin = std::string_view; // a look at SecretBytes, never a copy

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

bool isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

char folded(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// Whether `next` follows `one`, `step` being 1 or -1; 0 follows 9.
bool follows(char one, char next, int step) {
    if (isDigit(one) && isDigit(next))
        return (one - '0' + step + 10) % 10 == next - '0';
    return isLetter(one) && isLetter(next) && folded(one) + step == folded(next);
}

template <class Goes>
std::size_t longestRun(Pin pin, Goes goes) {
    std::size_t longest = pin.empty() ? 0 : 1;
    std::size_t run = 1;
    for (std::size_t i = 1; i < pin.size(); ++i) {
        run = goes(pin[i - 1], pin[i]) ? run + 1 : 1;
        longest = std::max(longest, run);
    }
    return longest;
}

bool isSequence(Pin pin) {
    return std::max(longestRun(pin, [](char a, char b) { return follows(a, b, 1); }),
                    longestRun(pin, [](char a, char b) { return follows(a, b, -1); })) > LongestSequence;
}

bool repeatsPart(Pin pin, std::size_t part) {
    for (std::size_t i = part; i < pin.size(); ++i) {
        if (pin[i] != pin[i - part])
            return false;
    }
    return true;
}

bool repeats(Pin pin) {
    if (longestRun(pin, [](char a, char b) { return a == b; }) > LongestRepeat)
        return true;
    for (std::size_t part = 1; part <= pin.size() / 2; ++part) {
        if (repeatsPart(pin, part))
            return true;
    }
    return false;
}

bool contains(Pin pin, const QByteArray& number) {
    return number.size() >= ShortestNumber &&
           std::search(pin.begin(), pin.end(), number.begin(), number.end(),
                       [](char a, char b) { return folded(a) == folded(b); }) != pin.end();
}

int numberOf(Pin twoDigits) {
    return (twoDigits[0] - '0') * 10 + (twoDigits[1] - '0');
}

bool isDay(Pin month, Pin day) {
    constexpr std::array Longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int number = numberOf(month);
    return number >= 1 && number <= 12 && numberOf(day) >= 1 &&
           numberOf(day) <= Longest.at(static_cast<std::size_t>(number - 1));
}

bool isYear(Pin year) {
    return year.starts_with("19") || year.starts_with("20");
}

/// Taisho to Reiwa, as on forms: by letter, or 2 to 5.
bool isEra(char character) {
    return Pin("tshr2345").find(folded(character)) != Pin::npos;
}

bool isLikeDate(Pin pin) {
    if (pin.size() == 7)
        return isEra(pin[0]) && isLikeDate(pin.substr(1));
    if (!std::ranges::all_of(pin, isDigit))
        return false;
    if (pin.size() == 6)
        return isDay(pin.substr(2, 2), pin.substr(4, 2));
    const Pin one = pin.substr(0, 2);
    const Pin two = pin.substr(2, 2);
    return (isYear(pin) && isDay(pin.substr(4, 2), pin.substr(6, 2))) ||
           (isYear(pin.substr(4)) && (isDay(one, two) || isDay(two, one)));
}

bool isLikeOperator(Pin pin, const QString& operatorId) {
    const QByteArray id = operatorId.toLatin1();
    QByteArray digits;
    std::copy_if(id.begin(), id.end(), std::back_inserter(digits), isDigit);
    return contains(pin, id) || contains(pin, digits);
}

} // namespace

Result<> check(const PinPolicy& policy) {
    if (policy.minimumLength < ShortestPin || policy.minimumLength > LongestPin)
        return fail(ErrorCode::InputInvalid, u"pinMinimumLength"_s);
    if (policy.remembered < 0 || policy.remembered > MostRemembered)
        return fail(ErrorCode::InputInvalid, u"pinsRemembered"_s);
    if (policy.changeEveryDays < 0 || policy.changeEveryDays > MostDays)
        return fail(ErrorCode::InputInvalid, u"pinChangeDays"_s);
    if (policy.warnDays < 0 || (policy.changeEveryDays > 0 && policy.warnDays > policy.changeEveryDays))
        return fail(ErrorCode::InputInvalid, u"pinWarnDays"_s);
    return {};
}

Result<> checkNewPin(const SecretBytes& pin, const PinPolicy& policy, const QString& operatorId) {
    const Pin characters(reinterpret_cast<const char*>(pin.data()), pin.size());
    if (characters.size() < static_cast<std::size_t>(policy.minimumLength))
        return fail(ErrorCode::PinTooShort);
    if (Result<> possible = checkPinFormat(pin); !possible)
        return possible;
    const bool digits = std::ranges::any_of(characters, isDigit);
    switch (policy.characters) {
    case PinCharacters::Digits:
        if (!std::ranges::all_of(characters, isDigit))
            return fail(ErrorCode::PinNotDigits);
        break;
    case PinCharacters::Any:
        break;
    case PinCharacters::LettersAndDigits:
        if (!digits || !std::ranges::any_of(characters, isLetter))
            return fail(ErrorCode::PinNotMixed);
        break;
    }
    if (isSequence(characters))
        return fail(ErrorCode::PinSequence);
    if (repeats(characters))
        return fail(ErrorCode::PinRepeats);
    if (isLikeOperator(characters, operatorId))
        return fail(ErrorCode::PinLikeOperator);
    if (isLikeDate(characters))
        return fail(ErrorCode::PinLikeDate);
    return {};
}

bool isNewPinRule(ErrorCode code) {
    return code == ErrorCode::PinTooShort || code == ErrorCode::PinNotDigits ||
           code == ErrorCode::PinNotMixed || code == ErrorCode::PinSequence ||
           code == ErrorCode::PinRepeats || code == ErrorCode::PinLikeOperator ||
           code == ErrorCode::PinLikeDate;
}

} // namespace madoguchi
