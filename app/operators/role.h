// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The five kinds of people who log in. A value; any thread.
#pragma once

#include <QMetaObject>

namespace madoguchi {
Q_NAMESPACE

enum class Role {
    Operator,            ///< 窓口操作者
    CardAdministrator,   ///< 操作者カード管理者
    Supervisor,          ///< 共同利用端末管理者
    Auditor,             ///< 監査者
    SystemAdministrator, ///< システム管理者
};
Q_ENUM_NS(Role)

} // namespace madoguchi
