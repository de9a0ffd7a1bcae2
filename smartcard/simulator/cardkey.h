// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A private key inside a simulated card, and what PIV lets it do. Any thread; one object, one thread at a
// time.
#pragma once

#include "app/base/openssl.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace madoguchi {

/// Algorithm identifiers of SP 800-78-4, table 6-2.
enum class CardKeyAlgorithm : quint8 { Rsa2048 = 0x07, P256 = 0x11, P384 = 0x14 };

/// "p256", "p384", "rsa2048".
QString cardKeyAlgorithmName(CardKeyAlgorithm algorithm);
/// InputInvalid for any other name.
Result<CardKeyAlgorithm> cardKeyAlgorithmNamed(const QString& name);
/// Nothing for an identifier that the simulated cards do not have.
std::optional<CardKeyAlgorithm> cardKeyAlgorithmOf(quint8 identifier);

class CardKey {
public:
    /// CryptoFailed if OpenSSL can't.
    static Result<CardKey> generate(CardKeyAlgorithm algorithm);
    /// PKCS#8 in PEM, not encrypted. FileMalformed for anything but the three algorithms.
    static Result<CardKey> fromPem(QByteArrayView pem);
    Result<QByteArray> toPem() const;

    CardKeyAlgorithm algorithm() const { return m_algorithm; }
    EVP_PKEY* key() const { return m_key.get(); }

    /// The value of tag 7F49 as GENERATE gives it: 86 with the point, or 81 with n and 82 with e.
    Result<QByteArray> publicKeyTemplate() const;
    /// ECDSA: the hash as it is, at most the size of the field, to a DER signature. RSA: the raw private key
    /// operation on exactly 256 bytes. InputInvalid for a wrong size or number.
    Result<QByteArray> sign(QByteArrayView input) const;
    /// The x coordinate of the shared point. InputInvalid for an RSA key or a point that is not on the curve.
    Result<QByteArray> agree(QByteArrayView peerPoint) const;
    /// Bytes of one coordinate, or of the RSA modulus.
    int fieldSize() const;

private:
    CardKey(CardKeyAlgorithm algorithm, openssl::Key key) : m_algorithm(algorithm), m_key(std::move(key)) {}

    CardKeyAlgorithm m_algorithm;
    openssl::Key m_key;
};

} // namespace madoguchi
