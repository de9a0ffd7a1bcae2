// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationpolicy.h"

#include <QJsonArray>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostFailures = 10;
constexpr std::chrono::minutes LongestDelay = 24h;
constexpr std::chrono::minutes LongestIdle = 60min;
constexpr int MostDelays = 10;

std::chrono::minutes minutesOf(const QJsonValue& value, std::chrono::minutes otherwise) {
    return value.isUndefined() ? otherwise : std::chrono::minutes(value.toInt(0)); // 0 is never allowed
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
    return {};
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
    };
}

Result<StationPolicy> policyFromJson(const QJsonObject& json) {
    StationPolicy policy;
    if (json.contains(u"failuresBeforeDelay"_s))
        policy.lockout.failuresBeforeDelay = json[u"failuresBeforeDelay"_s].toInt(0);
    if (json.contains(u"delayMinutes"_s)) {
        policy.lockout.delays.clear();
        const QJsonArray delays = json[u"delayMinutes"_s].toArray();
        for (const QJsonValue& delay : delays)
            policy.lockout.delays.append(minutesOf(delay, 0min));
    }
    policy.coverAfter = minutesOf(json[u"coverAfterMinutes"_s], policy.coverAfter);
    policy.lockAfter = minutesOf(json[u"lockAfterMinutes"_s], policy.lockAfter);
    if (const QJsonValue allow = json[u"allowCardWithoutCardKey"_s]; !allow.isUndefined()) {
        if (!allow.isBool())
            return fail(ErrorCode::InputInvalid, u"allowCardWithoutCardKey"_s);
        policy.allowCardWithoutCardKey = allow.toBool();
    }
    if (const Result<> sound = check(policy); !sound)
        return fail(sound.error());
    return policy;
}

} // namespace madoguchi
