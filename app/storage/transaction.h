// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Begins at construction (BEGIN IMMEDIATE) and rolls back unless committed. Thread of its Database.
#pragma once

#include "app/storage/database.h"

namespace madoguchi {

class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    /// The same, or a part of the transaction that is open already: then commit() leaves it to that one to
    /// become durable, and whoever began it must not commit it after an error in a part.
    static Result<Transaction> beginOrJoin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it returns without error, except in a part of another. Errors: DiskFull, DatabaseFailed.
    Result<> commit();

private:
    explicit Transaction(Database* database);
    Database* m_database; ///< null: nothing to do, committed or a part
};

} // namespace madoguchi
