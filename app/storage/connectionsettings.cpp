// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/connectionsettings.h"

#include "app/storage/databaseerror.h"
#include "app/storage/statement.h"

#include <span>
#include <sqlite3.h>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

struct Setting {
    const char* change;   ///< the PRAGMA that sets it; null only checks
    const char* query;    ///< the PRAGMA that tells the value in force
    const char* expected; ///< what it must tell
};

// HMAC-SHA256 instead of SHA-512, which is half as fast and the bottleneck of every scan. Pages of 4 KiB:
// 16 KiB scan a little faster, but a commit then encrypts 48 KiB instead of 12 (112 us against 40 us), and
// every action of an operator waits for one. Changing any of these is a new DatabaseHeader::CurrentFormat.
constexpr Setting CipherSettings[] = {
    {"PRAGMA cipher_page_size = 4096", "PRAGMA cipher_page_size", "4096"},
    {"PRAGMA cipher_hmac_algorithm = HMAC_SHA256", "PRAGMA cipher_hmac_algorithm", "HMAC_SHA256"},
};

constexpr Setting CommonSettings[] = {
    {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"}, // files would hold rows in clear
    {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    {"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    {"PRAGMA mmap_size = 0", "PRAGMA mmap_size", nullptr}, // no row when built without mmap
};

// The write-ahead log keeps the length of a full round (1,000 pages and more), so that commits overwrite
// blocks the file already has and a sync need not write the file's length.
constexpr Setting WriterSettings[] = {
    {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
    {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    // INSERT OR REPLACE then runs the triggers of the row that goes, which ContentSum must hear of.
    {"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1"},
    {"PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"},
    {"PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"},
    {"PRAGMA journal_size_limit = 33554432", "PRAGMA journal_size_limit", "33554432"},
    {"PRAGMA wal_autocheckpoint = 1000", "PRAGMA wal_autocheckpoint", "1000"},
};

constexpr Setting ReaderSettings[] = {
    {"PRAGMA query_only = ON", "PRAGMA query_only", "1"},
    {nullptr, "PRAGMA journal_mode", "wal"},
    {"PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", "0"},
};

Result<> apply(sqlite3* handle, std::span<const Setting> settings) {
    for (const Setting& setting : settings) {
        if (setting.change) {
            const int code = sqlite3_exec(handle, setting.change, nullptr, nullptr, nullptr);
            if (code != SQLITE_OK)
                return fail(databaseError(handle, code, setting.change));
        }
        const Result<QByteArray> value = firstValue(handle, setting.query);
        if (!value)
            return fail(value.error());
        const QByteArray expected(setting.expected);
        const bool absent = !setting.expected && (value->isEmpty() || *value == "0");
        if (*value != expected && !absent) {
            return fail(ErrorCode::DatabaseLibraryUnsuitable,
                        u"\"%1\" tells \"%2\" where \"%3\" is needed"_s.arg(
                            QString::fromLatin1(setting.query), QString::fromUtf8(*value),
                            QString::fromLatin1(expected)));
        }
    }
    return {};
}

} // namespace

Result<QByteArray> firstValue(sqlite3* handle, const char* sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nullptr);
    if (code != SQLITE_OK)
        return fail(databaseError(handle, code, sql));
    Statement statement(prepared);
    const Result<bool> row = statement.step();
    if (!row)
        return fail(row.error());
    return *row ? statement.blob(0) : QByteArray();
}

Result<> applyCipherSettings(sqlite3* handle) {
    return apply(handle, CipherSettings);
}

Result<> applySettings(sqlite3* handle, Database::Access access) {
    if (Result<> common = apply(handle, CommonSettings); !common)
        return common;
    if (access == Database::Access::ReadWrite)
        return apply(handle, WriterSettings);
    return apply(handle, ReaderSettings);
}

} // namespace madoguchi
