// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/policystore.h"

#include "app/station/settings.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

PolicyStore::PolicyStore(Database& database) : m_database(database) {}

Result<StationPolicy> PolicyStore::load() const {
    const Result<std::optional<QJsonObject>> stored = readSetting(m_database, u"policy"_s);
    if (!stored)
        return fail(stored.error());
    return *stored ? policyFromJson(**stored) : StationPolicy{};
}

Result<StationPolicy> PolicyStore::view(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::ViewPolicy); !permitted)
        return fail(permitted.error());
    return load();
}

Result<> PolicyStore::change(const Session& session, const StationPolicy& policy) {
    if (const Result<> permitted = session.require(Permission::ChangePolicy); !permitted)
        return fail(permitted.error());
    return changeAtConsole(policy);
}

Result<> PolicyStore::changeAtConsole(const StationPolicy& policy) {
    if (const Result<> sound = check(policy); !sound)
        return fail(sound.error());
    return writeSetting(m_database, u"policy"_s, toJson(policy));
}

namespace {

std::function<Result<bool>()> ask(Database& database, bool StationPolicy::*rule) {
    return [&database, rule]() -> Result<bool> {
        const Result<StationPolicy> policy = PolicyStore(database).load();
        return policy ? Result<bool>((*policy).*rule) : fail(policy.error());
    };
}

} // namespace

std::function<Result<bool>()> askSeveralCards(Database& database) {
    return ask(database, &StationPolicy::severalCards);
}

std::function<Result<bool>()> askCardsWithoutCardKey(Database& database) {
    return ask(database, &StationPolicy::allowCardWithoutCardKey);
}

} // namespace madoguchi
