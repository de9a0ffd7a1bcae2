// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/latesttime.h"

#include "app/storage/statement.h"

#include <QTimeZone>

#include <algorithm>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

// Only where somebody's session begins is a clock accepted; names of app/actions/actioncatalogue.cpp. Of a
// longer run the rest is older: while the clock is behind, people are on record with refusals only.
constexpr char Rows[] =
    "SELECT time, action, body FROM record WHERE operator <> '' OR action = 'program.start' "
    "ORDER BY sequence DESC LIMIT 10000";
constexpr QLatin1StringView Start = "program.start"_L1;
constexpr QLatin1StringView PinSubmit = "pin.submit"_L1;

bool acceptsClock(const AuditRecord& record) {
    return record.details.value(u"clock"_s) == "accepted"_L1;
}

} // namespace

Result<LatestTime> LatestTime::of(Database& database) {
    Result<Statement> rows = database.prepare(Rows);
    if (!rows)
        return fail(rows.error());
    LatestTime latest;
    const auto reaches = [&latest](const QDateTime& time) {
        if (time.isValid() && !(time < latest.m_value))
            latest.m_value = time;
    };
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return latest;
        const QString action = rows->text(1);
        if (action != Start)
            reaches(QDateTime::fromMSecsSinceEpoch(rows->integer(0), QTimeZone::utc()));
        if (action != Start && action != PinSubmit)
            continue;
        const Result<AuditRecord> record = decodeAuditRecord(rows->blob(2));
        if (!record)
            return fail(record.error());
        if (action == Start)
            reaches(QDateTime::fromString(record->details.value(u"latest"_s), Qt::ISODateWithMs));
        if (action == Start || acceptsClock(*record))
            return latest;
    }
}

void LatestTime::note(const AuditRecord& record) {
    if (!record.operatorId.isEmpty() && (acceptsClock(record) || !(record.time < m_value)))
        m_value = record.time;
}

QMap<QString, QString> LatestTime::forStart() const {
    if (!m_value.isValid())
        return {};
    return {{u"latest"_s, m_value.toString(Qt::ISODateWithMs)}};
}

} // namespace madoguchi
