// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A prepared statement: bind by number from 1, step, read columns from 0. Thread of its Database, which
// must outlive it.
#pragma once

#include "app/base/result.h"
#include "app/base/secretbytes.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3_stmt;

namespace madoguchi {

class Statement {
public:
    explicit Statement(sqlite3_stmt* statement);

    Statement& bind(int number, qint64 value);
    Statement& bind(int number, const QString& value);    ///< null string binds as empty text
    Statement& bind(int number, const QByteArray& value); ///< blob
    /// Blob; `value` must stay alive and unchanged until the statement was reset.
    Statement& bind(int number, const SecretBytes& value);
    Statement& bindNull(int number);

    /// True while there is a row to read, false at the end. Errors: DiskFull, DatabaseCorrupt,
    /// DatabaseFailed; a failed bind is reported here.
    Result<bool> step();
    /// For statements without rows: steps once and resets.
    Result<> run();
    void reset();

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    SecretBytes secret(int column) const; ///< a blob, without a copy in ordinary memory
    bool isNull(int column) const;

private:
    void note(int bindResult);
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bindError = 0;
};

} // namespace madoguchi
