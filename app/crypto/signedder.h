// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What certificates and revocation lists have in common: a part to be signed, the algorithm, the signature
// (RFC 5280, 4.1.1 and 5.1.1). For keys that OpenSSL can't reach, such as one on a card. Any thread.
#pragma once

#include "app/crypto/publickey.h"

namespace madoguchi {

/// A throwaway key of the same kind: signing with it makes OpenSSL write the algorithm that `key` signs with
/// into the part to be signed. Errors: CertificateKeyUnsuitable unless `key` is P-256 or P-384.
Result<openssl::Key> standInFor(const PublicKey& key);
/// SHA-256 for P-256, SHA-384 for P-384.
const EVP_MD* signatureHash(const PublicKey& key);

/// SEQUENCE { toBeSigned, algorithm of `key`, signature }, DER, after checking the signature (ECDSA, DER).
/// Errors: SignatureWrong, CertificateKeyUnsuitable, CryptoFailed.
Result<QByteArray> joinSigned(QByteArrayView toBeSigned, const PublicKey& key, QByteArrayView signature);

} // namespace madoguchi
