// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/crypto/random.h"

#include <QString>

#include <openssl/rand.h>

namespace madoguchi {

QByteArray randomBytes(qsizetype count) {
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        qFatal("no random numbers: OpenSSL's generator failed");
    return bytes;
}

SecretBytes randomSecret(std::size_t count) {
    SecretBytes secret(count);
    if (RAND_priv_bytes(secret.data(), static_cast<int>(count)) != 1)
        qFatal("no random numbers: OpenSSL's private generator failed");
    return secret;
}

QString randomId() {
    return QString::fromLatin1(randomBytes(16).toHex());
}

} // namespace madoguchi
