// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/openssl.h"

#include <openssl/err.h>

namespace madoguchi::openssl {

tl::unexpected<Error> failure(const char* doing, ErrorCode code) {
    QString detail = QString::fromLatin1(doing);
    while (const unsigned long reason = ERR_get_error()) {
        char text[256];
        ERR_error_string_n(reason, text, sizeof text);
        detail += QStringLiteral("; ") + QString::fromLatin1(text);
    }
    return fail(code, detail);
}

} // namespace madoguchi::openssl
