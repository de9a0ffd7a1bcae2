// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardproof.h"

#include "app/crypto/random.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChallengeBytes = 32;

} // namespace

Result<CardProof> proveCard(CardTransaction& transaction, SecretBytes pin) {
    const auto nobody = [](const QByteArray&) -> std::optional<KnownCard> { return std::nullopt; };
    const Result<CardIdentity> identity = readCardIdentity(transaction, nobody);
    if (!identity)
        return fail(identity.error());
    if (identity->certificates.authentication.isEmpty())
        return fail(ErrorCode::CardObjectMissing, u"no certificate for login (9A)"_s);
    if (identity->pinTries == 0)
        return fail(ErrorCode::CardBlocked);

    CardProof proof;
    proof.chuid = identity->chuid;
    proof.certificates = identity->certificates;
    proof.pinReference = identity->pinReference;
    proof.challenge = randomBytes(ChallengeBytes);
    Result<PinLogin> login =
        logInWithPin(transaction, {.chuid = proof.chuid,
                                   .authenticationCertificate = proof.certificates.authentication,
                                   .pinReference = proof.pinReference,
                                   .pin = std::move(pin),
                                   .challenge = proof.challenge,
                                   .vaultPeer = {}});
    if (!login)
        return fail(login.error());
    proof.pin = login->pin;
    proof.signature = login->signature;
    return proof;
}

} // namespace madoguchi
