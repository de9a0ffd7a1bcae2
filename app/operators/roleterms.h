// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What somebody may do, when and where, and her name: the part of an operator that a card administrator may
// change. A value; any thread.
#pragma once

#include "app/base/result.h"
#include "app/operators/operator.h"

#include <QMap>

namespace madoguchi {

struct RoleTerms {
    Role role = Role::Operator;
    QDate validFrom = {};
    QDate validTo = {};
    std::optional<WorkingHours> hours = {};
    QStringList terminals = {};
    QString name = {}; ///< also another one, as after a marriage
    QString kana = {};

    bool operator==(const RoleTerms&) const = default;
};

RoleTerms termsOf(const Operator& person);
Operator withTerms(Operator person, const RoleTerms& terms);

/// The days of WorkingHours::weekdays as digits, 1 for Monday: "12345".
QString weekdayDigits(int weekdays);
/// The other way round; `digits` from 1 to 7.
int weekdaysFrom(const QString& digits);

/// Whether these terms can follow `former`. Errors: InputInvalid, the detail is the name of the field as in
/// changesOf(): role-from (after role-until), role-until (passed already, unless it was so before), hours
/// (impossible ones), weekdays (none), terminals (a name that none can have), name or kana (empty).
Result<> checkTerms(const RoleTerms& terms, const RoleTerms& former, QDate today);

/// For the record: the new values of what differs, by name of the field; empty where a limit was taken away,
/// "true" for name and kana, which are not told.
QMap<QString, QString> changesOf(const RoleTerms& terms, const RoleTerms& former);

} // namespace madoguchi
