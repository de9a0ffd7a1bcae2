// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What every field of a form is: a value as text, a cursor that can be put back, and signals. Editors check
// nothing; whoever owns the form does that when a field is left. Tab and Enter go on, Shift+Enter goes back.
// Main thread.
#pragma once

#include <QList>
#include <QWidget>

namespace madoguchi {

class FieldEditor : public QWidget {
    Q_OBJECT
public:
    explicit FieldEditor(QWidget* parent = nullptr);

    /// What is stored; see FieldType. What can't be read in the field's form is given as typed, so that
    /// nothing is lost. Empty: not filled in.
    virtual QString value() const = 0;
    /// Shows a stored value. Does not emit edited().
    virtual void setValue(const QString& value) = 0;
    /// In UTF-16 units; 0 where there is no text to stand in.
    virtual int cursorPosition() const;
    /// A position past the end is the end.
    virtual void setCursorPosition(int position);

    /// The thick red line; the words are the FieldRow's.
    virtual void setInvalid(bool invalid);
    /// What screen readers say: the label, and the hint or error.
    virtual void setAccessibleTexts(const QString& name, const QString& description);
    /// The widgets that take the keyboard, in order. Each has an ActionId.
    const QList<QWidget*>& controls() const { return m_controls; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The value changed by the operator's hand.
    void edited();
    /// The keyboard went to another field; not when a popup or another window took it.
    void left();
    /// As left(), but only when the value was edited() since the keyboard came in.
    void editingEnded();
    /// The keyboard came in from another field.
    void entered();

protected:
    /// Makes `control` one of the controls(); the first one is the focus proxy.
    void adopt(QWidget* control);

private:
    bool handleEnter(QWidget* control, bool backwards);
    QList<QWidget*> m_controls;
    bool m_wasEdited = false;
};

} // namespace madoguchi
