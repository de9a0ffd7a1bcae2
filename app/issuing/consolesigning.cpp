// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/issuing/consolesigning.h"

#include "app/crypto/hash.h"
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

Result<> mayTry(PivApplet& piv, PinReference reference) {
    const auto tries = piv.pinTries(reference);
    if (!tries)
        return fail(tries.error());
    if (*tries == 0)
        return fail(ErrorCode::CardBlocked);
    if (*tries == 1)
        return fail(ErrorCode::PinLastTry);
    return {};
}

} // namespace

QByteArray IssuingCard::chuidHash() const {
    return Sha256().digest(chuid);
}

Result<IssuingCard> readIssuingCard(CardTransaction& transaction) {
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    auto chuid = piv->readObject(PivObject::Chuid);
    if (!chuid)
        return fail(chuid.error());
    auto key = issuingKeyOn(*piv);
    if (!key)
        return fail(key.error());
    const auto reference = piv->readPinReference();
    if (!reference)
        return fail(reference.error());
    if (const Result<> may = mayTry(*piv, *reference); !may)
        return fail(may.error());
    return IssuingCard{*std::move(chuid), *std::move(key), *reference};
}

Result<IssuingSignatures> signAtConsole(ActionRunner& actions, const OperatorDirectory& directory,
                                        CardTransaction& transaction, const Certificate& certificate,
                                        const QByteArray& message, SecretBytes pin) {
    const Result<IssuingCard> card = readIssuingCard(transaction);
    if (!card)
        return fail(card.error());
    if (card->key.spki() != certificate.spki())
        return fail(ErrorCode::CardChanged, u"another key in 9C"_s);
    const Result<std::optional<OperatorCard>> known = directory.cardByChuid(card->chuidHash());
    if (!known)
        return fail(known.error());
    ActionCall call{ActionId::PinSubmit,
                    u"certificate:"_s + QString::fromLatin1(certificate.fingerprint().toHex())};
    if (const Result<> noted = actions.noteAtConsole(call); !noted)
        return fail(noted.error());
    Result<IssuingSignatures> made =
        signWithIssuingKey(transaction, {.chuid = card->chuid,
                                         .cardCertificate = *known ? (*known)->cardCertificate : QByteArray(),
                                         .certificate = certificate.der(),
                                         .pinReference = card->pinReference,
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
    if (const Result<> noted = actions.noteAtConsole(call, outcome); !noted)
        return fail(noted.error());
    return made;
}

} // namespace madoguchi
