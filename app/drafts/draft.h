// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Data being entered for one applicant (下書き). A value; any thread.
#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>

namespace madoguchi {

/// Field id to value, exactly as entered: never normalised.
using FieldValues = QMap<QString, QString>;

struct Draft {
    QString id;        ///< random; empty until stored
    QString reception; ///< 受付番号
    QString procedure;
    int procedureVersion = 1;
    QString owner; ///< operator id; changes when handed over
    FieldValues values;
    qint64 revision = 0; ///< grows with every save; guards against overwriting somebody else's change
    QDateTime createdAt;
    QDateTime changedAt;
    QString handedOverBy; ///< operator id; empty unless it came from a colleague

    bool operator==(const Draft&) const = default;
};

/// A visit that work belongs to (受付).
struct Reception {
    QString number;  ///< such as "20261121-0007"
    QString purpose; ///< id of one of resources/procedures/purposes.json
    QString openedBy;
    QDateTime openedAt;
};

} // namespace madoguchi
