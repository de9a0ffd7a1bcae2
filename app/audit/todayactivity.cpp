// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/todayactivity.h"

#include "app/actions/actioncatalogue.h"
#include "app/audit/auditrecord.h"
#include "app/storage/statement.h"

#include <QMap>

namespace madoguchi {
namespace {

bool isAction(const AuditRecord& record, ActionId id) {
    return record.action == QLatin1StringView(actionEntry(id).name);
}

void count(OperatorActivity& activity, const AuditRecord& record) {
    if (record.outcome == AuditOutcome::Refused)
        ++(isAction(record, ActionId::PinRefused) ? activity.wrongPins : activity.refusals);
    if (record.outcome == AuditOutcome::Failed)
        ++activity.failures;
    if (record.outcome != AuditOutcome::Done)
        return;
    activity.logins += isAction(record, ActionId::SessionStart);
    activity.draftsCreated += isAction(record, ActionId::DraftCreate);
    activity.draftsSaved += isAction(record, ActionId::DraftSave);
    activity.draftsHandedOver += isAction(record, ActionId::DraftHandOver);
    activity.draftsDeleted += isAction(record, ActionId::DraftDelete);
}

bool hasCounts(OperatorActivity activity) {
    activity.operatorId.clear();
    return activity != OperatorActivity();
}

} // namespace

Result<QList<OperatorActivity>> summariseActivity(const Session& session, Database& database,
                                                  const QDateTime& dayStart) {
    if (const Result<> allowed = session.require(Permission::ViewTodayActivity); !allowed)
        return fail(allowed.error());
    Result<Statement> rows = database.prepare("SELECT body FROM record WHERE time >= ?1");
    if (!rows)
        return fail(rows.error());
    rows->bind(1, dayStart.toMSecsSinceEpoch());
    QMap<QString, OperatorActivity> byOperator;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        const Result<AuditRecord> record = decodeAuditRecord(rows->blob(0));
        if (!record)
            return fail(record.error());
        OperatorActivity& activity = byOperator[record->operatorId];
        activity.operatorId = record->operatorId;
        count(activity, *record);
    }
    if (!row)
        return fail(row.error());
    // Starts and stops of the program belong to nobody and are not worth a line of zeros.
    byOperator.removeIf([](const auto& entry) { return entry.key().isEmpty() && !hasCounts(entry.value()); });
    return byOperator.values();
}

} // namespace madoguchi
