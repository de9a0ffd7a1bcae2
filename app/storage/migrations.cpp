// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/migrations.h"

#include "app/storage/statement.h"
#include "app/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

// Where a version is kept: user_version of the whole database, or one part's row.
struct VersionPlace {
    const char* read;
    QString part; ///< null for the whole database

    Result<qint64> version(Database& database) const {
        Result<Statement> query = database.prepare(read);
        if (!query)
            return fail(query.error());
        if (!part.isNull())
            query->bind(1, part);
        const Result<bool> row = query->step();
        if (!row)
            return fail(row.error());
        return *row ? query->integer(0) : 0;
    }

    Result<> setVersion(Database& database, qint64 version) const {
        if (part.isNull()) // a PRAGMA takes no bound value
            return database.execute(("PRAGMA user_version = " + QByteArray::number(version)).constData());
        Result<Statement> write = database.prepare("INSERT OR REPLACE INTO part_version VALUES (?1, ?2)");
        if (!write)
            return fail(write.error());
        return write->bind(1, part).bind(2, version).run();
    }
};

// What a step does is taken for right, but only on top of what was right before.
Result<> prepareContent(ContentSum* content) {
    const Result<bool> watched = content ? content->exists() : Result<bool>(false);
    if (!watched)
        return fail(watched.error());
    if (!*watched)
        return {};
    if (Result<> verified = content->verify(); !verified)
        return verified;
    return content->release();
}

Result<> acceptContent(ContentSum* content) {
    const Result<bool> watched = content ? content->exists() : Result<bool>(false);
    if (!watched)
        return fail(watched.error());
    return *watched ? content->accept() : Result<>();
}

Result<> take(Database& database, const char* step, const VersionPlace& place, qint64 version,
              ContentSum* content) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> prepared = prepareContent(content); !prepared)
        return prepared;
    if (Result<> done = database.execute(step); !done)
        return done;
    if (Result<> accepted = acceptContent(content); !accepted)
        return accepted;
    if (Result<> marked = place.setVersion(database, version); !marked)
        return marked;
    return transaction->commit();
}

Result<> takeAll(Database& database, const VersionPlace& place, std::span<const char* const> steps,
                 ContentSum* content) {
    const Result<qint64> version = place.version(database);
    if (!version)
        return fail(version.error());
    const auto newest = static_cast<qint64>(steps.size());
    if (*version > newest) {
        return fail(ErrorCode::DatabaseVersionUnknown,
                    u"the tables have version %1, this program knows %2"_s.arg(*version).arg(newest));
    }
    for (qint64 next = *version; next < newest; ++next) {
        const char* step = steps[static_cast<std::size_t>(next)];
        if (Result<> taken = take(database, step, place, next + 1, content); !taken)
            return taken;
    }
    return {};
}

} // namespace

Result<> migrate(Database& database, std::span<const char* const> steps, ContentSum* content) {
    return takeAll(database, {"PRAGMA user_version", {}}, steps, content);
}

Result<> migratePart(Database& database, const QString& part, std::span<const char* const> steps) {
    Result<> made = database.execute(
        "CREATE TABLE IF NOT EXISTS part_version (part TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT");
    if (!made)
        return made;
    return takeAll(database, {"SELECT version FROM part_version WHERE part = ?1", part}, steps, nullptr);
}

} // namespace madoguchi
