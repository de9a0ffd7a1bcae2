// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/login/loginrecord.h"

#include "app/actions/actioncatalogue.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

AuditRecord loginRecord(ActionId action, AuditOutcome outcome,
                        const std::optional<RecognisedCard>& recognised, const Session* session) {
    AuditRecord record;
    record.action = QString::fromLatin1(actionEntry(action).name);
    record.outcome = outcome;
    if (recognised) {
        record.operatorId = recognised->person.id;
        record.card = recognised->card.id;
    }
    if (session != nullptr)
        record.session = session->facts().id;
    return record;
}

AuditRecord withError(AuditRecord record, const Error& why) {
    record.details[u"error"_s] = errorName(why.code);
    if (!why.detail.isEmpty())
        record.details[u"detail"_s] = why.detail;
    return record;
}

} // namespace madoguchi
