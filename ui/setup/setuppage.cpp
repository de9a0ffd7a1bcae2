// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/setup/setuppage.h"

#include "ui/screens/pageparts.h"
#include "ui/widgets/fieldeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/pinfield.h"

#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi {

SetupPage::SetupPage(QWidget* parent) : QWidget(parent), m_column(pageparts::column(this)) {}

void SetupPage::explain(const QString& text) {
    m_column->addWidget(pageparts::text(text));
}

FieldRow* SetupPage::add(const QString& id, FieldEditor* editor, const QString& label, const QString& hint) {
    editor->setObjectName(id);
    auto* row = new FieldRow({.label = label, .hint = hint, .required = true}, editor);
    m_column->addWidget(row);
    connect(editor, &FieldEditor::edited, row, [row] { row->setProblem({}); });
    return row;
}

void SetupPage::chain(PinField* field, PinField* next) {
    connect(field, &PinField::submitted, this, [this, next] {
        if (next != nullptr && next->isVisibleTo(this)) {
            next->setFocus(Qt::TabFocusReason);
        } else {
            Q_EMIT completed();
        }
    });
}

void SetupPage::require(FieldRow* row, bool right, const QString& problem) {
    row->setProblem(right ? QString() : problem);
    if (!right)
        noteWrong(row->editor());
}

void SetupPage::noteWrong(QWidget* field) {
    if (m_firstWrong == nullptr)
        m_firstWrong = field;
}

bool SetupPage::endCheck() {
    if (m_firstWrong != nullptr)
        m_firstWrong->setFocus(Qt::OtherFocusReason);
    return m_firstWrong == nullptr;
}

} // namespace madoguchi
