// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The card management key (9B): one block at a time, as the card's authentication protocols need. Any thread.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace madoguchi {

/// Algorithm identifiers of SP 800-78-4, table 6-2.
enum class ManagementKeyAlgorithm : quint8 { TripleDes = 0x03, Aes128 = 0x08, Aes192 = 0x0A, Aes256 = 0x0C };

/// Nothing for an unknown identifier; 00 means 3DES as well.
std::optional<ManagementKeyAlgorithm> managementKeyAlgorithmOf(quint8 identifier);
/// Bytes of the key.
int managementKeySize(ManagementKeyAlgorithm algorithm);
/// Bytes of one block, which is the size of witness and challenge.
int managementKeyBlock(ManagementKeyAlgorithm algorithm);

struct ManagementKey {
    ManagementKeyAlgorithm algorithm = ManagementKeyAlgorithm::TripleDes;
    QByteArray value;

    /// The value that YubiKeys and many test cards are delivered with, as clients take it for granted; as
    /// many bytes of it as the algorithm has.
    static ManagementKey factoryDefault(ManagementKeyAlgorithm algorithm = ManagementKeyAlgorithm::TripleDes);

    /// One block, ECB. InputInvalid for another size, CryptoFailed if OpenSSL can't.
    Result<QByteArray> encrypt(QByteArrayView block) const;
    Result<QByteArray> decrypt(QByteArrayView block) const;
};

} // namespace madoguchi
