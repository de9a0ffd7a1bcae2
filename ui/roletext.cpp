// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/roletext.h"

#include <QCoreApplication>

namespace madoguchi {
namespace {

const char* sourceOf(Role role) {
    switch (role) {
    case Role::Operator:
        return QT_TRANSLATE_NOOP("RoleText", "Counter operator");
    case Role::CardAdministrator:
        return QT_TRANSLATE_NOOP("RoleText", "Card administrator");
    case Role::Supervisor:
        return QT_TRANSLATE_NOOP("RoleText", "Terminal supervisor");
    case Role::Auditor:
        return QT_TRANSLATE_NOOP("RoleText", "Auditor");
    case Role::SystemAdministrator:
        return QT_TRANSLATE_NOOP("RoleText", "System administrator");
    }
    Q_UNREACHABLE();
}

} // namespace

QString roleText(Role role) {
    return QCoreApplication::translate("RoleText", sourceOf(role));
}

} // namespace madoguchi
