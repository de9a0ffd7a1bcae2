// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Begins at construction (BEGIN IMMEDIATE) and rolls back unless committed. Thread of its Database.
#pragma once

#include "app/storage/database.h"

namespace madoguchi {

class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it returns without error. Errors: DiskFull, DatabaseFailed.
    Result<> commit();

private:
    explicit Transaction(Database& database);
    Database* m_database;
};

} // namespace madoguchi
