// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/issuingoffice.h"

#include "app/crypto/rootkey.h"
#include "app/issuing/authority.h"
#include "app/issuing/pem.h"
#include "app/issuing/revocations.h"
#include "app/procedures/resources.h"
#include "app/station/policystore.h"
#include "app/station/settings.h"
#include "smartcard/simulator/attestation.h"
#include "smartcard/simulator/cardmaker.h"

#include <QSignalSpy>
#include <QTest>

namespace madoguchi {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Wait = 20s;

struct Signed {
    Certificate root;
    Certificate issuing;
};

// The root from the safe certifies the key in 9C.
Signed certify(const CounterStation::Card& card, const Clock& clock) {
    const RootKey root = expect(RootKey::make());
    CertificateOrder order{.kind = CertificateKind::Root,
                           .key = root.publicKey(),
                           .office = u"131000"_s,
                           .commonName = u"root"_s,
                           .operatorId = {},
                           .notBefore = clock.now().addDays(-1),
                           .notAfter = clock.now().addYears(20)};
    const auto own = expect(UnsignedCertificate::selfSigned(order));
    const Certificate certificate = expect(own.withSignature(expect(root.sign(own.toBeSigned()))));
    order.kind = CertificateKind::Issuing;
    order.key = expect(Certificate::fromDer(card->certificate(0x9C))).publicKey();
    order.commonName = u"issuing"_s;
    order.notAfter = clock.now().addYears(10);
    const auto issuing = expect(UnsignedCertificate::issuedBy(certificate, order));
    return {certificate, expect(issuing.withSignature(expect(root.sign(issuing.toBeSigned()))))};
}

} // namespace

// ---- the desk ------------------------------------------------------------------------------------------

struct IssuingDesk::Parts {
    Parts(const Office& from, std::shared_ptr<CardStack> stack, const Clock& clock)
        : office(from)
        , station(expect(Station::open(StationFolder(from.folder), clock)))
        , authority(expect(OfficeAuthority(station->database()).trusted(station->facts())))
        , revocations(station->database(), authority.anchors())
        , directory(station->database())
        , lockout(station->database(), clock, LockoutPolicy())
        , terminalState(station->database(), clock)
        , pins(station->database(), clock)
        , cards(std::move(stack))
        , holders({station->database(), directory, station->slots(), station->actions(), authority, clock,
                   station->facts().terminal})
        , issues(station->database())
        , enrolment({station->database(), directory, station->slots(), station->actions(), authority, clock,
                     station->folder().vaultDatabase()})
        , ledger({{station->database(), directory, issues, enrolment, pins, clock, catalogue},
                  station->actions()})
        , session(SessionFacts{.id = u"session"_s,
                               .operatorId = u"ca1"_s,
                               .operatorName = u"管理 太郎"_s,
                               .role = Role::CardAdministrator,
                               .card = from.administratorsCard,
                               .startedAt = clock.now()},
                  std::nullopt, OfficeKey(SecretBytes::copyOf(from.officeKey)))
        , issuing({.login = {.cards = cards,
                             .operators = directory,
                             .lockout = lockout,
                             .slots = station->slots(),
                             .keyHolders = holders,
                             .terminalState = terminalState,
                             .audit = station->audit(),
                             .certificates = authority,
                             .revocations = revocations,
                             .policy = [this] { return PolicyStore(station->database()).load(); },
                             .openVault = {},
                             .closeVault = {},
                             .clock = clock,
                             .terminal = station->facts().terminal,
                             .session = [this] { return session.isActive() ? &session : nullptr; }},
                   .ledger = ledger,
                   .office = station->facts().office,
                   .sessionCard = [this] { return cards.cardIn(reader); },
                   .authority = [this](const QString&) { return Result<Certificate>(office.issuing); },
                   .pinAllowed = [](const Operator&, const SecretBytes&) { return Result<>(); }}) {}

    Office office;
    std::unique_ptr<Station> station;
    CertificateVerifier authority;
    Revocations revocations;
    OperatorDirectory directory;
    LockoutRegister lockout;
    TerminalState terminalState;
    PinRegister pins;
    CardService cards;
    VaultKeyHolders holders;
    CardCatalogue catalogue = expect(CardCatalogue::load());
    IssueRegister issues;
    Enrolment enrolment;
    IssueLedger ledger;
    Session session;
    QString reader;
    CardIssuing issuing;
};

IssuingDesk::IssuingDesk(const Office& office, std::shared_ptr<CardStack> stack, const Clock& clock) {
    initResources();
    m_parts = std::make_unique<Parts>(office, std::move(stack), clock);
    m_parts->cards.start();
}

IssuingDesk::~IssuingDesk() = default;

CardIssuing& IssuingDesk::issuing() {
    return m_parts->issuing;
}

IssueLedger& IssuingDesk::ledger() {
    return m_parts->ledger;
}

CardService& IssuingDesk::cards() {
    return m_parts->cards;
}

const Session& IssuingDesk::session() const {
    return m_parts->session;
}

Database& IssuingDesk::database() {
    return m_parts->station->database();
}

void IssuingDesk::sitDown(const QString& reader) {
    m_parts->reader = reader;
    if (!QTest::qWaitFor([&] { return cards().cardIn(reader) != 0; }, Wait / 1ms))
        qFatal("the administrator's card does not show");
}

void IssuingDesk::endSession() {
    m_parts->issuing.cancel();
    m_parts->session.end();
}

// ---- the office ----------------------------------------------------------------------------------------

IssuingOffice::IssuingOffice(const Clock& clock)
    : m_clock(clock)
    , m_station(clock)
    , m_administrator(m_station.employ(u"ca1"_s, Role::CardAdministrator))
    , m_witness(m_station.employ(u"sv1"_s, Role::Supervisor)) {
    const Signed signedBy = certify(m_administrator, clock);
    m_root = signedBy.root;
    m_issuing = signedBy.issuing;
    const auto station = expect(Station::open(StationFolder(folder()), clock));
    QJsonObject facts = *expect(readSetting(station->database(), u"station"_s));
    const QByteArray pem = expect(m_station.authority().certificatePem()) + pemOf(signedBy.root);
    facts[u"authority"_s] = QString::fromLatin1(pem);
    expect(writeSetting(station->database(), u"station"_s, facts));
    const OperatorDirectory directory(station->database());
    const QByteArray chuidHash = expect(directory.holderOf(m_station.idOf(m_administrator))).card.chuidHash;
    expect(OfficeAuthority(station->database())
               .add(signedBy.issuing, chuidHash, expect(CertificateVerifier::fromPem(pem)), clock.now()));
}

const CertificateAuthority& IssuingOffice::maker() {
    static const CertificateAuthority maker = expect(CertificateAuthority::make(
        {u"試験製作所"_s, {}, u"Test maker of cards"_s, {}}, CertificateValidity::years(30), 1));
    return maker;
}

CardContent IssuingOffice::blankContent(const CardPersonality& personality) {
    CardContent content = blankCardContent(personality);
    content.serialNumber = 12'345'678;
    if (personality.hasYubikeyCommands)
        expect(addAttestationKey(content, maker()));
    if (personality.offersSecureMessaging && !personality.contactless) // without contacts none is issued
        expect(addMessagingKey(content, CardOrder(), maker()));
    return content;
}

IssuingOffice::Card IssuingOffice::blankCard(const CardPersonality& personality, const QString& path) {
    return std::make_shared<SimulatedPivCard>(blankContent(personality), path);
}

IssueOrder IssuingOffice::order() const {
    return {CounterStation::person(u"op9"_s), m_clock.now().date().addYears(3)};
}

IssuingDesk::Office IssuingOffice::office(const QString& folder) const {
    return {folder.isEmpty() ? m_station.folder() : folder, *m_issuing, m_station.idOf(m_administrator),
            QByteArray(32, 'o')};
}

IssuingView IssuingOffice::issue(IssuingDesk& desk, const IssueOrder& order, const Hands& hands) {
    return issue(desk.issuing(), order, hands);
}

IssuingView IssuingOffice::issue(CardIssuing& issuing, const IssueOrder& order, const Hands& hands) {
    if (const Result<> begun = issuing.begin(order); !begun)
        return {.state = IssuingState::Stopped, .error = begun.error()};
    IssuingState seen = IssuingState::Idle;
    QSignalSpy changes(&issuing, &CardIssuing::viewChanged);
    for (;;) {
        while (issuing.view().state == seen) {
            if (!changes.wait(static_cast<int>(Wait / 1ms)))
                qFatal("issuing hangs in state %d", static_cast<int>(seen));
        }
        seen = issuing.view().state;
        if (issuing.view().pinWasWrong)
            return issuing.view();
        switch (seen) {
        case IssuingState::AwaitingWitness:
        case IssuingState::AwaitingBlankCard:
            if (issuing.view().error)
                return issuing.view();
            hands.insert(CounterStation::secondReader(),
                         seen == IssuingState::AwaitingWitness ? hands.witness : hands.blank);
            break;
        case IssuingState::AwaitingWitnessPin:
            issuing.submitWitnessPin(SecretBytes::copyOf(hands.witnessPin));
            break;
        case IssuingState::AwaitingIssuerPin:
            issuing.submitIssuerPin(SecretBytes::copyOf(hands.issuerPin));
            break;
        case IssuingState::AwaitingFirstPin:
            issuing.submitFirstPin(SecretBytes::copyOf(hands.firstPin), SecretBytes::copyOf(hands.firstPin));
            break;
        case IssuingState::Idle:
        case IssuingState::Done:
        case IssuingState::Stopped:
            return issuing.view();
        case IssuingState::ReadingWitness:
        case IssuingState::CheckingWitness:
        case IssuingState::ReadingBlankCard:
        case IssuingState::MakingKeys:
        case IssuingState::Signing:
        case IssuingState::WritingCard:
        case IssuingState::SettingFirstPin:
            break;
        }
    }
}

} // namespace madoguchi
