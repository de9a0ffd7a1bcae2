// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/pinlogin.h"

#include "smartcard/piv/pivapplet.h"
#include "smartcard/piv/pivsignature.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr qsizetype ShortestChallenge = 16;

/// Everything that can be refused without spending a try.
Result<PivAlgorithm> checkRequest(const PinLoginRequest& request) {
    const bool typed = request.entry == PinEntry::Typed;
    if (auto format = checkPinFormat(request.pin); typed && !format)
        return fail(format.error());
    if (request.challenge.size() < ShortestChallenge)
        return fail(ErrorCode::InputInvalid, u"challenge of %1 bytes"_s.arg(request.challenge.size()));
    for (const QByteArray& peer : {request.vaultPeer, request.officePeer}) {
        if (peer.isEmpty())
            continue;
        if (auto onCurve = checkP256Point(peer); !onCurve)
            return fail(onCurve.error());
    }
    return algorithmOfCertificate(request.authenticationCertificate);
}

Result<QByteArray> signChallenge(PivApplet& piv, PivAlgorithm algorithm, const PinLoginRequest& request) {
    const auto digest = digestFor(algorithm, request.challenge);
    if (!digest)
        return fail(digest.error());
    auto signature = piv.sign(PivKey::Authentication, algorithm, *digest);
    if (!signature)
        return signature;
    if (auto fits = verifySignature(request.authenticationCertificate, request.challenge, *signature); !fits)
        return fail(fits.error());
    return signature;
}

Result<std::optional<SecretBytes>> agreeOn(PivApplet& piv, const QByteArray& peer) {
    if (peer.isEmpty())
        return std::optional<SecretBytes>();
    auto secret = piv.agree(PivKey::KeyManagement, peer);
    if (!secret && (secret.error().code == ErrorCode::CardObjectMissing ||
                    secret.error().code == ErrorCode::CardCommandRefused))
        return std::optional<SecretBytes>(); // the login stands, without that key
    if (!secret)
        return fail(secret.error());
    return std::optional<SecretBytes>(std::move(*secret));
}

Result<PinOutcome> presentPin(PivApplet& piv, const PinLoginRequest& request) {
    if (request.entry == PinEntry::OnPad)
        return piv.verifyPinOnPad(request.pinReference, request.gate.get());
    if (request.gate && !request.gate->pass())
        return fail(ErrorCode::CardRemoved, u"given up before VERIFY"_s);
    return piv.verifyPin(request.pin, request.pinReference);
}

} // namespace

Result<PinLogin> logInWithPin(CardTransaction& transaction, const PinLoginRequest& request) {
    const auto algorithm = checkRequest(request);
    if (!algorithm)
        return fail(algorithm.error());
    auto piv = PivApplet::select(transaction);
    if (!piv)
        return fail(piv.error());
    if (auto same = checkSameCard(*piv, request.chuid, request.cardCertificate, request.messagingKey); !same)
        return fail(same.error());
    const auto outcome = presentPin(*piv, request);
    if (!outcome)
        return fail(outcome.error());
    PinLogin login{.pin = *outcome, .signature = {}, .vaultSecret = {}};
    if (outcome->kind != PinOutcome::Kind::Accepted)
        return login;
    auto signature = signChallenge(*piv, *algorithm, request);
    if (!signature)
        return fail(signature.error());
    login.signature = std::move(*signature);
    auto vaultSecret = agreeOn(*piv, request.vaultPeer);
    if (!vaultSecret)
        return fail(vaultSecret.error());
    login.vaultSecret = std::move(*vaultSecret);
    auto officeSecret = agreeOn(*piv, request.officePeer);
    if (!officeSecret)
        return fail(officeSecret.error());
    login.officeSecret = std::move(*officeSecret);
    return login;
}

} // namespace madoguchi
