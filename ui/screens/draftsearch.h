// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the one search field of the desk can mean. Pure; any thread.
#pragma once

#include "app/drafts/draftstore.h"

#include <QDate>

namespace madoguchi {

/// The queries whose results together answer what was typed: a reception number (whole, or only its last part
/// for today), else a date of birth in every reading it has, else a reading, else a name. Kana are looked for
/// among the names too. Empty: nothing to look for, or a date that does not exist.
QList<DraftQuery> draftQueries(const QString& typed, QDate today);

/// For the log: which parts the queries use, such as "kana,name"; never what was typed.
QString queryKinds(const QList<DraftQuery>& queries);

} // namespace madoguchi
