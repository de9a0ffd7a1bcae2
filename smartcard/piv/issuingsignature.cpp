// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/issuingsignature.h"

#include "smartcard/piv/cardidentity.h"
#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivsignature.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

/// Everything that can be refused without asking the card.
Result<PivAlgorithm> checkRequest(const IssuingSignatureRequest& request) {
    if (auto format = checkPinFormat(request.pin); !format)
        return fail(format.error());
    if (request.messages.isEmpty())
        return fail(ErrorCode::InputInvalid, u"nothing to sign"_s);
    auto algorithm = algorithmOfCertificate(request.certificate);
    if (algorithm && *algorithm == PivAlgorithm::Rsa2048)
        return fail(ErrorCode::CertificateKeyUnsuitable, u"the office signs on P-256 or P-384"_s);
    return algorithm;
}

/// The digest is there before VERIFY goes out: nothing comes between the PIN and its use.
Result<PinOutcome> signOne(PivApplet& piv, PivAlgorithm algorithm, const IssuingSignatureRequest& request,
                           const QByteArray& message, QList<QByteArray>& signatures) {
    const auto digest = digestFor(algorithm, message);
    if (!digest)
        return fail(digest.error());
    auto outcome = piv.verifyPin(request.pin, request.pinReference);
    if (!outcome || outcome->kind != PinOutcome::Kind::Accepted)
        return outcome;
    const auto signature = piv.sign(PivKey::Signature, algorithm, *digest);
    if (!signature)
        return fail(signature.error());
    if (auto fits = verifySignature(request.certificate, message, *signature); !fits)
        return fail(fits.error());
    signatures.append(*signature);
    return outcome;
}

} // namespace

Result<IssuingSignatures> signWithIssuingKey(CardTransaction& transaction,
                                             const IssuingSignatureRequest& request) {
    const auto algorithm = checkRequest(request);
    if (!algorithm)
        return fail(algorithm.error());
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    if (auto same = checkSameCard(*piv, request.chuid, request.cardCertificate, request.messagingKey); !same)
        return fail(same.error());
    if (request.gate && !request.gate->pass())
        return fail(ErrorCode::CardRemoved, u"given up before VERIFY"_s);
    QList<QByteArray> signatures;
    PinOutcome pin;
    for (const QByteArray& message : request.messages) {
        const auto outcome = signOne(*piv, *algorithm, request, message, signatures);
        if (!outcome)
            return fail(outcome.error());
        pin = *outcome;
        if (pin.kind == PinOutcome::Kind::Accepted)
            continue;
        if (!signatures.isEmpty()) // never again with a PIN that is suddenly wrong
            return fail(ErrorCode::CardProtocolError, u"the card takes its PIN only once"_s);
        break;
    }
    return IssuingSignatures{.pin = pin, .signatures = std::move(signatures)};
}

} // namespace madoguchi
