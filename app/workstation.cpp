// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/workstation.h"

#include "app/crypto/certificateverifier.h"
#include "app/issuing/authority.h"
#include "app/procedures/resources.h"
#include "app/workstationparts.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Workstation>> Workstation::open(const QString& folder,
                                                       std::shared_ptr<CardStack> cards, const Clock& clock) {
    initResources();
    auto procedures = ProcedureCatalogue::load();
    if (!procedures)
        return fail(procedures.error());
    auto purposes = loadPurposes();
    if (!purposes)
        return fail(purposes.error());
    auto station = Station::open(StationFolder(folder), clock);
    if (!station)
        return fail(station.error());
    auto authority = OfficeAuthority((*station)->database()).trusted((*station)->facts());
    if (!authority)
        return fail(authority.error());
    auto newCards = OfficeAuthority((*station)->database()).trustedForNewCards((*station)->facts());
    if (!newCards)
        return fail(newCards.error());
    Database& database = (*station)->database();
    const auto policy = readable(PolicyStore(database).load());
    if (!policy)
        return fail(policy.error());
    auto catalogue = CardCatalogue::load();
    if (!catalogue)
        return fail(catalogue.error());
    auto parts =
        std::unique_ptr<Parts>(new Parts{.station = std::move(*station),
                                         .authority = *authority,
                                         .newCards = *std::move(newCards),
                                         .revocations = Revocations(database, authority->anchors()),
                                         .procedures = std::move(*procedures),
                                         .purposes = std::move(*purposes),
                                         .policies = PolicyStore(database),
                                         .readers = ReaderStore(database),
                                         .operators = OperatorDirectory(database),
                                         .terminalState = TerminalState(database, clock),
                                         .lockout = LockoutRegister(database, clock, policy->lockout),
                                         .pins = PinRegister(database, clock),
                                         .cards = CardService(std::move(cards))});
    parts->catalogue = *std::move(catalogue);
    return std::unique_ptr<Workstation>(new Workstation(std::move(parts)));
}

Workstation::Workstation(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {
    makeCardKeeping();
    const LoginParts login = loginParts();
    m_parts->login = std::make_unique<LoginController>(login);
    m_parts->approval = std::make_unique<CardApproval>(login);
    m_parts->freshPin = std::make_unique<CardApproval>(login);
    m_parts->pinChange = std::make_unique<PinChange>(login, m_parts->pins);
    joinPinAsking();
    makeDestruction(login);
    makeIssuing(login);
    makeUnblocking(login);
    makeListSigning(login);
}

// What becomes of cards and of the keys that they have.
void Workstation::makeCardKeeping() {
    Parts* mine = m_parts.get();
    mine->keyHolders.emplace(VaultKeyHolders::Parts{
        .station = mine->station->database(),
        .directory = mine->operators,
        .slots = mine->station->slots(),
        .actions = mine->station->actions(),
        .authority = mine->authority,
        .clock = mine->station->clock(),
        .terminal = mine->station->facts().terminal,
        .isRevoked =
            [mine](const Certificate& login) {
                return mine->revocations.isRevoked(login, mine->station->clock().now());
            },
    });
    const auto withdrawn = [mine](const QString& card) {
        // After the action that asked for it: its outcome is recorded with its session, and its screen still
        // stands.
        QMetaObject::invokeMethod(
            mine->login.get(), [mine, card] { mine->login->cardWithdrawn(card); }, Qt::QueuedConnection);
    };
    mine->cardLife.emplace(CardLife::Parts{
        .station = mine->station->database(),
        .directory = mine->operators,
        .holders = *mine->keyHolders,
        .clock = mine->station->clock(),
        .revoke = [mine](const QString& card, RevocationReason reason,
                         const QDateTime& at) { return mine->revoke(card, reason, at); },
        .withdrawn = withdrawn,
        .severalCards = mine->askSeveralCards(),
    });
    mine->roleChanges.emplace(RoleChanges::Parts{.station = mine->station->database(),
                                                 .directory = mine->operators,
                                                 .holders = *mine->keyHolders,
                                                 .clock = mine->station->clock(),
                                                 .terminal = mine->station->facts().terminal,
                                                 .withdrawn = withdrawn});
}

LoginParts Workstation::loginParts() {
    Parts* mine = m_parts.get();
    mine->pads.emplace(PinPads::Parts{
        .cards = mine->cards,
        .policy = [mine] { return mine->policy(); },
        .claimIsFalse = [mine](const QString& reader) { return mine->catalogue->padClaimIsFalse(reader); },
    });
    return {
        .cards = mine->cards,
        .operators = mine->operators,
        .lockout = mine->lockout,
        .slots = mine->station->slots(),
        .keyHolders = *mine->keyHolders,
        .terminalState = mine->terminalState,
        .audit = mine->station->audit(),
        .certificates = mine->authority,
        .revocations = mine->revocations,
        .policy = [mine] { return mine->policy(); },
        .openVault = [mine](const Session& session) { return mine->openVault(session); },
        .closeVault = [mine] { mine->vault.reset(); },
        .clock = mine->station->clock(),
        .terminal = mine->station->facts().terminal,
        .session = [mine] { return mine->login ? mine->login->session() : nullptr; },
        .pinDue = [mine](const OperatorCard& card) { return mine->pinDue(card); },
        .pads = &*mine->pads,
        .readers = [mine] { return mine->readers.load(); },
    };
}

void Workstation::makeIssuing(const LoginParts& login) {
    Parts* mine = m_parts.get();
    Station& station = *mine->station;
    mine->issueRegister.emplace(station.database());
    mine->enrolment.emplace(
        Enrolment::Parts{.station = station.database(),
                         .directory = mine->operators,
                         .slots = station.slots(),
                         .actions = station.actions(),
                         .authority = mine->newCards,
                         .clock = station.clock(),
                         .vaultPath = station.folder().vaultDatabase(),
                         .severalCards = mine->askSeveralCards(),
                         .vaultChanges = [&station] { return station.audit().vaultChanges(); }});
    mine->issueLedger.emplace(IssueLedger::Parts{.steps = {.station = station.database(),
                                                           .directory = mine->operators,
                                                           .issues = *mine->issueRegister,
                                                           .enrolment = *mine->enrolment,
                                                           .pins = mine->pins,
                                                           .clock = station.clock(),
                                                           .catalogue = *mine->catalogue,
                                                           .severalCards = mine->askSeveralCards()},
                                                 .actions = station.actions()});
    mine->issuing = std::make_unique<CardIssuing>(CardIssuing::Parts{
        .login = login,
        .ledger = *mine->issueLedger,
        .office = station.facts().office,
        .sessionCard = [mine] { return mine->sessionCard(); },
        .authority = [mine](const QString& card) { return mine->issuingCertificate(card); },
        .pinAllowed = [mine](const Operator& holder,
                             const SecretBytes& pin) { return mine->pinAllowed(holder, pin); }});
    QObject::connect(mine->login.get(), &LoginController::sessionEnding, mine->issuing.get(),
                     &CardIssuing::cancel);
    QObject::connect(mine->issuing.get(), &CardIssuing::recordLost, mine->login.get(),
                     &LoginController::recordLost);
}

void Workstation::makeUnblocking(const LoginParts& login) {
    Parts* mine = m_parts.get();
    Station& station = *mine->station;
    mine->unblockLedger.emplace(UnblockLedger::Parts{.station = station.database(),
                                                     .directory = mine->operators,
                                                     .issues = *mine->issueRegister,
                                                     .pins = mine->pins,
                                                     .lockout = mine->lockout,
                                                     .audit = station.audit(),
                                                     .clock = station.clock(),
                                                     .policy = login.policy});
    mine->unblocking = std::make_unique<PinUnblocking>(
        PinUnblocking::Parts{login, *mine->unblockLedger, [mine] { return mine->sessionCard(); }});
    QObject::connect(mine->login.get(), &LoginController::sessionEnding, mine->unblocking.get(),
                     &PinUnblocking::cancel);
    QObject::connect(mine->unblocking.get(), &PinUnblocking::viewChanged, mine->login.get(), [mine] {
        if (mine->unblocking->view().pinIsNew)
            mine->login->pinSettled(mine->unblocking->view().card);
    });
    QObject::connect(mine->unblocking.get(), &PinUnblocking::recordLost, mine->login.get(),
                     &LoginController::recordLost);
}

void Workstation::makeListSigning(const LoginParts& login) {
    Parts* mine = m_parts.get();
    mine->listSigning = std::make_unique<ListSigning>(ListSigning::Parts{
        .login = login,
        .revocations = mine->revocations,
        .sessionCard = [mine] { return mine->sessionCard(); },
        .authority = [mine](const QString& card) { return mine->issuingCertificate(card); }});
    QObject::connect(mine->login.get(), &LoginController::sessionEnding, mine->listSigning.get(),
                     &ListSigning::cancel);
    QObject::connect(mine->listSigning.get(), &ListSigning::recordLost, mine->login.get(),
                     &LoginController::recordLost);
}

void Workstation::joinPinAsking() {
    LoginController* login = m_parts->login.get();
    const auto haltWithoutRecord = [login](const Error& why) {
        if (why.code == ErrorCode::RecordFailed)
            login->recordLost();
    };
    CardApproval* freshPin = m_parts->freshPin.get();
    for (CardApproval* approval : {m_parts->approval.get(), freshPin}) {
        QObject::connect(login, &LoginController::sessionEnding, approval, &CardApproval::cancel);
        QObject::connect(approval, &CardApproval::refused, login, haltWithoutRecord);
    }
    QObject::connect(login, &LoginController::swapBegun, freshPin, &CardApproval::cancel);
    QObject::connect(freshPin, &CardApproval::approved, login, &LoginController::pinProven);
    PinChange* change = m_parts->pinChange.get();
    QObject::connect(login, &LoginController::sessionEnding, change, &PinChange::giveUp);
    QObject::connect(login, &LoginController::swapBegun, change, &PinChange::giveUp);
    QObject::connect(change, &PinChange::refused, login, haltWithoutRecord);
    QObject::connect(change, &PinChange::changed, login, &LoginController::pinChanged);
    QObject::connect(change, &PinChange::unsettled, login, &LoginController::pinUnsettled);
}

void Workstation::makeDestruction(const LoginParts& login) {
    Parts* mine = m_parts.get();
    mine->destruction = std::make_unique<CardDestruction>(
        CardDestruction::Parts{.login = login,
                               .approval = *mine->approval,
                               .life = *mine->cardLife,
                               .actions = mine->station->actions(),
                               .sessionCard = [mine] { return mine->sessionCard(); }});
    QObject::connect(mine->login.get(), &LoginController::sessionEnding, mine->destruction.get(),
                     &CardDestruction::cancel);
    QObject::connect(mine->destruction.get(), &CardDestruction::recordLost, mine->login.get(),
                     &LoginController::recordLost);
}

Workstation::~Workstation() {
    m_parts->login->logOut();
}

const Clock& Workstation::clock() const {
    return m_parts->station->clock();
}

const StationFolder& Workstation::folder() const {
    return m_parts->station->folder();
}

const StationFacts& Workstation::facts() const {
    return m_parts->station->facts();
}

Result<StationPolicy> Workstation::policy() const {
    return m_parts->policy();
}

Database& Workstation::database() {
    return m_parts->station->database();
}

CardService& Workstation::cards() {
    return m_parts->cards;
}

LoginController& Workstation::login() {
    return *m_parts->login;
}

CardIssuing& Workstation::issuing() {
    return *m_parts->issuing;
}

IssueLedger& Workstation::issueLedger() {
    return *m_parts->issueLedger;
}

IssueRegister& Workstation::issues() {
    return *m_parts->issueRegister;
}

PinUnblocking& Workstation::unblocking() {
    return *m_parts->unblocking;
}

UnblockLedger& Workstation::unblockLedger() {
    return *m_parts->unblockLedger;
}

ListSigning& Workstation::listSigning() {
    return *m_parts->listSigning;
}

CardApproval& Workstation::approval() {
    return *m_parts->approval;
}

CardApproval& Workstation::freshPin() {
    return *m_parts->freshPin;
}

void Workstation::askFreshPin() {
    const LoginController& login = *m_parts->login;
    const auto isHers = [id = login.session()->facts().operatorId](const Operator& person) {
        return person.id == id ? Result<>() : fail(ErrorCode::CardChanged);
    };
    m_parts->freshPin->begin(login.card(), isHers);
}

CardDestruction& Workstation::destruction() {
    return *m_parts->destruction;
}

PinChange& Workstation::pinChange() {
    return *m_parts->pinChange;
}

const PinPads& Workstation::pinPads() const {
    return *m_parts->pads;
}

PinRegister& Workstation::pins() {
    return m_parts->pins;
}

ActionRunner& Workstation::actions() {
    return m_parts->station->actions();
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

ReaderStore& Workstation::readers() {
    return m_parts->readers;
}

TerminalState& Workstation::terminalState() {
    return m_parts->terminalState;
}

VaultKeySlots& Workstation::vaultKeySlots() {
    return m_parts->station->slots();
}

VaultKeyHolders& Workstation::vaultKeyHolders() {
    return *m_parts->keyHolders;
}

Revocations& Workstation::revocations() {
    return m_parts->revocations;
}

RoleChanges& Workstation::roleChanges() {
    return *m_parts->roleChanges;
}

CardLife& Workstation::cardLife() {
    return *m_parts->cardLife;
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
