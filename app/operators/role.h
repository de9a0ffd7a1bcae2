// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The five kinds of people who log in. A value; any thread.
#pragma once

#include <QObject>

namespace madoguchi {
// A class around the enum, because Qt names the values of an enum only inside one.
class RoleNames {
    Q_GADGET
public:
    enum class Role {
        Operator,            ///< 窓口操作者
        CardAdministrator,   ///< 操作者カード管理者
        Supervisor,          ///< 共同利用端末管理者
        Auditor,             ///< 監査者
        SystemAdministrator, ///< システム管理者
    };
    Q_ENUM(Role)
};
using Role = RoleNames::Role;

} // namespace madoguchi
