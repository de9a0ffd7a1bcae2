// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/database.h"

#include "app/storage/connectionsettings.h"
#include "app/storage/contentsumfunction.h"
#include "app/storage/databaseerror.h"
#include "app/storage/databaseheader.h"
#include "app/storage/durablefile.h"
#include "app/storage/libraryfacts.h"
#include "app/storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr std::size_t KeyBytes = 32;
constexpr int BusyMilliseconds = 5000;

// SQLCipher's raw-key form x'<64 digits>', which skips the 189 ms of a passphrase.
SecretBytes rawKeyText(const SecretBytes& key) {
    static constexpr char Digits[] = "0123456789abcdef";
    SecretBytes text(2 * key.size() + 3);
    unsigned char* out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (std::size_t i = 0; i < key.size(); ++i) {
        *out++ = static_cast<unsigned char>(Digits[key.data()[i] >> 4]);
        *out++ = static_cast<unsigned char>(Digits[key.data()[i] & 0x0f]);
    }
    *out = '\'';
    return text;
}

Result<> giveKey(sqlite3* handle, const SecretBytes& key) {
    // SQLCipher would write its own remarks to the standard error; ours come through Result.
    sqlite3_exec(handle, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    const SecretBytes text = rawKeyText(key);
    const int code = sqlite3_key_v2(handle, "main", text.data(), static_cast<int>(text.size()));
    if (code != SQLITE_OK)
        return fail(databaseError(handle, code, "giving the key"));
    return applyCipherSettings(handle);
}

// The number binds the file to its header: a whole database of another header, put here, is refused.
Result<> checkApplicationId(sqlite3* handle, qint32 expected) {
    const Result<QByteArray> found = firstValue(handle, "PRAGMA application_id");
    if (!found)
        return fail(found.error());
    if (found->toInt() != expected)
        return fail(ErrorCode::DatabaseCorrupt, u"the database does not belong to its header"_s);
    return {};
}

Result<> configure(sqlite3* handle, const SecretBytes& key, Database::Access access) {
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, BusyMilliseconds);
    if (Result<> suitable = requireSuitable(libraryFacts(handle)); !suitable)
        return suitable;
    if (Result<> keyed = giveKey(handle, key); !keyed)
        return keyed;
    const Result<QByteArray> schema = firstValue(handle, "SELECT count(*) FROM sqlite_schema");
    if (!schema)
        return fail(schema.error());
    if (access == Database::Access::ReadOnly)
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (Result<> applied = applySettings(handle, access); !applied)
        return applied;
    return addContentSumFunction(handle);
}

Result<> createEmptyFile(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                    path + ": "_L1 + QString::fromLocal8Bit(strerror(errno)));
    }
    ::close(file);
    return syncFolderOf(path);
}

Result<> removeBegun(const QString& path) {
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1}) {
        QFile file(path + suffix);
        if (file.exists() && !file.remove())
            return fail(ErrorCode::FileUnwritable, file.fileName() + ": "_L1 + file.errorString());
    }
    return {};
}

// Owner only, whatever the folder's habits are; -wal and -shm inherit it.
Result<> restrictToOwner(const QString& path) {
    if (::chmod(QFile::encodeName(path).constData(), 0600) != 0)
        return fail(ErrorCode::FileUnwritable, path + ": the access rights can't be set"_L1);
    return {};
}

Result<DatabaseHeader> headerOf(const QString& path, const SecretBytes& key) {
    Result<DatabaseHeader> header = readDatabaseHeader(path, key);
    const bool fileExists = QFileInfo::exists(path);
    if (header || header.error().code != ErrorCode::FileMissing) {
        if (header && header->ready && !fileExists)
            return fail(ErrorCode::FileMissing, path + " is gone, but its header is there"_L1);
        return header;
    }
    if (fileExists)
        return fail(ErrorCode::DatabaseCorrupt, u"the header beside %1 is missing"_s.arg(path));
    return header;
}

} // namespace

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Database::Database(sqlite3* handle) : m_handle(handle) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::connect(const QString& path, const SecretBytes& key, Access access) {
    const int flags = (access == Access::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_FULLMUTEX;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    Database database(handle); // SQLite gives a handle even when it fails
    if (code != SQLITE_OK)
        return fail(databaseError(handle, code, "opening"));
    if (const Result<> configured = configure(handle, key, access); !configured)
        return fail(configured.error());
    return database;
}

Result<Database> Database::create(const QString& path, const SecretBytes& key, DatabaseHeader header) {
    if (Result<> removed = removeBegun(path); !removed)
        return fail(removed.error());
    if (Result<> written = writeDatabaseHeader(path, key, header); !written)
        return fail(written.error());
    if (Result<> created = createEmptyFile(path); !created)
        return fail(created.error());
    Result<Database> database = connect(path, key, Access::ReadWrite);
    if (!database)
        return database;
    const QByteArray mark = "PRAGMA application_id = " + QByteArray::number(header.applicationId());
    if (Result<> marked = database->execute(mark.constData()); !marked)
        return fail(marked.error());
    header.ready = true;
    if (Result<> written = writeDatabaseHeader(path, key, header); !written)
        return fail(written.error());
    return database;
}

Result<Database> Database::open(const QString& path, const SecretBytes& key, Access access) {
    if (key.size() != KeyBytes)
        return fail(ErrorCode::DatabaseKeyWrong, u"a database key has 32 bytes"_s);
    const Result<DatabaseHeader> header = headerOf(path, key);
    const bool absent = !header && header.error().code == ErrorCode::FileMissing &&
                        !QFileInfo::exists(path) && !QFileInfo::exists(databaseHeaderPath(path));
    if (!header && !absent)
        return fail(header.error());
    if (absent || !header->ready) {
        if (access == Access::ReadOnly)
            return fail(ErrorCode::FileMissing, path);
        return create(path, key, absent ? DatabaseHeader::make() : *header);
    }
    if (access == Access::ReadWrite) {
        if (Result<> restricted = restrictToOwner(path); !restricted)
            return fail(restricted.error());
    }
    Result<Database> database = connect(path, key, access);
    if (!database)
        return database;
    if (Result<> checked = checkApplicationId(database->handle(), header->applicationId()); !checked)
        return fail(checked.error());
    return database;
}

Result<Statement> Database::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(databaseError(m_handle.get(), code, "preparing a statement"));
    return Statement(statement);
}

Result<> Database::execute(const char* sql) {
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(databaseError(m_handle.get(), code, "executing a statement"));
    return {};
}

sqlite3* Database::handle() const {
    return m_handle.get();
}

} // namespace madoguchi
