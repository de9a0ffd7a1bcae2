// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/cardproof.h"

#include "app/crypto/random.h"
#include "app/operators/vaultkeychallenge.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChallengeBytes = 32;

} // namespace

Result<CardIdentity> readCardToProve(CardTransaction& transaction) {
    const auto nobody = [](const QByteArray&) -> std::optional<KnownCard> { return std::nullopt; };
    Result<CardIdentity> identity = readCardIdentity(transaction, nobody);
    if (identity && identity->certificates.authentication.isEmpty())
        return fail(ErrorCode::CardObjectMissing, u"no certificate for login (9A)"_s);
    if (identity && identity->pinTries == 0)
        return fail(ErrorCode::CardBlocked);
    return identity;
}

Result<CardProof> proveCard(CardTransaction& transaction, const CardIdentity& identity, SecretBytes pin) {
    const Result<VaultKeyChallenge> vaultKey =
        VaultKeyChallenge::forCertificate(identity.certificates.keyManagement);
    if (!vaultKey)
        return fail(vaultKey.error());
    CardProof proof;
    proof.chuid = identity.chuid;
    proof.certificates = identity.certificates;
    proof.pinReference = identity.pinReference;
    proof.messagingKey = identity.messagingKey;
    proof.challenge = randomBytes(ChallengeBytes);
    Result<PinLogin> login =
        logInWithPin(transaction, {.chuid = proof.chuid,
                                   .authenticationCertificate = proof.certificates.authentication,
                                   .cardCertificate = proof.certificates.cardAuthentication,
                                   .pinReference = proof.pinReference,
                                   .pin = std::move(pin),
                                   .challenge = proof.challenge,
                                   .vaultPeer = vaultKey->peer(),
                                   .messagingKey = proof.messagingKey});
    if (!login)
        return fail(login.error());
    proof.pin = login->pin;
    if (proof.pin.kind != PinOutcome::Kind::Accepted)
        return proof;
    if (const Result<> holds = vaultKey->check(login->vaultSecret); !holds)
        return fail(holds.error());
    proof.holdsVaultKey = !vaultKey->peer().isEmpty();
    proof.signature = login->signature;
    return proof;
}

Result<CardProof> proveCard(CardTransaction& transaction, SecretBytes pin) {
    const Result<CardIdentity> identity = readCardToProve(transaction);
    if (!identity)
        return fail(identity.error());
    return proveCard(transaction, *identity, std::move(pin));
}

} // namespace madoguchi
