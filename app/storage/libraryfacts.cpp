// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/libraryfacts.h"

#include <QVersionNumber>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int TempStoreFilesAlways = 0;

int compiledTempStore() {
    for (int i = 0; const char* option = sqlite3_compileoption_get(i); ++i) {
        const QLatin1StringView text(option);
        if (text.startsWith("TEMP_STORE="_L1))
            return text.mid(11).toString().toInt();
    }
    return 1; // SQLite's own default when it was built without the option
}

QString cipherVersion(sqlite3* connection) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "PRAGMA cipher_version", -1, &statement, nullptr) != SQLITE_OK)
        return {};
    QString version;
    if (sqlite3_step(statement) == SQLITE_ROW)
        version = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return version;
}

} // namespace

LibraryFacts libraryFacts(sqlite3* connection) {
    return {.cipherVersion = cipherVersion(connection),
            .sqliteVersion = QString::fromLatin1(sqlite3_libversion()),
            .tempStore = compiledTempStore(),
            .threadSafe = sqlite3_threadsafe() != 0};
}

Result<> requireSuitable(const LibraryFacts& facts) {
    const auto unsuitable = [](const QString& why) {
        return fail(ErrorCode::DatabaseLibraryUnsuitable, why);
    };
    if (facts.cipherVersion.isEmpty())
        return unsuitable(u"this SQLite library can't encrypt: SQLCipher 4.6 or newer is needed"_s);
    if (QVersionNumber::fromString(facts.cipherVersion) < QVersionNumber(4, 6))
        return unsuitable(u"SQLCipher %1 is too old: 4.6 or newer is needed"_s.arg(facts.cipherVersion));
    if (facts.tempStore == TempStoreFilesAlways) {
        return unsuitable(
            u"SQLCipher was built with TEMP_STORE=0: it would write temporary files in clear"_s);
    }
    if (!facts.threadSafe)
        return unsuitable(u"SQLCipher was built with THREADSAFE=0"_s);
    return {};
}

} // namespace madoguchi
