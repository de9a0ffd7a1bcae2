// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Random numbers for keys, ids and challenges, from OpenSSL's generator. The program stops if it can't give
// any: there is no safe way to go on. Any thread.
#pragma once

#include "app/base/secretbytes.h"

#include <QByteArray>

namespace madoguchi {

QByteArray randomBytes(qsizetype count);
/// From the generator kept for private keys.
SecretBytes randomSecret(std::size_t count);
/// 128 random bits as 32 hexadecimal digits, for ids.
QString randomId();

} // namespace madoguchi
