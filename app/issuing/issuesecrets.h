// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// By what a card lets itself be managed when it is issued. One that carries an issue's mark has the PUK of
// that issue or the one before it (CardSecrets::pukOfMark), and the management key of that issue or of any
// before it. One without a mark is as its maker delivered it. A mark proves nothing, so that former PUKs
// are given away with care (CardSecrets::formerCard). Main thread.
#pragma once

#include "app/issuing/begunissue.h"
#include "app/issuing/officekey.h"
#include "smartcard/cardcatalogue.h"

#include <optional>

namespace madoguchi {

/// The management keys that a seed (32 bytes) may have become, one for each algorithm.
std::vector<PivManagementKey> managementKeysFrom(const SecretBytes& seed);

class IssueSecrets {
public:
    /// All must outlive the object.
    IssueSecrets(const IssueRegister& issues, const CardCatalogue& catalogue, const OfficeKey& office)
        : m_issues(issues), m_catalogue(catalogue), m_office(office) {}

    /// What `begun.issue` does to its card: new PUK, sealed for the register, and new management key; and by
    /// what the card takes them. `former`: the issue whose mark the card carries. `atr`: its answer to reset.
    /// Errors: EscrowWrong, IssueUnknown, CryptoFailed, those of Database.
    Result<> addTo(BegunIssue& begun, const std::optional<CardIssue>& former, const QByteArray& atr) const;

private:
    Result<> addNext(BegunIssue& begun) const;
    Result<> addFormer(CardSecrets& secrets, std::optional<CardIssue> former) const;
    Result<> addPukOf(const CardIssue& issue, CardSecrets& secrets) const;
    Result<> addKeysOf(const QString& issue, std::vector<PivManagementKey>& keys) const;

    const IssueRegister& m_issues;
    const CardCatalogue& m_catalogue;
    const OfficeKey& m_office;
};

} // namespace madoguchi
