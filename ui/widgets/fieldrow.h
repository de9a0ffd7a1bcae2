// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A field with all that belongs to it, in this order: label and ※必須, supporting text, the field, what is
// wrong. Main thread.
#pragma once

#include <QWidget>

class QLabel;

namespace madoguchi {

class FieldEditor;

class FieldRow final : public QWidget {
    Q_OBJECT
public:
    struct Texts {
        QString label;
        QString hint = {};
        bool required = false;
        bool labelShown = true; ///< false where the editor says the label itself, as a box to tick does
    };
    /// Takes the editor into the row.
    FieldRow(Texts texts, FieldEditor* editor, QWidget* parent = nullptr);

    FieldEditor* editor() const { return m_editor; }
    const QString& label() const { return m_texts.label; }
    /// Translated; empty takes the error away.
    void setProblem(const QString& problem);
    QString problem() const { return m_problem; }

private:
    QWidget* makeLabels();
    static QWidget* makeRequired();
    QLayout* makeControls();
    void describe();
    Texts m_texts;
    QString m_problem;
    FieldEditor* m_editor;
    QWidget* m_problemLine;
    QLabel* m_problemText;
};

} // namespace madoguchi
