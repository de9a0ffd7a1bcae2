// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/announcement.h"

#include <QAccessible>
#include <QWidget>

namespace madoguchi {

void announce(QWidget& widget) {
    QAccessibleEvent event(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace madoguchi
