// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/typedfields.h"

#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"

namespace madoguchi {

TypedFields::TypedFields(const QWidget& form) : m_form(form) {
    const QList<FieldRow*> rows = form.findChildren<FieldRow*>();
    for (const FieldRow* row : rows)
        connect(row->editor(), &FieldEditor::edited, this, [this, row] { m_typed.insert(row); });
}

QStringList TypedFields::labels() const {
    QStringList labels;
    const QList<FieldRow*> rows = m_form.findChildren<FieldRow*>();
    for (const FieldRow* row : rows) {
        if (m_typed.contains(row))
            labels += row->label();
    }
    return labels;
}

} // namespace madoguchi
