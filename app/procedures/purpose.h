// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Why a reception was opened (目的), as data from resources/procedures/purposes.json. The id goes to the log
// and to the database and never changes. A value; any thread.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace madoguchi {

struct Purpose {
    QString id;
    QString label;          ///< what the operator reads
    QString procedure = {}; ///< the id of the procedure that it mostly leads to; empty: none in particular
    bool operator==(const Purpose&) const = default;
};

/// In the order of the file: a JSON list of {"id", "label"} and perhaps "procedure". Errors:
/// ProcedureMalformed, with the JSON path.
Result<QList<Purpose>> parsePurposes(const QByteArray& json);

/// Errors: FileMissing, and those of parsePurposes().
Result<QList<Purpose>> loadPurposes(const QString& path = QStringLiteral(":/purposes.json"));

} // namespace madoguchi
