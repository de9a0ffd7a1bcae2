// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/contentsum.h"

#include "app/crypto/random.h"
#include "app/storage/statement.h"
#include "app/storage/transaction.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t SumBytes = 32;
constexpr QLatin1StringView OwnTable = "content_sum"_L1;

// Names of tables and columns are our own: none holds a quotation mark.
QString quoted(const QString& name) {
    return u'"' + name + u'"';
}

/// `row`: "OLD." or "NEW.", or nothing in a query.
QString stepOf(const QString& sum, const QString& key, const QString& table, const QStringList& columns,
               const QString& row) {
    QString call = u"content_sum_step(%1, %2, '%3'"_s.arg(sum, key, table);
    for (const QString& column : columns)
        call += u", "_s + row + quoted(column);
    return call + u')';
}

// By name; what SQLite keeps as the trigger's text is this, to the letter.
QMap<QString, QString> triggersOf(const QString& table, const QStringList& columns) {
    const auto step = [&](const QString& sum, const QString& row) {
        return stepOf(sum, u"key"_s, table, columns, row);
    };
    const QString sum = u"sum"_s;
    const QString added = step(sum, u"NEW."_s);
    const QString removed = step(sum, u"OLD."_s);
    const QString changed = step(removed, u"NEW."_s);
    QMap<QString, QString> triggers;
    for (const auto& [event, next] :
         {std::pair(u"INSERT"_s, added), std::pair(u"UPDATE"_s, changed), std::pair(u"DELETE"_s, removed)}) {
        const QString name = u"content_sum_%1_%2"_s.arg(table, event.toLower());
        triggers.insert(name, u"CREATE TRIGGER %1 AFTER %2 ON %3 BEGIN "
                              "UPDATE content_sum SET changes = changes + 1, sum = %4; END"_s.arg(
                                  name, event, quoted(table), next));
    }
    return triggers;
}

Result<> run(Database& database, const QString& sql) {
    return database.execute(sql.toUtf8().constData());
}

Result<Statement> prepare(Database& database, const QString& sql) {
    return database.prepare(sql.toUtf8().constData());
}

/// The first column of each row.
Result<QStringList> texts(Result<Statement> query) {
    if (!query)
        return fail(query.error());
    QStringList found;
    Result<bool> row = query->step();
    for (; row && *row; row = query->step())
        found.append(query->text(0));
    if (!row)
        return fail(row.error());
    return found;
}

} // namespace

ContentSum::ContentSum(Database& database, ErrorCode wrong, QStringList unwatched)
    : m_database(&database), m_wrong(wrong), m_unwatched(std::move(unwatched)) {
    m_unwatched.append(OwnTable);
}

Result<bool> ContentSum::exists() const {
    Result<Statement> query =
        m_database->prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'content_sum'");
    return query ? query->step() : fail(query.error());
}

Result<quint64> ContentSum::changes() const {
    const Result<bool> there = exists();
    if (!there)
        return fail(there.error());
    if (!*there)
        return fail(m_wrong, u"the sum of the content is missing"_s);
    Result<Statement> query = m_database->prepare("SELECT changes FROM content_sum");
    if (!query)
        return fail(query.error());
    const Result<bool> row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(m_wrong, u"the sum of the content is missing"_s);
    return static_cast<quint64>(query->integer(0));
}

Result<QList<ContentSum::Table>> ContentSum::tables() const {
    const Result<QStringList> names =
        texts(m_database->prepare("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                  "AND name NOT GLOB 'sqlite_*' ORDER BY name"));
    if (!names)
        return fail(names.error());
    QList<Table> tables;
    for (const QString& name : *names) {
        if (m_unwatched.contains(name))
            continue;
        Result<Statement> query = m_database->prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid");
        if (query)
            query->bind(1, name);
        Result<QStringList> columns = texts(std::move(query));
        if (!columns)
            return fail(columns.error());
        tables.append({name, *std::move(columns)});
    }
    return tables;
}

// Without a trigger, changes would go by uncounted, and could be taken back.
Result<> ContentSum::checkTriggers(const QList<Table>& tables) const {
    QStringList expected;
    for (const Table& table : tables)
        expected += triggersOf(table.name, table.columns).values();
    Result<QStringList> found =
        texts(m_database->prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' "
                                  "AND name GLOB 'content_sum_*'"));
    if (!found)
        return fail(found.error());
    std::ranges::sort(expected);
    std::ranges::sort(*found);
    if (*found != expected)
        return fail(m_wrong, u"the triggers that watch the content are not what they must be"_s);
    return {};
}

Result<QByteArray> ContentSum::compute(const QList<Table>& tables) const {
    QByteArray sum(SumBytes, '\0');
    for (const Table& table : tables) {
        // Not from an index, which may be of another time.
        Result<Statement> rows = prepare(
            *m_database,
            u"SELECT %1 FROM %2 NOT INDEXED"_s.arg(
                stepOf(u"zeroblob(32)"_s, u"(SELECT key FROM content_sum)"_s, table.name, table.columns, {}),
                quoted(table.name)));
        if (!rows)
            return fail(rows.error());
        Result<bool> row = rows->step();
        for (; row && *row; row = rows->step()) {
            const QByteArray one = rows->blob(0);
            std::ranges::transform(sum, one, sum.begin(),
                                   [](char left, char right) { return static_cast<char>(left ^ right); });
        }
        if (!row)
            return fail(row.error());
    }
    return sum;
}

// Searches go through the indexes; and a row that stood on two pages would be its own opposite in the sum.
Result<> ContentSum::checkIndexes(const QList<Table>& tables) const {
    for (const Table& table : tables) {
        const Result<QStringList> found =
            texts(prepare(*m_database, u"PRAGMA integrity_check(%1)"_s.arg(quoted(table.name))));
        if (!found)
            return fail(found.error());
        if (found->value(0) != u"ok"_s)
            return fail(m_wrong, u"%1: %2"_s.arg(table.name, found->value(0)));
    }
    return {};
}

Result<> ContentSum::verify() const {
    if (const Result<quint64> counted = changes(); !counted)
        return fail(counted.error());
    const Result<QList<Table>> watched = tables();
    if (!watched)
        return fail(watched.error());
    if (Result<> whole = checkTriggers(*watched); !whole)
        return whole;
    Result<Statement> kept = m_database->prepare("SELECT sum FROM content_sum WHERE length(key) = 32");
    if (!kept)
        return fail(kept.error());
    if (const Result<bool> row = kept->step(); !row || !*row)
        return row ? fail(m_wrong, u"the sum of the content has no key"_s) : fail(row.error());
    const Result<QByteArray> sum = compute(*watched);
    if (!sum)
        return fail(sum.error());
    if (*sum != kept->blob(0))
        return fail(m_wrong, u"the content is not the one that was written last: its sum differs"_s);
    return checkIndexes(*watched);
}

Result<> ContentSum::release() {
    const Result<QStringList> found =
        texts(m_database->prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' "
                                  "AND name GLOB 'content_sum_*'"));
    if (!found)
        return fail(found.error());
    for (const QString& name : *found) {
        if (Result<> dropped = run(*m_database, u"DROP TRIGGER "_s + name); !dropped)
            return dropped;
    }
    return {};
}

Result<> ContentSum::watch(const QList<Table>& tables) {
    for (const Table& table : tables) {
        QString all = u"REINDEX %1; "_s.arg(quoted(table.name));
        for (const QString& trigger : triggersOf(table.name, table.columns))
            all += trigger + u"; "_s;
        if (Result<> done = run(*m_database, all); !done)
            return done;
    }
    return {};
}

// No older sum means anything under the new key.
Result<> ContentSum::renewKey() {
    const SecretBytes key = randomSecret(SumBytes);
    Result<Statement> renew = m_database->prepare("INSERT INTO content_sum VALUES (1, ?1, 1, x'') "
                                                  "ON CONFLICT (id) DO UPDATE SET key = ?1");
    if (!renew)
        return fail(renew.error());
    return renew->bind(1, key).run();
}

Result<> ContentSum::accept() {
    Result<Transaction> transaction = Transaction::beginOrJoin(*m_database);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> made = m_database->execute(Schema); !made)
        return made;
    if (Result<> released = release(); !released)
        return released;
    const Result<QList<Table>> watched = tables();
    if (!watched)
        return fail(watched.error());
    if (Result<> watching = watch(*watched); !watching)
        return watching;
    if (Result<> renewed = renewKey(); !renewed)
        return renewed;
    const Result<QByteArray> sum = compute(*watched);
    if (!sum)
        return fail(sum.error());
    Result<Statement> write = m_database->prepare("UPDATE content_sum SET sum = ?1");
    if (!write)
        return fail(write.error());
    if (Result<> written = write->bind(1, *sum).run(); !written)
        return written;
    return transaction->commit();
}

} // namespace madoguchi
