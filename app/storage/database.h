// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One connection to one SQLCipher file, opened in the only order that is safe: library and compile options,
// key, cipher settings, a read that proves the key, then the settings of the connection. One thread.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QString>

#include <memory>

struct sqlite3;

namespace madoguchi {

class Statement;
struct DatabaseHeader;

class Database {
public:
    enum class Access {
        ReadWrite, ///< creates the file (mode 0600) when missing; the one connection that checkpoints
        ReadOnly,  ///< never writes, never checkpoints; safe beside a running program
    };

    /// `key`: 32 bytes. Errors: DatabaseLibraryUnsuitable, DatabaseKeyWrong, DatabaseCorrupt,
    /// DatabaseVersionUnknown, FileMissing, FileUnreadable, FileUnwritable, DiskFull, DatabaseFailed.
    static Result<Database> open(const QString& path, const SecretBytes& key, Access access);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// One statement, with ?1, ?2 ... for values. The connection must outlive it, but may be moved.
    /// Errors: DatabaseFailed, DatabaseCorrupt.
    Result<Statement> prepare(const char* sql);
    /// One or several statements without values; rows are dropped. Errors: DiskFull, FileUnwritable,
    /// DatabaseCorrupt, DatabaseFailed.
    Result<> execute(const char* sql);

    sqlite3* handle() const;

private:
    static Result<Database> create(const QString& path, const SecretBytes& key, DatabaseHeader header);
    static Result<Database> connect(const QString& path, const SecretBytes& key, Access access);
    explicit Database(sqlite3* handle);
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

} // namespace madoguchi
