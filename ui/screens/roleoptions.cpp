// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/roleoptions.h"

#include "ui/roletext.h"

#include <QMetaEnum>

namespace madoguchi {

QList<FieldOption> roleOptions() {
    QList<FieldOption> options;
    for (const Role role : {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::Auditor,
                            Role::SystemAdministrator})
        options.append({roleKey(role), roleText(role)});
    return options;
}

QString roleKey(Role role) {
    return QString::fromLatin1(QMetaEnum::fromType<Role>().valueToKey(static_cast<int>(role)));
}

std::optional<Role> roleFromKey(const QString& key) {
    bool known = false;
    const int role = QMetaEnum::fromType<Role>().keyToValue(key.toLatin1().constData(), &known);
    return known ? std::optional(static_cast<Role>(role)) : std::nullopt;
}

} // namespace madoguchi
