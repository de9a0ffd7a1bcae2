// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/cardpersonalisation.h"

#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivcontent.h"
#include "smartcard/piv/pivsignature.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ShortestChallenge = 16;
constexpr int LastTry = 1;

struct Managed {
    PivAdministrator administrator;
    PivManagementAlgorithm algorithm;
    std::size_t key; ///< which it was
};

/// PUKs that the card may be told.
struct KnownPuks {
    std::span<const SecretBytes> present;
    std::span<const SecretBytes> ofMark; ///< one or none
};

/// Logs in with the first of `keys` that is the card's.
Result<Managed> manage(CardTransaction& transaction, const std::vector<PivManagementKey>& keys) {
    const auto told = PivAdministrator::managementAlgorithm(transaction);
    if (!told)
        return fail(told.error());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (*told && **told != keys[i].algorithm)
            continue;
        auto administrator = PivAdministrator::authenticate(transaction, keys[i]);
        if (administrator)
            return Managed{*administrator, keys[i].algorithm, i};
        if (administrator.error().code != ErrorCode::CardManagementKeyWrong)
            return fail(administrator.error());
    }
    return fail(ErrorCode::CardManagementKeyWrong, u"none of %1 keys"_s.arg(keys.size()));
}

KnownPuks knownPuks(PivApplet& piv, const Managed& card, const CardSecrets& secrets) {
    const bool isOurs = card.key < secrets.officeKeys || secrets.formerCard.isEmpty() ||
                        proveCardKey(piv, secrets.formerCard).has_value();
    if (!isOurs)
        return {.present = secrets.factoryPuks, .ofMark = {}};
    return {.present = secrets.puks, .ofMark = {&secrets.pukOfMark, secrets.pukOfMark.isEmpty() ? 0U : 1U}};
}

/// False when the card can't change its key.
Result<bool> takeManagementKey(Managed& card, const SecretBytes& seed) {
    PivManagementKey next{card.algorithm, seed.clone()};
    next.value.truncate(PivManagementKey::keyBytes(card.algorithm));
    const auto taken = card.administrator.setManagementKey(next);
    if (!taken && taken.error().code == ErrorCode::CardCommandRefused)
        return false;
    return taken ? Result<bool>(true) : fail(taken.error());
}

Result<> takePuk(PivApplet& piv, std::span<const SecretBytes> known, const SecretBytes& next) {
    for (const SecretBytes& puk : known) {
        const auto outcome = piv.changePuk(puk, next);
        if (!outcome)
            return fail(outcome.error());
        if (outcome->kind == PinOutcome::Kind::Accepted)
            return {};
        if (outcome->kind == PinOutcome::Kind::Blocked || outcome->triesLeft <= LastTry)
            break;
    }
    return fail(ErrorCode::CardBlocked, u"the PUK is none of those that we know"_s);
}

Result<> mark(PivApplet& piv, PivAdministrator& administrator, const KnownPuks& puks,
              const QByteArray& name) {
    if (!puks.ofMark.empty()) {
        if (auto settled = takePuk(piv, puks.present, puks.ofMark.front()); !settled)
            return settled;
    }
    if (name.isEmpty())
        return {};
    return administrator.writeObject(PivObject::CapabilityContainer, capabilityContent(name));
}

// What an earlier holder or a cut-off issuing left: without them the card is no operator card.
Result<> erase(PivAdministrator& administrator) {
    for (const PivObject object :
         {PivObject::Chuid, PivObject::AuthenticationCertificate, PivObject::SignatureCertificate,
          PivObject::KeyManagementCertificate, PivObject::CardAuthenticationCertificate}) {
        if (auto erased = administrator.writeObject(object, {}); !erased)
            return erased;
    }
    return {};
}

Result<CardPublicKeys> generate(PivAdministrator& administrator) {
    CardPublicKeys keys;
    const std::array<std::pair<PivKey, QByteArray*>, 4> wanted{
        {{PivKey::Authentication, &keys.authentication},
         {PivKey::Signature, &keys.signature},
         {PivKey::KeyManagement, &keys.keyManagement},
         {PivKey::CardAuthentication, &keys.cardAuthentication}}};
    for (const auto& [key, point] : wanted) {
        auto made = administrator.generateKey(key, PivAlgorithm::EcP256);
        if (!made)
            return fail(made.error());
        if (auto onCurve = checkP256Point(*made); !onCurve)
            return fail(ErrorCode::CardProtocolError, u"a public key that is not on P-256"_s);
        *point = *std::move(made);
    }
    return keys;
}

Result<> writeChecked(PivApplet& piv, PivAdministrator& administrator, PivKey key, const QByteArray& der) {
    if (auto written = administrator.writeCertificate(key, der); !written)
        return written;
    const auto read = piv.readCertificate(key);
    if (!read)
        return fail(read.error());
    if (*read != der)
        return fail(ErrorCode::CardProtocolError, u"the card gives back another certificate"_s);
    return {};
}

Result<> writeChecked(PivApplet& piv, PivAdministrator& administrator, PivObject object,
                      const QByteArray& content) {
    if (auto written = administrator.writeObject(object, content); !written)
        return written;
    const auto read = piv.readObject(object);
    if (!read)
        return fail(read.error());
    if (*read != content)
        return fail(ErrorCode::CardProtocolError, u"the card gives back another object"_s);
    return {};
}

Result<QByteArray> signLogin(PivApplet& piv, const QByteArray& certificate, const QByteArray& challenge) {
    const auto digest = digestFor(PivAlgorithm::EcP256, challenge);
    if (!digest)
        return fail(digest.error());
    auto signature = piv.sign(PivKey::Authentication, PivAlgorithm::EcP256, *digest);
    if (!signature)
        return signature;
    if (auto fits = verifySignature(certificate, challenge, *signature); !fits)
        return fail(fits.error());
    return signature;
}

Result<> showKeys(PivApplet& piv, const FirstPinRequest& request, FirstPin& first) {
    const auto verified = piv.verifyPin(request.pin);
    if (!verified)
        return fail(verified.error());
    if (verified->kind != PinOutcome::Kind::Accepted)
        return fail(ErrorCode::CardProtocolError, u"the card refuses the PIN that it just took"_s);
    auto signature = signLogin(piv, request.contents.authentication, request.challenge);
    if (!signature)
        return fail(signature.error());
    first.signature = *std::move(signature);
    auto secret = piv.agree(PivKey::KeyManagement, request.vaultPeer);
    if (!secret)
        return fail(secret.error());
    first.vaultSecret = *std::move(secret);
    return {};
}

} // namespace

Result<CardKeysMade> makeCardKeys(CardTransaction& transaction, const CardSecrets& secrets) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto card = manage(transaction, secrets.managementKeys);
    if (!card)
        return fail(card.error());
    const KnownPuks puks = knownPuks(*piv, *card, secrets);
    if (auto marked = mark(*piv, card->administrator, puks, secrets.mark); !marked)
        return fail(marked.error());
    const auto changed = takeManagementKey(*card, secrets.nextManagementSeed);
    if (!changed)
        return fail(changed.error());
    if (auto taken = takePuk(*piv, puks.ofMark.empty() ? puks.present : puks.ofMark, secrets.nextPuk); !taken)
        return fail(taken.error());
    if (auto erased = erase(card->administrator); !erased)
        return fail(erased.error());
    auto keys = generate(card->administrator);
    if (!keys)
        return fail(keys.error());
    CardKeysMade made{.keys = *std::move(keys), .managementKeyKept = !*changed};
    if (secrets.attests) {
        auto attestation = readAttestation(transaction);
        if (!attestation)
            return fail(attestation.error());
        made.attestation = *std::move(attestation);
    }
    return made;
}

Result<> writeCardContents(CardTransaction& transaction, const std::vector<PivManagementKey>& managementKeys,
                           const CardContents& contents) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto card = manage(transaction, managementKeys);
    if (!card)
        return fail(card.error());
    const std::array<std::pair<PivKey, const QByteArray*>, 4> certificates{
        {{PivKey::Authentication, &contents.authentication},
         {PivKey::Signature, &contents.signature},
         {PivKey::KeyManagement, &contents.keyManagement},
         {PivKey::CardAuthentication, &contents.cardAuthentication}}};
    for (const auto& [key, der] : certificates) {
        if (auto written = writeChecked(*piv, card->administrator, key, *der); !written)
            return written;
    }
    const std::array<std::pair<PivObject, QByteArray>, 3> objects{
        {{PivObject::CapabilityContainer, capabilityContent(contents.guid.first(CapabilityIdentifierBytes))},
         {PivObject::KeyHistory, keyHistoryContent()},
         {PivObject::Chuid, chuidContent(contents.guid, contents.lastDay)}}};
    for (const auto& [object, content] : objects) {
        if (auto written = writeChecked(*piv, card->administrator, object, content); !written)
            return written;
    }
    return {};
}

Result<FirstPin> setFirstPin(CardTransaction& transaction, const FirstPinRequest& request) {
    if (request.challenge.size() < ShortestChallenge)
        return fail(ErrorCode::InputInvalid, u"the challenge is too short"_s);
    if (auto onCurve = checkP256Point(request.vaultPeer); !onCurve)
        return fail(onCurve.error());
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    const CardContents& contents = request.contents;
    const QByteArray chuid = chuidContent(contents.guid, contents.lastDay);
    if (auto same = checkSameCard(*piv, chuid, contents.cardAuthentication); !same)
        return fail(same.error());
    const auto set = piv->unblockPin(request.puk, request.pin);
    if (!set)
        return fail(set.error());
    FirstPin first{.puk = *set, .signature = {}, .vaultSecret = {}, .messagingKey = piv->messagingKey()};
    if (set->kind == PinOutcome::Kind::Accepted) {
        const auto shown = showKeys(*piv, request, first);
        // The PIN is set by now: what the card refuses is the use of its keys.
        if (!shown && shown.error().code == ErrorCode::CardCommandRefused)
            return fail(ErrorCode::CardNotGenuine, shown.error().detail);
        if (!shown)
            return fail(shown.error());
    }
    return first;
}

} // namespace madoguchi
