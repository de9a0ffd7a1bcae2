// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The card management key (9B): whoever has it decides what is on the card. SP 800-78-4, table 6-2. Any
// thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <optional>

namespace madoguchi {

enum class PivManagementAlgorithm : quint8 {
    TripleDes = 0x03,
    Aes128 = 0x08,
    Aes192 = 0x0A,
    Aes256 = 0x0C,
};

/// None for an identifier that is none of them; 00 is 3DES too.
std::optional<PivManagementAlgorithm> managementAlgorithmOf(quint8 identifier);

struct PivManagementKey {
    PivManagementAlgorithm algorithm = PivManagementAlgorithm::Aes192;
    SecretBytes value; ///< keyBytes(algorithm) bytes

    static std::size_t keyBytes(PivManagementAlgorithm algorithm);
    /// The size of witnesses and challenges.
    static std::size_t blockBytes(PivManagementAlgorithm algorithm);

    PivManagementKey clone() const { return {algorithm, value.clone()}; }
    /// One block, ECB. Errors: InputInvalid for a block or key of another size, CryptoFailed.
    Result<SecretBytes> encrypt(QByteArrayView block) const;
    Result<SecretBytes> decrypt(QByteArrayView block) const;
};

} // namespace madoguchi
