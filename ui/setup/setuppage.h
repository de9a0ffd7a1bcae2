// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One page of the set-up: a step that asks for something, or says how it went. GUI thread.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace madoguchi {

class FieldEditor;
class FieldRow;
class PinField;

class SetupPage : public QWidget {
    Q_OBJECT
public:
    explicit SetupPage(QWidget* parent = nullptr);

    virtual QString title() const = 0;
    virtual void takeKeyboard() = 0;
    /// Whether the step can be done with what was entered; else it is said beside the fields, and the first
    /// wrong one has the keyboard.
    virtual bool check() { return true; }
    /// While the step is done nothing can be entered.
    virtual void setBusy(bool busy) { setEnabled(!busy); }

Q_SIGNALS:
    /// Enter in the last field.
    void completed();

protected:
    QVBoxLayout* column() const { return m_column; }
    /// A paragraph that explains.
    void explain(const QString& text);
    FieldRow* add(const QString& id, FieldEditor* editor, const QString& label, const QString& hint = {});
    /// Enter goes from one to the next, and from the last on to the next page.
    void chain(PinField* field, PinField* next);

    /// Begins a check().
    void beginCheck() { m_firstWrong = nullptr; }
    /// Says `problem` beside the field when it is wrong, and takes it away otherwise.
    void require(FieldRow* row, bool right, const QString& problem);
    void noteWrong(QWidget* field);
    /// Ends it.
    bool endCheck();

private:
    QVBoxLayout* m_column;
    QWidget* m_firstWrong = nullptr;
};

} // namespace madoguchi
