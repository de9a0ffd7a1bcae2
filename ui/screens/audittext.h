// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Records of the log in words. GUI thread.
#pragma once

#include "app/audit/auditfacts.h"
#include "ui/screens/recordwords.h"
#include "ui/widgets/factlist.h"

namespace madoguchi {

/// "draft.save" as the screens call it; the name itself when this program does not know it.
QString auditActionText(const QString& action);
/// 実行前, 完了, 拒否, 失敗, or できごと for what can't fail.
QString auditOutcomeText(const AuditRecord& record);
/// Everything in the record, the names of the log beside the words for them, and what was hashed.
QList<Fact> auditFacts(const AuditEntry& entry, const RecordWords& words);

} // namespace madoguchi
