// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/operators/vaultkeychallenge.h"

#include "app/crypto/certificate.h"

#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

Result<VaultKeyChallenge> VaultKeyChallenge::forCertificate(const QByteArray& keyManagement) {
    VaultKeyChallenge challenge;
    if (keyManagement.isEmpty())
        return challenge;
    const Result<Certificate> certificate = Certificate::fromDer(keyManagement);
    if (!certificate)
        return fail(certificate.error());
    if (certificate->keyAlgorithm() != KeyAlgorithm::EcP256)
        return challenge;
    Result<EphemeralAgreement> expected = agreeWithEphemeralKey(certificate->publicKey());
    if (!expected)
        return fail(expected.error());
    challenge.m_expected = std::move(*expected);
    return challenge;
}

Result<> VaultKeyChallenge::check(const std::optional<SecretBytes>& secret) const {
    if (m_expected && (!secret || !(*secret == m_expected->sharedSecret)))
        return fail(ErrorCode::CardNotGenuine, u"the card does not hold the key of its 9D certificate"_s);
    return {};
}

} // namespace madoguchi
