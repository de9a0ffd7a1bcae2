// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/firstcard.h"

#include "app/crypto/hash.h"
#include "app/crypto/random.h"
#include "app/issuing/authority.h"
#include "app/issuing/issueregister.h"
#include "app/issuing/issuesecrets.h"
#include "app/issuing/officekey.h"
#include "app/login/pinregister.h"
#include "app/operators/vaultkeychallenge.h"
#include "app/station/policystore.h"
#include "app/storage/transaction.h"
#include "smartcard/piv/blankcard.h"
#include "smartcard/piv/cardpersonalisation.h"
#include "smartcard/piv/pivcontent.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ChallengeBytes = 32;
constexpr char Console[] = "console"; // who started the issue: nobody is logged in

class FirstCard {
public:
    FirstCard(Station& station, const RootOnMedium& root, const FirstCardOrder& order,
              CardTransaction& transaction)
        : m_station(station)
        , m_root(root)
        , m_order(order)
        , m_card(transaction)
        , m_issues(station.database())
        , m_directory(station.database()) {}

    Result<Enrolled> make() {
        if (const Result<> free = requireFreeCard(); !free)
            return fail(free.error());
        if (const Result<> begun = begin(); !begun)
            return fail(begun.error());
        Result<CardContents> contents = makeContents();
        if (!contents)
            return fail(contents.error());
        if (const Result<> written = writeCardContents(m_card, managementKeys(), *contents); !written)
            return fail(written.error());
        Result<CardProof> proof = setPin(*contents);
        return proof ? finish(*contents, *proof) : fail(proof.error());
    }

private:
    Result<> requireFreeCard() const {
        const Result<BlankCard> blank = readBlankCard(m_card);
        if (!blank)
            return fail(blank.error());
        if (const Result<> free = requireOutOfRegister(*blank); !free)
            return free;
        const bool holdsSomething = !blank->chuid.isEmpty() || !blank->authenticationCertificate.isEmpty() ||
                                    !blank->cardCertificate.isEmpty();
        if (!holdsSomething)
            return {};
        // What an earlier attempt left may go; the keys of somebody's other card may not.
        const auto former = m_issues.ofMark(blank->mark);
        if (!former)
            return fail(former.error());
        return *former ? Result<>() : fail(ErrorCode::CardNotBlank);
    }
    Result<> requireOutOfRegister(const BlankCard& blank) const {
        const auto byChuid =
            m_directory.cardByChuid(blank.chuid.isEmpty() ? QByteArray() : Sha256().digest(blank.chuid));
        if (!byChuid)
            return fail(byChuid.error());
        const auto byCertificate =
            m_directory.cardByCertificate(Sha256().digest(blank.authenticationCertificate));
        if (!byCertificate)
            return fail(byCertificate.error());
        if (*byChuid || *byCertificate)
            return fail(ErrorCode::CardInRegister);
        return {};
    }

    // Durable before the first command that changes the card.
    Result<> begin() {
        auto key = m_root.key.derived("madoguchi office key, version 1: " + m_station.facts().id.toUtf8());
        if (!key)
            return fail(key.error());
        m_officeKey.emplace(*std::move(key));
        Result<Transaction> transaction = Transaction::begin(m_station.database());
        if (!transaction)
            return fail(transaction.error());
        if (Result<> known = takePerson(); !known)
            return known;
        if (Result<> found = findOrAddIssue(); !found)
            return found;
        return transaction->commit();
    }
    Result<> takePerson() {
        const Result<Operator> known = m_directory.find(m_order.person.id);
        if (!known && known.error().code == ErrorCode::OperatorUnknown)
            return m_directory.add(m_order.person);
        return known ? Result<>() : fail(known.error()); // whether she is the same is asked at the end
    }
    Result<> findOrAddIssue() {
        const Result<QList<CardIssue>> unfinished = m_issues.unfinished();
        if (!unfinished)
            return fail(unfinished.error());
        for (const CardIssue& issue : *unfinished) {
            if (issue.operatorId == m_order.person.id && issue.startedBy == QLatin1StringView(Console)) {
                m_issue = issue;
                // None of the certificates of an earlier attempt was used.
                return m_issues.revoke(issue.id, RevocationReason::Superseded, m_station.clock().now());
            }
        }
        const Result<QString> id = m_issues.nextId();
        if (!id)
            return fail(id.error());
        const Result<QByteArray> sealed = m_officeKey->sealPuk(*id, randomPuk());
        if (!sealed)
            return fail(sealed.error());
        m_issue = {.id = *id,
                   .operatorId = m_order.person.id,
                   .startedBy = QLatin1StringView(Console),
                   .witness = QLatin1StringView(Console),
                   .startedAt = m_station.clock().now(),
                   .endedAt = {},
                   .guid = newCardGuid(),
                   .lastDay = m_order.lastDay,
                   .sealedPuk = *sealed,
                   .card = {}};
        return m_issues.add(m_issue);
    }

    // The factory's, or what an earlier attempt made of it.
    std::vector<PivManagementKey> managementKeys() const {
        std::vector<PivManagementKey> keys = m_order.catalogue.factoryManagementKeys(m_order.atr);
        for (PivManagementKey& made : managementKeysFrom(m_seed))
            keys.push_back(std::move(made));
        return keys;
    }

    Result<CardContents> makeContents() {
        auto seed = m_officeKey->managementSeed(m_issue.id);
        if (!seed)
            return fail(seed.error());
        m_seed = *std::move(seed);
        auto puk = m_officeKey->openPuk(m_issue.id, m_issue.sealedPuk);
        if (!puk)
            return fail(puk.error());
        m_puk = *std::move(puk);
        CardSecrets secrets;
        secrets.managementKeys = managementKeys();
        secrets.nextManagementSeed = m_seed.clone();
        secrets.puks = m_order.catalogue.factoryPuks(m_order.atr);
        secrets.puks.push_back(m_puk.clone());
        secrets.nextPuk = m_puk.clone();
        secrets.mark = m_issue.guid.first(CapabilityIdentifierBytes);
        const Result<CardKeysMade> made = makeCardKeys(m_card, secrets);
        return made ? certify(made->keys) : fail(made.error());
    }

    Result<CardContents> certify(const CardPublicKeys& keys) {
        CardContents contents{.guid = m_issue.guid,
                              .lastDay = m_issue.lastDay,
                              .authentication = {},
                              .signature = {},
                              .keyManagement = {},
                              .cardAuthentication = {}};
        const Result<PublicKey> issuingKey = PublicKey::fromP256Point(keys.signature);
        if (!issuingKey)
            return fail(issuingKey.error());
        auto issuing =
            certifyIssuingKey(m_root, *issuingKey, m_station.facts().office, m_station.clock().now());
        if (!issuing)
            return fail(issuing.error());
        m_issuing = *std::move(issuing);
        contents.signature = m_issuing->der();
        for (const auto& [kind, point, place] :
             {std::tuple{CertificateKind::Login, &keys.authentication, &contents.authentication},
              {CertificateKind::VaultKey, &keys.keyManagement, &contents.keyManagement},
              {CertificateKind::CardGenuine, &keys.cardAuthentication, &contents.cardAuthentication}}) {
            Result<QByteArray> der = certificate(kind, *point);
            if (!der)
                return fail(der.error());
            *place = *std::move(der);
        }
        return contents;
    }
    Result<QByteArray> certificate(CertificateKind kind, const QByteArray& point) {
        const Result<PublicKey> key = PublicKey::fromP256Point(point);
        if (!key)
            return fail(key.error());
        const QDateTime end = m_issue.lastDay.addDays(1).startOfDay().toUTC().addSecs(-1);
        const auto made = UnsignedCertificate::issuedBy(
            m_root.certificate,
            {.kind = kind,
             .key = *key,
             .office = m_station.facts().office,
             .commonName = m_issue.id,
             .operatorId = kind == CertificateKind::CardGenuine ? QString() : m_issue.operatorId,
             .notBefore = m_root.certificate.notBefore(),
             .notAfter = std::min(end, m_root.certificate.notAfter())});
        if (!made)
            return fail(made.error());
        if (const Result<> noted = m_issues.addCertificate(m_issue.id, kind, made->serialNumber(),
                                                           std::min(end, m_root.certificate.notAfter()));
            !noted)
            return fail(noted.error());
        const Result<QByteArray> signature = m_root.key.sign(made->toBeSigned());
        if (!signature)
            return fail(signature.error());
        const Result<Certificate> joined = made->withSignature(*signature);
        return joined ? Result<QByteArray>(joined->der()) : fail(joined.error());
    }

    Result<CardProof> setPin(const CardContents& contents) {
        CardProof proof;
        proof.chuid = chuidContent(m_issue.guid, m_issue.lastDay);
        proof.certificates = {contents.authentication, contents.keyManagement, contents.cardAuthentication};
        proof.challenge = randomBytes(ChallengeBytes);
        const auto vaultKey = VaultKeyChallenge::forCertificate(contents.keyManagement);
        if (!vaultKey)
            return fail(vaultKey.error());
        const Result<FirstPin> set = setFirstPin(m_card, {.contents = contents,
                                                          .puk = m_puk.clone(),
                                                          .pin = m_order.pin.clone(),
                                                          .challenge = proof.challenge,
                                                          .vaultPeer = vaultKey->peer()});
        if (!set)
            return fail(set.error());
        if (set->puk.kind != PinOutcome::Kind::Accepted)
            return fail(ErrorCode::CardBlocked, u"the card does not take its own PUK"_s);
        if (const Result<> holds = vaultKey->check(set->vaultSecret.clone()); !holds)
            return fail(holds.error());
        proof.pin = set->puk;
        proof.signature = set->signature;
        proof.holdsVaultKey = true;
        return proof;
    }

    Result<Enrolled> finish(const CardContents& contents, const CardProof& proof) {
        const auto roots = CertificateVerifier::fromPem(m_station.facts().authorityPem);
        const auto managementCertificate = Certificate::fromDer(contents.keyManagement);
        if (!roots || !managementCertificate)
            return fail(!roots ? roots.error() : managementCertificate.error());
        const Clock& clock = m_station.clock();
        Enrolment enrolment({m_station.database(), m_directory, m_station.slots(), m_station.actions(),
                             *roots, clock, m_station.folder().vaultDatabase()});
        Result<Transaction> transaction = Transaction::begin(m_station.database());
        if (!transaction)
            return fail(transaction.error());
        Result<Enrolled> enrolled = enrolment.take(m_order.person, proof);
        if (!enrolled)
            return enrolled;
        // Not the new key that enrolment made, but the one that the card's own PUK is sealed with.
        const Result<> slot = m_station.slots().makeSlot(enrolled->card, managementCertificate->publicKey(),
                                                         m_officeKey->bytes(), SlotPurpose::Office);
        if (!slot)
            return fail(slot.error());
        const Result<bool> may = OfficeAuthority(m_station.database())
                                     .add(*m_issuing, Sha256().digest(proof.chuid), *roots, clock.now());
        if (!may)
            return fail(may.error());
        if (const Result<> noted = PinRegister(m_station.database(), clock).noteSetByHolder(enrolled->card);
            !noted)
            return fail(noted.error());
        if (const Result<> over = m_issues.finish(m_issue.id, enrolled->card, clock.now()); !over)
            return fail(over.error());
        const Result<> committed = transaction->commit();
        return committed ? enrolled : fail(committed.error());
    }

    Station& m_station;
    const RootOnMedium& m_root;
    const FirstCardOrder& m_order;
    CardTransaction& m_card;
    IssueRegister m_issues;
    OperatorDirectory m_directory;
    CardIssue m_issue;
    std::optional<OfficeKey> m_officeKey;
    std::optional<Certificate> m_issuing;
    SecretBytes m_seed;
    SecretBytes m_puk;
};

} // namespace

Result<> mayMakeFirstCard(Station& station, const Certificate& root) {
    const Result<bool> exists = station.slots().anyReady(SlotPurpose::Office);
    if (!exists)
        return fail(exists.error());
    if (*exists)
        return fail(ErrorCode::InputInvalid, u"there is a card administrator; cards are issued on screen"_s);
    const auto roots = CertificateVerifier::fromPem(station.facts().authorityPem);
    if (!roots)
        return fail(roots.error());
    const bool trusted = std::ranges::any_of(roots->anchors(), [&](const Certificate& known) {
        return known.fingerprint() == root.fingerprint();
    });
    return trusted ? Result<>() : fail(ErrorCode::CertificateNotTrusted, u"another root"_s);
}

Result<> mayBeFirstPin(Station& station, const QString& operatorId, const SecretBytes& pin) {
    if (Result<> format = checkPinFormat(pin); !format)
        return format;
    const Result<StationPolicy> policy = PolicyStore(station.database()).load();
    return policy ? checkNewPin(pin, policy->pins, operatorId) : fail(policy.error());
}

Result<Enrolled> makeFirstCard(Station& station, const RootOnMedium& root, const FirstCardOrder& order,
                               CardTransaction& transaction) {
    if (const Result<> may = mayMakeFirstCard(station, root.certificate); !may)
        return fail(may.error());
    if (const Result<> allowed = mayBeFirstPin(station, order.person.id, order.pin); !allowed)
        return fail(allowed.error());
    if (!roleMay(order.person.role, Permission::IssueCard) ||
        order.lastDay <= station.clock().now().toLocalTime().date())
        return fail(ErrorCode::InputInvalid, u"role or last day"_s);
    const ActionCall call{ActionId::CardEnroll, u"operator:"_s + order.person.id, {{u"first"_s, u"true"_s}}};
    return station.actions().runAtConsole(
        call, [&] { return FirstCard(station, root, order, transaction).make(); });
}

} // namespace madoguchi
