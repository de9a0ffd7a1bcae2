// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationpolicy.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostFailures = 10;
constexpr std::chrono::minutes LongestDelay = 24h;
constexpr std::chrono::minutes LongestIdle = 60min;
constexpr int MostDelays = 10;
constexpr int LongestListDays = 365;
constexpr int LongestGraceDays = 90;

std::chrono::minutes minutesOf(const QJsonValue& value, std::chrono::minutes otherwise) {
    return value.isUndefined() ? otherwise : std::chrono::minutes(value.toInt(0)); // 0 is never allowed
}

int numberOf(const QJsonValue& value, int otherwise) {
    return value.isUndefined() ? otherwise : value.toInt(-1); // -1 is never allowed
}

Result<> readSwitch(const QJsonValue& value, const QString& name, bool& target) {
    if (value.isUndefined())
        return {};
    if (!value.isBool())
        return fail(ErrorCode::InputInvalid, name);
    target = value.toBool();
    return {};
}

} // namespace

Result<> check(const StationPolicy& policy) {
    const LockoutPolicy& lockout = policy.lockout;
    if (lockout.failuresBeforeDelay < 1 || lockout.failuresBeforeDelay > MostFailures)
        return fail(ErrorCode::InputInvalid, u"failuresBeforeDelay"_s);
    const bool inRange = std::ranges::all_of(
        lockout.delays, [](std::chrono::minutes delay) { return delay >= 1min && delay <= LongestDelay; });
    if (lockout.delays.isEmpty() || lockout.delays.size() > MostDelays || !inRange ||
        !std::ranges::is_sorted(lockout.delays))
        return fail(ErrorCode::InputInvalid, u"delayMinutes"_s);
    if (policy.coverAfter < 1min || policy.coverAfter > LongestIdle)
        return fail(ErrorCode::InputInvalid, u"coverAfterMinutes"_s);
    if (policy.lockAfter < policy.coverAfter || policy.lockAfter > LongestIdle)
        return fail(ErrorCode::InputInvalid, u"lockAfterMinutes"_s);
    if (policy.revocation.listDays < 1 || policy.revocation.listDays > LongestListDays)
        return fail(ErrorCode::InputInvalid, u"revocationListDays"_s);
    if (policy.revocation.graceDays < 0 || policy.revocation.graceDays > LongestGraceDays)
        return fail(ErrorCode::InputInvalid, u"revocationGraceDays"_s);
    return check(policy.pins);
}

QJsonObject toJson(const StationPolicy& policy) {
    QJsonArray delays;
    for (const std::chrono::minutes delay : policy.lockout.delays)
        delays.append(static_cast<int>(delay.count()));
    return {
        {u"failuresBeforeDelay"_s, policy.lockout.failuresBeforeDelay},
        {u"delayMinutes"_s, delays},
        {u"coverAfterMinutes"_s, static_cast<int>(policy.coverAfter.count())},
        {u"lockAfterMinutes"_s, static_cast<int>(policy.lockAfter.count())},
        {u"allowCardWithoutCardKey"_s, policy.allowCardWithoutCardKey},
        {u"pinMinimumLength"_s, policy.pins.minimumLength},
        {u"pinCharacters"_s, static_cast<int>(policy.pins.characters)},
        {u"pinsRemembered"_s, policy.pins.remembered},
        {u"pinChangeDays"_s, policy.pins.changeEveryDays},
        {u"pinWarnDays"_s, policy.pins.warnDays},
        {u"pinForceChange"_s, policy.pins.forceChange},
        {u"pinChangeEnrolled"_s, policy.pins.changeEnrolledPins},
        {u"shuffledKeypad"_s, policy.shuffledKeypad},
        {u"usePinPads"_s, policy.usePinPads},
        {u"changePinOnPad"_s, policy.changePinOnPad},
        {u"requireAttestation"_s, policy.requireAttestation},
        {u"severalCards"_s, policy.severalCards},
        {u"revocationListDays"_s, policy.revocation.listDays},
        {u"revocationGraceDays"_s, policy.revocation.graceDays},
        {u"revocationRequired"_s, policy.revocation.required},
    };
}

Result<StationPolicy> policyFromJson(const QJsonObject& json) {
    StationPolicy policy;
    if (json.contains(u"failuresBeforeDelay"_s))
        policy.lockout.failuresBeforeDelay = json[u"failuresBeforeDelay"_s].toInt(0);
    if (json.contains(u"delayMinutes"_s)) {
        policy.lockout.delays.clear();
        const QJsonArray delays = json[u"delayMinutes"_s].toArray();
        for (const auto& delay : delays)
            policy.lockout.delays.append(minutesOf(delay, 0min));
    }
    policy.coverAfter = minutesOf(json[u"coverAfterMinutes"_s], policy.coverAfter);
    policy.lockAfter = minutesOf(json[u"lockAfterMinutes"_s], policy.lockAfter);
    RevocationPolicy& revocation = policy.revocation;
    revocation.listDays = numberOf(json[u"revocationListDays"_s], revocation.listDays);
    revocation.graceDays = numberOf(json[u"revocationGraceDays"_s], revocation.graceDays);
    PinPolicy& pins = policy.pins;
    pins.minimumLength = numberOf(json[u"pinMinimumLength"_s], pins.minimumLength);
    const int characters = numberOf(json[u"pinCharacters"_s], static_cast<int>(pins.characters));
    if (characters < 0 || characters > static_cast<int>(PinCharacters::LettersAndDigits))
        return fail(ErrorCode::InputInvalid, u"pinCharacters"_s);
    pins.characters = static_cast<PinCharacters>(characters);
    pins.remembered = numberOf(json[u"pinsRemembered"_s], pins.remembered);
    pins.changeEveryDays = numberOf(json[u"pinChangeDays"_s], pins.changeEveryDays);
    pins.warnDays = numberOf(json[u"pinWarnDays"_s], pins.warnDays);
    for (const auto& [name, value] :
         {std::pair{u"allowCardWithoutCardKey"_s, &policy.allowCardWithoutCardKey},
          std::pair{u"pinForceChange"_s, &pins.forceChange},
          std::pair{u"pinChangeEnrolled"_s, &pins.changeEnrolledPins},
          std::pair{u"revocationRequired"_s, &revocation.required},
          std::pair{u"requireAttestation"_s, &policy.requireAttestation},
          std::pair{u"severalCards"_s, &policy.severalCards},
          std::pair{u"shuffledKeypad"_s, &policy.shuffledKeypad},
          std::pair{u"usePinPads"_s, &policy.usePinPads},
          std::pair{u"changePinOnPad"_s, &policy.changePinOnPad}}) {
        if (const Result<> read = readSwitch(json[name], name, *value); !read)
            return fail(read.error());
    }
    if (const Result<> sound = check(policy); !sound)
        return fail(sound.error());
    return policy;
}

} // namespace madoguchi
