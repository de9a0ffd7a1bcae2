// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the login's records have in common. Pure; any thread.
#pragma once

#include "app/actions/actionid.h"
#include "app/audit/auditrecord.h"
#include "app/base/errorcode.h"
#include "app/login/cardrecognition.h"
#include "app/session/session.h"

#include <optional>

namespace madoguchi {

/// Whose card it is, as far as that is known, and in which session, null for none.
AuditRecord loginRecord(ActionId action, AuditOutcome outcome,
                        const std::optional<RecognisedCard>& recognised, const Session* session);
/// `record` as a refusal of the card for that reason.
AuditRecord withError(AuditRecord record, const Error& why);

} // namespace madoguchi
