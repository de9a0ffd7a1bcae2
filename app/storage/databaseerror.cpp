// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/databaseerror.h"

#include <cerrno>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

ErrorCode errorCode(int code, int systemError) {
    if (systemError == ENOSPC || systemError == EDQUOT)
        return ErrorCode::DiskFull;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseCorrupt;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::FileUnwritable;
    case SQLITE_CANTOPEN:
        return ErrorCode::FileUnreadable;
    default:
        return code == SQLITE_IOERR_SHORT_READ ? ErrorCode::DatabaseCorrupt : ErrorCode::DatabaseFailed;
    }
}

} // namespace

Error databaseError(sqlite3* connection, int code, const char* doing) {
    const bool inputOutput = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
    const int systemError = connection && inputOutput ? sqlite3_system_errno(connection) : 0;
    const char* message = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return {errorCode(code, systemError), u"%1: %2 (SQLite %3, system %4)"_s.arg(QString::fromUtf8(doing))
                                              .arg(QString::fromUtf8(message))
                                              .arg(code)
                                              .arg(systemError)};
}

} // namespace madoguchi
