// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/firstcard.h"

#include "app/crypto/hash.h"
#include "app/crypto/random.h"
#include "app/issuing/attestationregister.h"
#include "app/issuing/authority.h"
#include "app/issuing/formercards.h"
#include "app/issuing/issuesteps.h"
#include "app/operators/cardsatonce.h"
#include "app/operators/vaultkeychallenge.h"
#include "app/station/policystore.h"
#include "app/storage/transaction.h"
#include "smartcard/piv/pivcontent.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ChallengeBytes = 32;

class FirstCard {
public:
    FirstCard(Station& station, const CertificateVerifier& roots, const RootOnMedium& root,
              const FirstCardOrder& order, CardTransaction& transaction)
        : m_station(station)
        , m_roots(roots)
        , m_root(root)
        , m_order(order)
        , m_card(transaction)
        , m_issues(station.database())
        , m_directory(station.database())
        , m_pins(station.database(), station.clock())
        , m_enrolment({.station = station.database(),
                       .directory = m_directory,
                       .slots = station.slots(),
                       .actions = station.actions(),
                       .authority = m_roots,
                       .clock = station.clock(),
                       .vaultPath = station.folder().vaultDatabase(),
                       .severalCards = askSeveralCards(station.database())})
        , m_steps({.station = station.database(),
                   .directory = m_directory,
                   .issues = m_issues,
                   .enrolment = m_enrolment,
                   .pins = m_pins,
                   .clock = station.clock(),
                   .catalogue = order.catalogue,
                   .severalCards = askSeveralCards(station.database())}) {}

    Result<Enrolled> make() {
        if (const Result<> begun = begin(); !begun)
            return fail(begun.error());
        const Result<CardKeysMade> made = makeCardKeys(m_card, m_begun.secrets);
        if (!made)
            return fail(made.error());
        if (const Result<> noted = noteDevice(*made); !noted)
            return fail(noted.error());
        Result<CardContents> contents = certify(made->keys);
        if (!contents)
            return fail(contents.error());
        if (const Result<> written = writeCardContents(m_card, m_begun.laterKeys, *contents); !written)
            return fail(written.error());
        Result<CardProof> proof = setPin(*contents);
        return proof ? finish(*contents, *proof) : fail(proof.error());
    }

private:
    IssueOrder issueOrder() const { return {m_order.person, m_order.lastDay}; }

    // Durable before the first command that changes the card. One that was cut off before is made anew, in an
    // issue of its own, also when it is to have another last day now.
    Result<> begin() {
        auto key = officeKeyFrom(m_station, m_root);
        if (!key)
            return fail(key.error());
        m_officeKey.emplace(*std::move(key));
        if (Result<> may = m_steps.checkPerson(issueOrder()); !may)
            return may;
        const Result<StationPolicy> policy = PolicyStore(m_station.database()).load();
        if (!policy)
            return fail(policy.error());
        const Result<BlankCard> blank =
            readBlankCard(m_card, policy->requireAttestation ? BlankCardQuestion::AndWhoMadeIt
                                                             : BlankCardQuestion::WhoseItIs);
        if (!blank)
            return fail(blank.error());
        const auto former = m_steps.requireFree(*blank);
        if (!former)
            return fail(former.error());
        if (Result<> can = m_steps.requireMaker(*blank, m_order.atr); !can)
            return can;
        auto begun = m_steps.begin(issueOrder(), QLatin1StringView(ByConsole), QLatin1StringView(ByConsole),
                                   *former, m_order.atr, *m_officeKey);
        if (!begun)
            return fail(begun.error());
        m_begun = *std::move(begun);
        return {};
    }

    Result<> noteDevice(const CardKeysMade& made) {
        AttestationRegister attestations(m_station.database());
        const auto makers = attestations.makers();
        const Result<StationPolicy> policy = PolicyStore(m_station.database()).load();
        if (!makers || !policy)
            return fail(makers ? policy.error() : makers.error());
        const auto device = checkAttestation(made.attestation, made.keys, *makers,
                                             policy->requireAttestation ? AttestationRule::Required
                                                                        : AttestationRule::Optional,
                                             m_station.clock().now());
        return device ? attestations.note(m_begun.issue.id, *device) : fail(device.error());
    }

    Result<CardContents> certify(const CardPublicKeys& keys) {
        CardContents contents{.guid = m_begun.issue.guid,
                              .lastDay = m_begun.issue.lastDay,
                              .authentication = {},
                              .signature = {},
                              .keyManagement = {},
                              .cardAuthentication = {}};
        const Result<PublicKey> issuingKey = PublicKey::fromP256Point(keys.signature);
        if (!issuingKey)
            return fail(issuingKey.error());
        const Result<Certificate> issuing = issuingCertificate(*issuingKey);
        if (!issuing)
            return fail(issuing.error());
        contents.signature = issuing->der();
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
    // Known before the card has it: left on one that is never finished, the root can withdraw it.
    Result<Certificate> issuingCertificate(const PublicKey& key) {
        const auto note = [this](const UnsignedCertificate& unsignedYet) {
            const QString serial = QString::fromLatin1(unsignedYet.serialNumber().toHex());
            return m_station.actions().noteAtConsole(
                {ActionId::AuthorityCertify, u"issue:"_s + m_begun.issue.id, {{u"certificate"_s, serial}}});
        };
        const QDateTime now = m_station.clock().now();
        Result<Certificate> issuing = certifyIssuingKey(m_root, key, m_station.facts().office, now, note);
        if (!issuing)
            return issuing;
        const Result<bool> added =
            OfficeAuthority(m_station.database()).add(*issuing, Sha256().digest(chuid()), m_roots, now);
        return added ? issuing : fail(added.error());
    }
    QByteArray chuid() const { return chuidContent(m_begun.issue.guid, m_begun.issue.lastDay); }
    Result<QByteArray> certificate(CertificateKind kind, const QByteArray& point) {
        const Result<PublicKey> key = PublicKey::fromP256Point(point);
        if (!key)
            return fail(key.error());
        const QDateTime end = std::min(IssueSteps::endOf(issueOrder()), m_root.certificate.notAfter());
        const auto made = UnsignedCertificate::issuedBy(
            m_root.certificate,
            {.kind = kind,
             .key = *key,
             .office = m_station.facts().office,
             .commonName = m_begun.issue.id,
             .operatorId = kind == CertificateKind::CardGenuine ? QString() : m_begun.issue.operatorId,
             .notBefore = m_root.certificate.notBefore(),
             .notAfter = end});
        if (!made)
            return fail(made.error());
        if (const Result<> noted = m_issues.addCertificate(m_begun.issue.id, kind, made->serialNumber(), end);
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
        proof.chuid = chuid();
        proof.certificates = {contents.authentication, contents.keyManagement, contents.cardAuthentication};
        proof.challenge = randomBytes(ChallengeBytes);
        const auto vaultKey = VaultKeyChallenge::forCertificate(contents.keyManagement);
        if (!vaultKey)
            return fail(vaultKey.error());
        const Result<FirstPin> set = setFirstPin(m_card, {.contents = contents,
                                                          .puk = m_begun.secrets.nextPuk.clone(),
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
        proof.messagingKey = set->messagingKey;
        proof.holdsVaultKey = true;
        return proof;
    }

    Result<Enrolled> finish(const CardContents& contents, const CardProof& proof) {
        const auto managementCertificate = Certificate::fromDer(contents.keyManagement);
        if (!managementCertificate)
            return fail(managementCertificate.error());
        Result<Transaction> transaction = Transaction::begin(m_station.database());
        if (!transaction)
            return fail(transaction.error());
        Result<Enrolled> enrolled =
            m_steps.finish(m_begun.issue.id, issueOrder(), proof,
                           {.card = {}, .at = {}, .by = QLatin1StringView(ByConsole)});
        if (!enrolled)
            return enrolled;
        // Enrolment has no office key for it: that is the root's, with which the card's own PUK is sealed.
        const Result<> slot = m_station.slots().makeSlot(enrolled->card, managementCertificate->publicKey(),
                                                         m_officeKey->bytes(), SlotPurpose::Office);
        if (!slot)
            return fail(slot.error());
        enrolled->officeSlot = VaultSlotState::Ready;
        const Result<> committed = transaction->commit();
        return committed ? enrolled : fail(committed.error());
    }

    Station& m_station;
    const CertificateVerifier& m_roots;
    const RootOnMedium& m_root;
    const FirstCardOrder& m_order;
    CardTransaction& m_card;
    IssueRegister m_issues;
    OperatorDirectory m_directory;
    PinRegister m_pins;
    Enrolment m_enrolment;
    IssueSteps m_steps;
    BegunIssue m_begun;
    std::optional<OfficeKey> m_officeKey;
};

/// The key that the cards have, by the PUKs that were sealed with it as they were issued.
Result<bool> isKeyOfTheCards(Station& station, const OfficeKey& office) {
    const Result<QStringList> cards = station.slots().ready(SlotPurpose::Office);
    if (!cards)
        return fail(cards.error());
    const IssueRegister issues(station.database());
    for (const QString& card : *cards) {
        const auto issue = issues.ofCard(card);
        if (!issue)
            return fail(issue.error());
        if (!*issue || !office.openPuk((*issue)->id, (*issue)->sealedPuk))
            return false;
    }
    return true;
}

/// There is a card administrator already.
Result<> mayMakeSecond(Station& station, const RootOnMedium& root) {
    const Result<bool> two = canTwoIssue(station);
    if (!two)
        return fail(two.error());
    if (*two) {
        return fail(ErrorCode::InputInvalid,
                    u"two people can issue cards, which they do on screen; where the PIN of one of them is "
                    "blocked, her card has to be invalidated first"_s);
    }
    const Result<OfficeKey> office = officeKeyFrom(station, root);
    const Result<bool> same = office ? isKeyOfTheCards(station, *office) : fail(office.error());
    if (!same)
        return fail(same.error());
    return *same ? Result<>()
                 : fail(ErrorCode::InputInvalid,
                        u"not every card with the office key was made with this root's: make one in their "
                        "place (--instead-of), or take a second person's card in (card enroll)"_s);
}

/// Whatever the policy says about several cards: alone with two she would be alone.
Result<> isSomebodyElse(Station& station, const Operator& person) {
    const auto cards = OperatorDirectory(station.database()).cardsOf(person.id);
    return cards ? mayHaveBeside(*cards, CardTerm::Lasting, {}, station.clock().now()) : fail(cards.error());
}

} // namespace

Result<OfficeKey> officeKeyFrom(const Station& station, const RootOnMedium& root) {
    auto key = root.key.derived("madoguchi office key, version 1: " + station.facts().id.toUtf8());
    return key ? Result<OfficeKey>(OfficeKey(*std::move(key))) : fail(key.error());
}

Result<> mayMakeFirstCard(Station& station, const RootOnMedium& root, const QStringList& insteadOf) {
    const auto roots = CertificateVerifier::fromPem(station.facts().authorityPem);
    if (!roots)
        return fail(roots.error());
    const bool trusted = std::ranges::any_of(roots->anchors(), [&](const Certificate& known) {
        return known.fingerprint() == root.certificate.fingerprint();
    });
    if (!trusted)
        return fail(ErrorCode::CertificateNotTrusted, u"another root"_s);
    if (!insteadOf.isEmpty())
        return mayBeReplaced(station, insteadOf);
    const Result<bool> exists = station.slots().anyReady(SlotPurpose::Office);
    if (!exists)
        return fail(exists.error());
    return *exists ? mayMakeSecond(station, root) : Result<>();
}

Result<> mayBeFirstPin(Station& station, const QString& operatorId, const SecretBytes& pin) {
    if (Result<> format = checkPinFormat(pin); !format)
        return format;
    const Result<StationPolicy> policy = PolicyStore(station.database()).load();
    return policy ? checkNewPin(pin, policy->pins, operatorId) : fail(policy.error());
}

Result<Enrolled> makeFirstCard(Station& station, const RootOnMedium& root, const FirstCardOrder& order,
                               CardTransaction& transaction) {
    if (const Result<> may = mayMakeFirstCard(station, root, order.insteadOf); !may)
        return fail(may.error());
    if (const Result<> allowed = mayBeFirstPin(station, order.person.id, order.pin); !allowed)
        return fail(allowed.error());
    if (!roleMay(order.person.role, Permission::IssueCard) ||
        order.lastDay <= station.clock().now().toLocalTime().date())
        return fail(ErrorCode::InputInvalid, u"role or last day"_s);
    ActionCall call{ActionId::CardEnroll, u"operator:"_s + order.person.id};
    call.details.insert(Enrolment::enteredAnew(OperatorDirectory(station.database()), order.person));
    const Result<QStringList> beside = station.slots().ready(SlotPurpose::Office);
    if (!beside)
        return fail(beside.error());
    const bool isSecond = order.insteadOf.isEmpty() && !beside->isEmpty();
    if (isSecond) {
        call.details.insert(u"beside"_s, beside->join(u','));
    } else {
        call.details.insert(u"first"_s, u"true"_s);
    }
    if (!order.insteadOf.isEmpty()) {
        const Result<QStringList> waiting = retireCards(station, order.insteadOf);
        if (!waiting)
            return fail(waiting.error());
        call.details.insert(u"instead-of"_s, order.insteadOf.join(u','));
        if (!waiting->isEmpty())
            call.details.insert(u"office-key-dropped"_s, waiting->join(u','));
    }
    const auto roots = CertificateVerifier::fromPem(station.facts().authorityPem);
    if (!roots)
        return fail(roots.error());
    return station.actions().runAtConsole(call, [&]() -> Result<Enrolled> {
        if (const Result<> another = isSecond ? isSomebodyElse(station, order.person) : Result<>(); !another)
            return fail(another.error());
        return FirstCard(station, *roots, root, order, transaction).make();
    });
}

} // namespace madoguchi
