// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The cryptography of PIV secure messaging in cipher suite CS2 (SP 800-73-4 part 2, 4.1): ECDH on P-256, keys
// by the one-step derivation of SP 800-56A with SHA-256, CMAC and CBC with AES-128. Any thread.
#pragma once

#include "app/base/openssl.h"
#include "app/base/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace madoguchi {

/// What both sides know of one key agreement, apart from the secret.
struct SecureMessagingParties {
    QByteArray hostId;    ///< 8 bytes
    QByteArray hostPoint; ///< ephemeral, 04 X Y
    QByteArray cardId;    ///< 8 bytes: the beginning of the SHA-256 of the card's certificate
    QByteArray nonce;     ///< 16 bytes, the card's
};

/// 16 bytes each.
struct SecureMessagingKeys {
    SecretBytes confirmation;
    SecretBytes commandMac;
    SecretBytes encryption;
    SecretBytes responseMac;
};

inline constexpr std::size_t SecureMessagingBlock = 16;

/// 4.1.6. Errors: CryptoFailed.
Result<SecureMessagingKeys> deriveSecureMessagingKeys(const SecretBytes& sharedSecret,
                                                      const SecureMessagingParties& parties);
/// The 16 bytes by which the card shows that it derived the same keys, 4.1.7. Errors: CryptoFailed.
Result<SecretBytes> keyConfirmation(const SecretBytes& confirmationKey,
                                    const SecureMessagingParties& parties);

/// CMAC (SP 800-38B) of the parts one after another, 16 bytes. Errors: CryptoFailed.
Result<SecretBytes> aesCmac(const SecretBytes& key, std::initializer_list<QByteArrayView> parts);

enum class AesDirection { Decrypt = 0, Encrypt = 1 };
/// CBC without padding: whole blocks only. The initial vector is the encrypted `counter` of one block, 4.2.2.
/// Errors: CryptoFailed, also for another size.
Result<SecretBytes> aesCbc(const SecretBytes& key, QByteArrayView counter, QByteArrayView input,
                           AesDirection direction);

/// A pair on P-256 for one agreement.
class EphemeralKey {
public:
    /// Errors: CryptoFailed.
    static Result<EphemeralKey> generate();
    /// 04 X Y.
    const QByteArray& point() const { return m_point; }
    /// X of the shared point, 32 bytes. Errors: InputInvalid when `peer` is not on the curve; CryptoFailed.
    Result<SecretBytes> agree(QByteArrayView peer) const;

private:
    EphemeralKey(openssl::Key key, QByteArray point) : m_key(std::move(key)), m_point(std::move(point)) {}

    openssl::Key m_key;
    QByteArray m_point;
};

} // namespace madoguchi
