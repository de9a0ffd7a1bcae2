// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/consolesigning.h"

#include "app/actions/actioncatalogue.h"
#include "app/crypto/hash.h"
#include "app/login/lockoutregister.h"
#include "app/operators/admission.h"
#include "app/operators/operatordirectory.h"
#include "app/operators/permission.h"
#include "app/station/policystore.h"
#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivapplet.h"

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

Result<PublicKey> issuingKeyOn(PivApplet& piv) {
    const auto der = piv.readCertificate(PivKey::Signature);
    if (!der)
        return fail(der.error());
    const Result<Certificate> certificate = Certificate::fromDer(*der);
    if (!certificate)
        return fail(certificate.error());
    const KeyAlgorithm algorithm = certificate->keyAlgorithm();
    if (algorithm != KeyAlgorithm::EcP256 && algorithm != KeyAlgorithm::EcP384)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"9C is neither P-256 nor P-384"_s);
    return certificate->publicKey();
}

Result<LockoutRegister> lockoutOf(Station& station) {
    const Result<StationPolicy> policy = PolicyStore(station.database()).load();
    if (!policy)
        return fail(ErrorCode::PolicyUnreadable, toString(policy.error()));
    return LockoutRegister(station.database(), station.clock(), policy->lockout);
}

// As a login has it, of the card and of whoever holds it.
Result<> checkStanding(Station& station, const QString& card) {
    const Result<CardHolder> holder = OperatorDirectory(station.database()).holderOf(card);
    if (!holder)
        return fail(holder.error());
    const auto refused =
        admission(holder->person, holder->card, station.facts().terminal, station.clock().now());
    if (refused)
        return fail(*refused);
    return roleMay(holder->person.role, Permission::IssueCard)
               ? Result<>()
               : fail(ErrorCode::PermissionDenied, u"not a card administrator's card"_s);
}

Result<> mayTry(Station& station, const IssuingCard& card) {
    Result<LockoutRegister> lockout = lockoutOf(station);
    return lockout ? lockout->checkTry(card.registered.id, card.pinTries) : fail(lockout.error());
}

// It proves itself in each conversation: what it was in an earlier one says nothing about this one.
Result<IssuingCard> read(Station& station, CardTransaction& transaction) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto chuid = piv->readObject(PivObject::Chuid);
    if (!chuid)
        return fail(chuid.error());
    const auto known = OperatorDirectory(station.database()).cardByChuid(Sha256().digest(*chuid));
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorCode::CardUnknown);
    if ((*known)->cardCertificate.isEmpty())
        return fail(ErrorCode::CardWithoutCardKey);
    const Result<> proven = checkSameCard(*piv, *chuid, (*known)->cardCertificate, (*known)->messagingKey);
    if (!proven)
        return fail(proven.error());
    auto key = issuingKeyOn(*piv);
    if (!key)
        return fail(key.error());
    IssuingCard card{.chuid = *std::move(chuid), .key = *std::move(key), .registered = **known};
    const auto tries = piv->pinTries(card.pinReference());
    if (!tries)
        return fail(tries.error());
    card.pinTries = *tries;
    return card;
}

/// `asked`: whose PIN was asked for; null while it has not been.
Result<> mayBeUsed(Station& station, const IssuingCard& card, const IssuingCard* asked) {
    if (asked != nullptr && (card.chuid != asked->chuid || card.key.spki() != asked->key.spki()))
        return fail(ErrorCode::CardChanged, u"not the card that the PIN was asked for"_s);
    if (Result<> stands = checkStanding(station, card.registered.id); !stands)
        return stands;
    return mayTry(station, card);
}

// A refusal is on record.
Result<IssuingCard> examine(Station& station, CardTransaction& transaction, const IssuingCard* asked) {
    Result<IssuingCard> card = read(station, transaction);
    const Result<> may = card ? mayBeUsed(station, *card, asked) : fail(card.error());
    if (may)
        return card;
    const ActionCall call{ActionId::CardRefused,
                          card ? u"card:"_s + card->registered.id : QString(),
                          {{u"error"_s, errorName(may.error().code)}}};
    const Result<> noted = station.actions().noteAtConsole(call, AuditOutcome::Refused);
    return fail(noted ? may.error() : noted.error());
}

AuditRecord recordOf(ActionId action, const IssuingCard& card, const Certificate& certificate) {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(action).name);
    record.card = card.registered.id;
    record.target = u"certificate:"_s + QString::fromLatin1(certificate.fingerprint().toHex());
    record.details = {{u"via"_s, u"console"_s}};
    return record;
}

// What became of a counted try, as PinTry has it for a session.
Result<> settle(AuditWriter& audit, LockoutRegister& lockout, AuditRecord record,
                const Result<IssuingSignatures>& made, bool notSent) {
    if (!made) {
        record.outcome = AuditOutcome::Failed;
        record.details[u"error"_s] = errorName(made.error().code);
        if (!notSent)
            return audit.appendTogether({record}); // it may have been tried: it stays counted
        record.details[u"sentToCard"_s] = u"no"_s;
        return audit.appendTogether({record}, [&] { return lockout.withdrawTry(record.card); });
    }
    if (made->pin.kind != PinOutcome::Kind::Accepted) {
        record.action = QString::fromLatin1(actionEntry(ActionId::PinRefused).name);
        record.outcome = AuditOutcome::Refused;
        record.details[u"triesLeft"_s] = QString::number(made->pin.triesLeft);
        return audit.appendTogether({record});
    }
    record.outcome = AuditOutcome::Done;
    return audit.appendTogether({record}, [&] { return lockout.succeeded(record.card); });
}

} // namespace

PinReference IssuingCard::pinReference() const {
    return registered.usesGlobalPin ? PinReference::Global : PinReference::Piv;
}

Result<IssuingCard> examineIssuingCard(Station& station, CardTransaction& transaction) {
    return examine(station, transaction, nullptr);
}

Result<IssuingSignatures> signAtConsole(Station& station, CardTransaction& transaction,
                                        const IssuingCard& asked, const Certificate& certificate,
                                        const QByteArray& message, SecretBytes pin) {
    const Result<IssuingCard> card = examine(station, transaction, &asked);
    if (!card)
        return fail(card.error());
    Result<LockoutRegister> lockout = lockoutOf(station);
    if (!lockout)
        return fail(lockout.error());
    const AuditRecord submitted = recordOf(ActionId::PinSubmit, *card, certificate);
    const auto count = [&] { return lockout->beginTry(card->registered.id, card->pinTries.value_or(1)); };
    if (const Result<> counted = station.audit().appendTogether({submitted}, count); !counted)
        return fail(counted.error());
    const auto gate = std::make_shared<VerifyGate>();
    Result<IssuingSignatures> made =
        signWithIssuingKey(transaction, {.chuid = card->chuid,
                                         .cardCertificate = card->registered.cardCertificate,
                                         .certificate = certificate.der(),
                                         .pinReference = card->pinReference(),
                                         .pin = std::move(pin),
                                         .messages = {message},
                                         .gate = gate,
                                         .messagingKey = card->registered.messagingKey});
    const bool notSent = !made && gate->shut();
    if (const Result<> settled = settle(station.audit(), *lockout, submitted, made, notSent); !settled)
        return fail(settled.error());
    return made;
}

} // namespace madoguchi
