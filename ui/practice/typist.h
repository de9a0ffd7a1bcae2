// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Types like a person: key presses and committed input-method text go to the widget that has the focus. For
// the tour. GUI thread.
#pragma once

#include <QString>

class QWidget;

namespace madoguchi {

class Typist {
public:
    /// Falls back to `window` when nothing in it has the focus.
    explicit Typist(QWidget& window);

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void press(Qt::Key key, int times) const;
    /// What is typed next takes the place of what is in the field.
    void selectAll() const;
    /// ASCII as key presses.
    void type(const QString& text) const;
    /// Converted by an input method: `reading` is seen as preedit first, then `text` is committed.
    void compose(const QString& reading, const QString& text) const;

private:
    QWidget* target() const;
    QWidget& m_window;
};

} // namespace madoguchi
