// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/workstation.h"

#include "app/crypto/certificateverifier.h"
#include "app/drafts/vault.h"
#include "app/drafts/vaultkeyslots.h"
#include "app/procedures/resources.h"
#include "app/station/stationlock.h"
#include "app/station/stationschema.h"

#include <optional>
#include <utility>

namespace madoguchi {
namespace {

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
};

} // namespace

struct Workstation::Parts {
    // In this order: whatever uses another stands after it.
    const Clock& clock;
    StationFolder folder;
    StationLock lock;
    std::unique_ptr<Database> database;
    StationFacts facts;
    CertificateVerifier authority;
    ProcedureCatalogue procedures;
    QList<Purpose> purposes;
    std::unique_ptr<AuditWriter> audit;
    ActionRunner actions;
    VaultKeySlots slots;
    PolicyStore policies;
    OperatorDirectory operators;
    TerminalState terminalState;
    LockoutRegister lockout;
    CardService cards;
    std::unique_ptr<OpenVault> vault = {};
    std::unique_ptr<LoginController> login = {};

    StationPolicy policy() const { return policies.load().value_or(StationPolicy()); }

    Result<> openVault(const Session& session) {
        auto opened = Vault::open(folder.vaultDatabase(), session);
        if (!opened)
            return fail(opened.error());
        vault = std::make_unique<OpenVault>(std::move(*opened), operators, clock, purposes);
        return {};
    }
};

Result<std::unique_ptr<Workstation>> Workstation::open(const QString& path, std::shared_ptr<CardStack> cards,
                                                       const Clock& clock) {
    initResources();
    StationFolder folder(path);
    auto terminalKey = folder.terminalKey();
    if (!terminalKey)
        return fail(terminalKey.error());
    auto lock = StationLock::take(folder.lockFile());
    if (!lock)
        return fail(lock.error());
    auto opened = Database::open(folder.stationDatabase(), *terminalKey, Database::Access::ReadWrite);
    if (!opened)
        return fail(opened.error());
    auto database = std::make_unique<Database>(std::move(*opened));
    if (auto migrated = migrateStation(*database); !migrated)
        return fail(migrated.error());
    auto facts = loadStationFacts(*database);
    if (!facts)
        return fail(facts.error());
    auto authority = CertificateVerifier::fromPem(facts->authorityPem);
    if (!authority)
        return fail(authority.error());
    auto slots = VaultKeySlots::open(*database, *terminalKey);
    if (!slots)
        return fail(slots.error());
    auto procedures = ProcedureCatalogue::load();
    if (!procedures)
        return fail(procedures.error());
    auto purposes = loadPurposes();
    if (!purposes)
        return fail(purposes.error());
    const PolicyStore policies(*database);
    const auto policy = policies.load();
    if (!policy)
        return fail(policy.error());
    auto audit = AuditWriter::open(*database, clock, facts->terminal, folder.checkpointFile());
    if (!audit)
        return fail(audit.error());

    Database& station = *database;
    AuditWriter& writer = **audit;
    auto parts = std::unique_ptr<Parts>(new Parts{.clock = clock,
                                                  .folder = folder,
                                                  .lock = std::move(*lock),
                                                  .database = std::move(database),
                                                  .facts = std::move(*facts),
                                                  .authority = std::move(*authority),
                                                  .procedures = std::move(*procedures),
                                                  .purposes = std::move(*purposes),
                                                  .audit = std::move(*audit),
                                                  .actions = ActionRunner(writer),
                                                  .slots = std::move(*slots),
                                                  .policies = policies,
                                                  .operators = OperatorDirectory(station),
                                                  .terminalState = TerminalState(station, clock),
                                                  .lockout = LockoutRegister(station, clock, policy->lockout),
                                                  .cards = CardService(std::move(cards))});
    return std::unique_ptr<Workstation>(new Workstation(std::move(parts)));
}

Workstation::Workstation(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {
    Parts* station = m_parts.get();
    station->login = std::make_unique<LoginController>(LoginParts{
        .cards = station->cards,
        .operators = station->operators,
        .lockout = station->lockout,
        .slots = station->slots,
        .terminalState = station->terminalState,
        .audit = *station->audit,
        .certificates = station->authority,
        .policy = [station] { return station->policy(); },
        .openVault = [station](const Session& session) { return station->openVault(session); },
        .closeVault = [station] { station->vault.reset(); },
        .clock = station->clock,
        .terminal = station->facts.terminal,
    });
    station->cards.start();
}

Workstation::~Workstation() {
    m_parts->login->logOut();
    // A stop that can't be recorded is found as an unclean one at the next start.
    [[maybe_unused]] const Result<> stopped = m_parts->audit->stop();
}

const Clock& Workstation::clock() const {
    return m_parts->clock;
}

const StationFolder& Workstation::folder() const {
    return m_parts->folder;
}

const StationFacts& Workstation::facts() const {
    return m_parts->facts;
}

StationPolicy Workstation::policy() const {
    return m_parts->policy();
}

Database& Workstation::database() {
    return *m_parts->database;
}

CardService& Workstation::cards() {
    return m_parts->cards;
}

LoginController& Workstation::login() {
    return *m_parts->login;
}

ActionRunner& Workstation::actions() {
    return m_parts->actions;
}

OperatorDirectory& Workstation::operators() {
    return m_parts->operators;
}

LockoutRegister& Workstation::lockout() {
    return m_parts->lockout;
}

PolicyStore& Workstation::policies() {
    return m_parts->policies;
}

TerminalState& Workstation::terminalState() {
    return m_parts->terminalState;
}

VaultKeySlots& Workstation::vaultKeySlots() {
    return m_parts->slots;
}

const CertificateVerifier& Workstation::authority() const {
    return m_parts->authority;
}

const ProcedureCatalogue& Workstation::procedures() const {
    return m_parts->procedures;
}

const QList<Purpose>& Workstation::purposes() const {
    return m_parts->purposes;
}

Work* Workstation::work() {
    return m_parts->vault ? &m_parts->vault->work : nullptr;
}

} // namespace madoguchi
