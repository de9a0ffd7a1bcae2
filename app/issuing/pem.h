// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Certificates and revocation lists together in one text file (RFC 7468), as stations hand them to each
// other and the openssl program reads them. Any thread.
#pragma once

#include "app/crypto/certificate.h"

#include <QByteArray>
#include <QList>

namespace madoguchi {

QByteArray pemOf(const Certificate& certificate);

struct PemParts {
    QList<QByteArray> certificates; ///< DER
    QList<QByteArray> lists;        ///< DER
};

/// Other kinds of blocks and the text between blocks are passed over. Errors: FileMalformed for a block
/// without end or base64, and for a text with no block at all; InputTooLarge.
Result<PemParts> partsOfPem(const QByteArray& text);

} // namespace madoguchi
