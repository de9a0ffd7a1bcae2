// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/actionbutton.h"

#include "ui/widgets/action.h"

#include <QKeyEvent>

namespace madoguchi {

ActionButton::ActionButton(ActionId id, ButtonKind kind, QWidget* parent)
    : ActionButton(id, actionText(id), kind, parent) {}

ActionButton::ActionButton(ActionId id, const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent), m_id(id), m_kind(kind) {
    setAction(this, id);
    theme::setButtonKind(this, kind);
    setAccessibleName(text);
    setAutoDefault(false);
}

void ActionButton::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat() && event->modifiers().testFlag(Qt::ShiftModifier) == false) {
        click();
    } else if (enter && !event->isAutoRepeat()) {
        focusNextPrevChild(false);
    } else {
        QPushButton::keyPressEvent(event);
    }
}

} // namespace madoguchi
