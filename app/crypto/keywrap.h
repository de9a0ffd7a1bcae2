// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// AES-256 key wrap (RFC 3394, SP 800-38F KW): a key encrypted under another, with its integrity checked.
// Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArray>

namespace madoguchi {

/// `wrappingKey`: 32 bytes; `secret`: a multiple of 8, at least 16 bytes. Gives 8 bytes more.
/// Errors: CryptoFailed.
Result<QByteArray> wrapKey(const SecretBytes& wrappingKey, const SecretBytes& secret);
/// Errors: VaultKeyWrong when the bytes were not wrapped with this key or were changed; CryptoFailed.
Result<SecretBytes> unwrapKey(const SecretBytes& wrappingKey, QByteArrayView wrapped);

} // namespace madoguchi
