// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/readerstore.h"

#include "app/storage/statement.h"
#include "app/storage/transaction.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString Operators = u"operators"_s;
const QString Applicants = u"applicants"_s;

} // namespace

ReaderStore::ReaderStore(Database& database) : m_database(database) {}

Result<ReaderAssignment> ReaderStore::load() const {
    Result<Statement> rows = m_database.prepare("SELECT part, reader FROM reader_part");
    if (!rows)
        return fail(rows.error());
    ReaderAssignment assignment;
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return assignment;
        (rows->text(0) == Operators ? assignment.operators : assignment.applicants) = rows->text(1);
    }
}

Result<ReaderAssignment> ReaderStore::view(const Session& session) const {
    if (const Result<> permitted = session.require(Permission::ViewStation); !permitted)
        return fail(permitted.error());
    return load();
}

Result<> ReaderStore::assign(const Session& session, const ReaderAssignment& assignment) {
    if (const Result<> permitted = session.require(Permission::AssignReaders); !permitted)
        return fail(permitted.error());
    if (!assignment.operators.isEmpty() && assignment.operators == assignment.applicants)
        return fail(ErrorCode::InputInvalid, u"one reader for both"_s);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    if (Result<> cleared = m_database.execute("DELETE FROM reader_part"); !cleared)
        return cleared;
    if (Result<> written = write(Operators, assignment.operators); !written)
        return written;
    if (Result<> written = write(Applicants, assignment.applicants); !written)
        return written;
    return transaction->commit();
}

Result<> ReaderStore::write(const QString& part, const QString& reader) {
    if (reader.isEmpty())
        return {};
    Result<Statement> statement =
        m_database.prepare("INSERT INTO reader_part (part, reader) VALUES (?1, ?2)");
    if (!statement)
        return fail(statement.error());
    return statement->bind(1, part).bind(2, reader).run();
}

} // namespace madoguchi
