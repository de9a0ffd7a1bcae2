// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/consolesigning.h"

#include "app/crypto/hash.h"
#include "app/operators/operatordirectory.h"
#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivapplet.h"

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

Result<> mayTry(std::optional<int> tries) {
    if (tries == 0)
        return fail(ErrorCode::CardBlocked);
    if (tries == 1)
        return fail(ErrorCode::PinLastTry);
    return {};
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
    if (const Result<> proven = checkSameCard(*piv, *chuid, (*known)->cardCertificate); !proven)
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
Result<> mayBeUsed(const IssuingCard& card, const IssuingCard* asked) {
    if (asked != nullptr && (card.chuid != asked->chuid || card.key.spki() != asked->key.spki()))
        return fail(ErrorCode::CardChanged, u"not the card that the PIN was asked for"_s);
    return mayTry(card.pinTries);
}

// A refusal is on record.
Result<IssuingCard> examine(Station& station, CardTransaction& transaction, const IssuingCard* asked) {
    Result<IssuingCard> card = read(station, transaction);
    const Result<> may = card ? mayBeUsed(*card, asked) : fail(card.error());
    if (may)
        return card;
    const ActionCall call{ActionId::CardRefused,
                          card ? u"card:"_s + card->registered.id : QString(),
                          {{u"error"_s, errorName(may.error().code)}}};
    const Result<> noted = station.actions().noteAtConsole(call, AuditOutcome::Refused);
    return fail(noted ? may.error() : noted.error());
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
    ActionCall call{ActionId::PinSubmit,
                    u"certificate:"_s + QString::fromLatin1(certificate.fingerprint().toHex()),
                    {{u"card"_s, card->registered.id}}};
    if (const Result<> noted = station.actions().noteAtConsole(call); !noted)
        return fail(noted.error());
    Result<IssuingSignatures> made =
        signWithIssuingKey(transaction, {.chuid = card->chuid,
                                         .cardCertificate = card->registered.cardCertificate,
                                         .certificate = certificate.der(),
                                         .pinReference = card->pinReference(),
                                         .pin = std::move(pin),
                                         .messages = {message}});
    AuditOutcome outcome = AuditOutcome::Done;
    if (!made) {
        outcome = AuditOutcome::Failed;
        call.details[u"error"_s] = errorName(made.error().code);
    } else if (made->pin.kind != PinOutcome::Kind::Accepted) {
        outcome = AuditOutcome::Refused;
        call.id = ActionId::PinRefused;
        call.details[u"triesLeft"_s] = QString::number(made->pin.triesLeft);
    }
    if (const Result<> noted = station.actions().noteAtConsole(call, outcome); !noted)
        return fail(noted.error());
    return made;
}

} // namespace madoguchi
