// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/fieldeditor.h"

#include "ui/themestyle.h"
#include "ui/widgets/action.h"
#include "ui/widgets/lineedit.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace madoguchi {

namespace {

bool staysInWindow(Qt::FocusReason reason) {
    return reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason &&
           reason != Qt::MenuBarFocusReason;
}

} // namespace

FieldEditor::FieldEditor(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &FieldEditor::edited, this, [this] { m_wasEdited = true; });
    connect(this, &FieldEditor::left, this, [this] {
        if (std::exchange(m_wasEdited, false))
            Q_EMIT editingEnded();
    });
}

int FieldEditor::cursorPosition() const {
    return 0;
}

void FieldEditor::setCursorPosition(int) {}

void FieldEditor::setInvalid(bool invalid) {
    for (QWidget* control : std::as_const(m_controls))
        theme::setInvalid(control, invalid);
}

void FieldEditor::setAccessibleTexts(const QString& name, const QString& description) {
    for (QWidget* control : std::as_const(m_controls)) {
        control->setAccessibleName(name);
        control->setAccessibleDescription(description);
    }
}

void FieldEditor::adopt(QWidget* control) {
    setAction(control, ActionId::FieldEdit);
    control->installEventFilter(this);
    if (m_controls.isEmpty())
        setFocusProxy(control);
    m_controls.append(control);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event) {
    auto* control = qobject_cast<QWidget*>(watched);
    if (control == nullptr)
        return false;
    if (event->type() == QEvent::FocusOut) {
        const bool inside = isAncestorOf(QApplication::focusWidget());
        if (!inside && staysInWindow(static_cast<QFocusEvent*>(event)->reason()))
            Q_EMIT left();
    } else if (event->type() == QEvent::FocusIn) {
        if (staysInWindow(static_cast<QFocusEvent*>(event)->reason()))
            Q_EMIT entered();
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            return handleEnter(control, key->modifiers().testFlag(Qt::ShiftModifier));
    }
    return false;
}

bool FieldEditor::handleEnter(QWidget* control, bool backwards) {
    const auto* line = qobject_cast<LineEdit*>(control);
    if (line != nullptr && line->isComposing())
        return false; // the line swallows it
    // From the last of several controls, such as radio buttons, Enter leaves the field, not one of them.
    QWidget* edge = backwards ? m_controls.constFirst() : m_controls.constLast();
    if (control != edge && isAncestorOf(edge))
        edge->setFocus(Qt::OtherFocusReason);
    focusNextPrevChild(!backwards);
    return true;
}

} // namespace madoguchi
