// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Has a card show that it holds the private key of its 9D certificate: it agrees with a key that is made for
// this one question. Without it the vault key could be wrapped to a key that the card has not. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/crypto/ecdh.h"

#include <QByteArray>

#include <optional>

namespace madoguchi {

class VaultKeyChallenge {
public:
    /// `keyManagement`: the 9D certificate, DER; empty: there is none. Errors: CertificateMalformed,
    /// CryptoFailed.
    static Result<VaultKeyChallenge> forCertificate(const QByteArray& keyManagement);

    /// What the card is to agree with, 04 X Y; empty where 9D has no key on P-256: that opens no vault, so
    /// there is nothing to show.
    QByteArray peer() const { return m_expected ? m_expected->ephemeralPoint : QByteArray(); }
    /// `secret`: the card's answer; none: it refused. Errors: CardNotGenuine when it is not that of 9D's key.
    Result<> check(const std::optional<SecretBytes>& secret) const;

private:
    std::optional<EphemeralAgreement> m_expected;
};

} // namespace madoguchi
