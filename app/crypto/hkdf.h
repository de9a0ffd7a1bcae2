// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// HKDF with SHA-256 (RFC 5869): one key from another, bound to a salt and a purpose. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

namespace madoguchi {

/// `size`: at most 255 * 32 bytes. An empty salt counts as 32 zero bytes. Errors: CryptoFailed.
Result<SecretBytes> hkdfSha256(const SecretBytes& key, QByteArrayView salt, QByteArrayView info,
                               std::size_t size);

} // namespace madoguchi
