// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/statement.h"

#include "app/storage/databaseerror.h"

#include <sqlite3.h>

namespace madoguchi {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt* statement) : m_statement(statement) {}

void Statement::note(int bindResult) {
    if (bindResult != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = bindResult;
}

Statement& Statement::bind(int number, qint64 value) {
    note(sqlite3_bind_int64(m_statement.get(), number, value));
    return *this;
}

Statement& Statement::bind(int number, const QString& value) {
    const QByteArray text = value.toUtf8();
    note(sqlite3_bind_text64(m_statement.get(), number, text.isNull() ? "" : text.constData(),
                             static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int number, const QByteArray& value) {
    note(sqlite3_bind_blob64(m_statement.get(), number, value.isNull() ? "" : value.constData(),
                             static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind(int number, const SecretBytes& value) {
    note(sqlite3_bind_blob64(m_statement.get(), number, value.data(), value.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bindNull(int number) {
    note(sqlite3_bind_null(m_statement.get(), number));
    return *this;
}

Result<bool> Statement::step() {
    sqlite3* connection = sqlite3_db_handle(m_statement.get());
    if (m_bindError != SQLITE_OK)
        return fail(databaseError(connection, m_bindError, "binding a value"));
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return fail(databaseError(connection, code, "running a statement"));
    return code == SQLITE_ROW;
}

Result<> Statement::run() {
    const Result<bool> stepped = step();
    reset();
    if (!stepped)
        return fail(stepped.error());
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    m_bindError = SQLITE_OK;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char*>(text),
                             sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char*>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

SecretBytes Statement::secret(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return SecretBytes::copyOf({bytes, sqlite3_column_bytes(m_statement.get(), column)});
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

} // namespace madoguchi
