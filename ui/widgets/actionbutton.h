// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The program's only push button: it always has an ActionId. Main thread.
#pragma once

#include "app/actions/actionid.h"
#include "ui/themestyle.h"

#include <QPushButton>

namespace madoguchi {

class ActionButton final : public QPushButton {
    Q_OBJECT
public:
    /// Text and accessible name from the ActionCatalogue. Never the default button of a window: Enter goes on
    /// to the next field, and nothing dangerous may wait under it.
    explicit ActionButton(ActionId id, ButtonKind kind = ButtonKind::Secondary, QWidget* parent = nullptr);
    /// With a text of its own, already translated.
    ActionButton(ActionId id, const QString& text, ButtonKind kind = ButtonKind::Secondary,
                 QWidget* parent = nullptr);

    ActionId actionId() const { return m_id; }
    ButtonKind kind() const { return m_kind; }

protected:
    /// Enter and Return press it, as Space does; Shift+Enter goes back, as in a field.
    void keyPressEvent(QKeyEvent* event) override;

private:
    ActionId m_id;
    ButtonKind m_kind;
};

} // namespace madoguchi
