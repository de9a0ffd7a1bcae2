// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A keyed sum over the content of a database, against pages that are put back to an older state: SQLCipher
// binds a page to its place, not to its time. Triggers keep the XOR of the HMACs of all rows (MSet-XOR-Hash,
// Clarke et al. 2003) and a count of the changes, in the transaction of each change; the key is a row of the
// same encrypted database. verify() adds everything up again. An older sum is told by its count, which
// somebody else must remember: the log does. Thread of the Database.
#pragma once

#include "app/storage/database.h"

#include <QStringList>

namespace madoguchi {

class ContentSum {
public:
    /// The table for the sum; a step of a migration. It watches nothing before migrate(), which must be given
    /// the ContentSum, has accepted the content.
    static constexpr char Schema[] = R"(
CREATE TABLE IF NOT EXISTS content_sum (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL,
  changes INTEGER NOT NULL,
  sum BLOB NOT NULL
) STRICT;
)";

    /// Of every table but those in `unwatched`. `wrong`: what a content that does not agree is called.
    ContentSum(Database& database, ErrorCode wrong, QStringList unwatched = {});

    // Errors of all: DatabaseFailed, DatabaseCorrupt, and `wrong` where the sum is missing.

    /// Whether the database has such a sum; it has none before that step of its migration.
    Result<bool> exists() const;
    /// How often the content was changed so far, counted by rows.
    Result<quint64> changes() const;
    /// Whether tables, their indexes, the triggers and the sum agree; `wrong` otherwise. In one transaction
    /// when another connection may write meanwhile.
    Result<> verify() const;
    /// Takes the content as it is for right, with a new key and triggers for the present columns. It is not
    /// counted: an older content must not come nearer to the count that is known elsewhere. Indexes are made
    /// anew, since an older page of one may be what was wrong. Errors also: DiskFull.
    Result<> accept();
    /// Takes the triggers away: before tables change their form. Only accept() watches again.
    Result<> release();

private:
    struct Table {
        QString name;
        QStringList columns;
    };
    Result<QList<Table>> tables() const;
    Result<> checkTriggers(const QList<Table>& tables) const;
    Result<> watch(const QList<Table>& tables);
    Result<> renewKey();
    Result<QByteArray> compute(const QList<Table>& tables) const;
    Result<> checkIndexes(const QList<Table>& tables) const;
    Database* m_database;
    ErrorCode m_wrong;
    QStringList m_unwatched;
};

} // namespace madoguchi
