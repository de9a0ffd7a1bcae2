// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A field for a PIN with its label, supporting text and what is wrong, as FieldRow has them for other fields.
// Main thread.
#pragma once

#include "app/actions/actionid.h"
#include "ui/widgets/pinfield.h"

#include <QWidget>

class QLabel;

namespace madoguchi {

class PinRow final : public QWidget {
    Q_OBJECT
public:
    /// `action`: under which the field's use is recorded.
    PinRow(ActionId action, const QString& label, const QString& hint = {}, SecretKind kind = SecretKind::Pin,
           QWidget* parent = nullptr);

    PinField* field() const { return m_field; }
    /// Translated; empty takes the error away.
    void setProblem(const QString& problem);
    QString problem() const { return m_problem; }

private:
    QString m_problem;
    PinField* m_field;
    QWidget* m_line;
    QLabel* m_text;
};

} // namespace madoguchi
