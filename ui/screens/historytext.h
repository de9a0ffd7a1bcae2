// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A record of the log in words, for the person who caused it. Pure; any thread once the translators are
// installed.
#pragma once

#include "app/audit/auditrecord.h"
#include "ui/screens/recordwords.h"

namespace madoguchi::historytext {

/// What it was about, shortened: "Draft 3f2a9c01"; empty for nothing.
QString target(const AuditRecord& record, const RecordWords& words);
/// Done, refused, failed; empty for what can't fail.
QString outcome(const AuditRecord& record);
/// Everything else that was recorded, such as "Field: Name".
QString details(const AuditRecord& record, const RecordWords& words);

} // namespace madoguchi::historytext
