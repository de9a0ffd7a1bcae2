// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/action.h"

#include "app/actions/actioncatalogue.h"

#include <QCoreApplication>
#include <QVariant>

namespace madoguchi {

namespace {
constexpr auto actionProperty = "madoguchiAction";
}

void setAction(QObject* control, ActionId id) {
    control->setProperty(actionProperty, QVariant::fromValue(static_cast<int>(id)));
}

std::optional<ActionId> actionOf(const QObject* control) {
    const QVariant value = control->property(actionProperty);
    return value.isValid() ? std::optional(static_cast<ActionId>(value.toInt())) : std::nullopt;
}

QString actionText(ActionId id) {
    return QCoreApplication::translate("ActionCatalogue", actionEntry(id).text);
}

} // namespace madoguchi
