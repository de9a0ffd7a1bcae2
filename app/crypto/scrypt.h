// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A hash that is slow and needs memory (RFC 7914), for short secrets that must be recognised again: N 2^15,
// r 8, p 1, which takes 32 MiB and about 0.1 s. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArray>

namespace madoguchi {

/// 32 bytes. `salt`: 16 random bytes. Errors: CryptoFailed.
Result<QByteArray> scryptHash(const SecretBytes& secret, QByteArrayView salt);

} // namespace madoguchi
