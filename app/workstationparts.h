// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a workstation is made of, and what its objects ask each other for. For workstation.cpp only. Main
// thread.
#pragma once

#include "app/drafts/vault.h"
#include "app/drafts/vaultwitness.h"
#include "app/issuing/issueregister.h"
#include "app/station/station.h"
#include "app/workstation.h"

#include <optional>

namespace madoguchi {

/// Whatever is wrong with the stored policy: nothing takes its place. Errors: PolicyUnreadable.
Result<StationPolicy> readable(Result<StationPolicy> policy);

/// vault.db and what works on it, while a session has the key.
struct OpenVault {
    OpenVault(Vault opened, const OperatorDirectory& directory, const Clock& clock,
              const QList<Purpose>& purposes)
        : vault(std::move(opened))
        , drafts(vault, directory, clock)
        , receptions(vault, clock, purposes)
        , work{drafts, receptions} {}

    Vault vault;
    DraftStore drafts;
    ReceptionStore receptions;
    Work work;
    std::unique_ptr<VaultWitness> witness = {}; ///< uses the vault to its end
};

struct Workstation::Parts {
    // In this order: whatever uses another stands after it.
    std::unique_ptr<Station> station;
    CertificateVerifier authority;
    CertificateVerifier newCards; ///< what a card must lead to that comes into the register
    Revocations revocations;
    ProcedureCatalogue procedures;
    QList<Purpose> purposes;
    PolicyStore policies;
    ReaderStore readers;
    OperatorDirectory operators;
    TerminalState terminalState;
    LockoutRegister lockout;
    PinRegister pins;
    CardService cards;
    std::optional<CardCatalogue> catalogue = {};
    std::optional<PinPads> pads = {};
    std::optional<VaultKeyHolders> keyHolders = {};
    std::optional<CardLife> cardLife = {};
    std::optional<RoleChanges> roleChanges = {};
    std::unique_ptr<OpenVault> vault = {};
    std::unique_ptr<LoginController> login = {};
    std::unique_ptr<CardApproval> approval = {};
    std::unique_ptr<CardApproval> freshPin = {};
    std::unique_ptr<CardDestruction> destruction = {};
    std::unique_ptr<PinChange> pinChange = {};
    std::optional<IssueRegister> issueRegister = {};
    std::optional<Enrolment> enrolment = {};
    std::optional<IssueLedger> issueLedger = {};
    std::unique_ptr<CardIssuing> issuing = {};
    std::optional<UnblockLedger> unblockLedger = {};
    std::unique_ptr<PinUnblocking> unblocking = {};
    std::unique_ptr<ListSigning> listSigning = {};

    /// Insertion of the card that the session began with; 0 without one.
    CardId sessionCard() const { return login->session() ? login->card() : 0; }
    /// Errors: PolicyUnreadable.
    Result<StationPolicy> policy() const { return readable(policies.load()); }
    AskSeveralCards askSeveralCards() const {
        return [this]() -> Result<bool> {
            const Result<StationPolicy> now = policy();
            return now ? Result<bool>(now->severalCards) : fail(now.error());
        };
    }
    Result<PinDue> pinDue(const OperatorCard& card) const;
    /// False: the card was not issued here.
    Result<bool> revoke(const QString& card, RevocationReason reason, const QDateTime& at);
    Result<Certificate> issuingCertificate(const QString& card);
    Result<> pinAllowed(const Operator& holder, const SecretBytes& pin) const;
    /// A refusal is on record.
    Result<> openVault(const Session& session);
    Result<> openWitnessedVault(const Session& session);
};

} // namespace madoguchi
