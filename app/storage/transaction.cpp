// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/transaction.h"

#include <sqlite3.h>
#include <utility>

namespace madoguchi {

Transaction::Transaction(Database* database) : m_database(database) {}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Result<Transaction> Transaction::begin(Database& database) {
    if (const Result<> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return fail(begun.error());
    return Transaction(&database);
}

Result<Transaction> Transaction::beginOrJoin(Database& database) {
    return sqlite3_get_autocommit(database.handle()) ? begin(database) : Transaction(nullptr);
}

Transaction::~Transaction() {
    // A failed statement (a full disk) may have rolled back already; then there is nothing left to undo.
    if (m_database && !sqlite3_get_autocommit(m_database->handle()))
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<> Transaction::commit() {
    if (!m_database)
        return {};
    Result<> committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace madoguchi
