// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A member of staff who may log in (操作者). A value; any thread.
#pragma once

#include "app/operators/role.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace madoguchi {

enum class OperatorStatus {
    Active = 0,
    Suspended = 1,
};

/// When work is allowed, in local time. `from` later than `to` reaches over midnight.
struct WorkingHours {
    int fromMinute = 0;        ///< minutes since midnight, the first one allowed
    int toMinute = 24 * 60;    ///< the first one no longer allowed
    int weekdays = 0b111'1111; ///< bit 0 is Monday, bit 6 Sunday

    bool operator==(const WorkingHours&) const = default;
};

struct Operator {
    QString id; ///< in the log and on papers, such as "op01"; never changes
    QString name;
    QString kana;
    Role role = Role::Operator;
    OperatorStatus status = OperatorStatus::Active;
    QDate validFrom;                   ///< first day of the role; null: from ever
    QDate validTo;                     ///< last day of the role; null: for ever
    std::optional<WorkingHours> hours; ///< none: always
    QStringList terminals;             ///< names of the terminals allowed; empty: all

    bool operator==(const Operator&) const = default;
};

} // namespace madoguchi
