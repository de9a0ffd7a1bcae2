// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/versions.h"

#include "app/storage/libraryfacts.h"
#include "smartcard/pcsc/pcscversion.h"

#include <openssl/crypto.h>

namespace madoguchi {

Result<Versions> viewVersions(const Session& session, Database& database) {
    if (const Result<> allowed = session.require(Permission::ViewVersions); !allowed)
        return fail(allowed.error());
    const LibraryFacts library = libraryFacts(database.handle());
    return Versions{QStringLiteral(MADOGUCHI_VERSION),
                    QString::fromLatin1(qVersion()),
                    QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING)),
                    library.cipherVersion,
                    library.sqliteVersion,
                    pcscVersion()};
}

} // namespace madoguchi
