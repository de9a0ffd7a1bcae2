// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/checkfield.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace madoguchi {

using namespace Qt::StringLiterals;

CheckField::CheckField(const QString& words, QWidget* parent)
    : FieldEditor(parent), m_box(new QCheckBox(words)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addStretch();
    adopt(m_box);
    connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
}

QString CheckField::value() const {
    return m_box->isChecked() ? u"yes"_s : QString();
}

void CheckField::setValue(const QString& value) {
    m_box->setChecked(value == u"yes");
}

} // namespace madoguchi
