// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/issuesecrets.h"

#include "smartcard/piv/pivcontent.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr int OldestFormerIssue = 20; // whose management key is still tried: each costs a command or two
constexpr int FormerPuks = 2;         // the mark's, or the one before it

void addKeys(const std::vector<PivManagementKey>& from, std::vector<PivManagementKey>& keys) {
    for (const PivManagementKey& key : from)
        keys.push_back(key.clone());
}

} // namespace

std::vector<PivManagementKey> managementKeysFrom(const SecretBytes& seed) {
    std::vector<PivManagementKey> keys;
    for (const auto algorithm : {PivManagementAlgorithm::Aes192, PivManagementAlgorithm::TripleDes,
                                 PivManagementAlgorithm::Aes256, PivManagementAlgorithm::Aes128}) {
        PivManagementKey key{algorithm, seed.clone()};
        key.value.truncate(PivManagementKey::keyBytes(algorithm));
        keys.push_back(std::move(key));
    }
    return keys;
}

Result<> IssueSecrets::addTo(BegunIssue& begun, const std::optional<CardIssue>& former,
                             const QByteArray& atr) const {
    if (Result<> added = addNext(begun); !added)
        return added;
    CardSecrets& secrets = begun.secrets;
    if (Result<> added = addFormer(secrets, former); !added)
        return added;
    secrets.officeKeys = secrets.managementKeys.size();
    secrets.factoryPuks = m_catalogue.factoryPuks(atr);
    if (secrets.puks.size() < FormerPuks) {
        for (const SecretBytes& puk : secrets.factoryPuks)
            secrets.puks.push_back(puk.clone());
    }
    secrets.attests = m_catalogue.attests(atr);
    addKeys(m_catalogue.factoryManagementKeys(atr), secrets.managementKeys);
    addKeys(secrets.managementKeys, begun.laterKeys); // of a card that can't change its key
    return {};
}

Result<> IssueSecrets::addNext(BegunIssue& begun) const {
    CardSecrets& secrets = begun.secrets;
    const QString& id = begun.issue.id;
    secrets.nextPuk = randomPuk();
    auto sealed = m_office.sealPuk(id, secrets.nextPuk);
    if (!sealed)
        return fail(sealed.error());
    begun.issue.sealedPuk = *std::move(sealed);
    secrets.mark = begun.issue.guid.first(CapabilityIdentifierBytes);
    auto seed = m_office.managementSeed(id);
    if (!seed)
        return fail(seed.error());
    begun.laterKeys = managementKeysFrom(*seed);
    secrets.nextManagementSeed = *std::move(seed);
    return {};
}

Result<> IssueSecrets::addFormer(CardSecrets& secrets, std::optional<CardIssue> former) const {
    for (int depth = 0; former && depth < OldestFormerIssue; ++depth) {
        if (Result<> added = addKeysOf(former->id, secrets.managementKeys); !added)
            return added;
        if (depth < FormerPuks) {
            if (Result<> added = addPukOf(*former, secrets); !added)
                return added;
        }
        if (former->former.isEmpty())
            return {};
        Result<CardIssue> older = m_issues.find(former->former);
        if (!older)
            return fail(older.error());
        former = *std::move(older);
    }
    return {};
}

Result<> IssueSecrets::addPukOf(const CardIssue& issue, CardSecrets& secrets) const {
    auto puk = m_office.openPuk(issue.id, issue.sealedPuk);
    if (!puk)
        return fail(puk.error());
    if (secrets.puks.empty())
        secrets.pukOfMark = puk->clone();
    secrets.puks.push_back(*std::move(puk));
    return {};
}

Result<> IssueSecrets::addKeysOf(const QString& issue, std::vector<PivManagementKey>& keys) const {
    const auto seed = m_office.managementSeed(issue);
    if (!seed)
        return fail(seed.error());
    for (PivManagementKey& key : managementKeysFrom(*seed))
        keys.push_back(std::move(key));
    return {};
}

} // namespace madoguchi
