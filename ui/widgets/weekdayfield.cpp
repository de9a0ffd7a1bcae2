// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/weekdayfield.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace madoguchi {

WeekdayField::WeekdayField(QWidget* parent) : FieldEditor(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::px(16));
    for (const QString& name :
         {tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")}) {
        auto* box = new QCheckBox(name);
        m_days.append(box);
        adopt(box);
        row->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }
    row->addStretch();
}

QString WeekdayField::value() const {
    QString days;
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        if (m_days.at(i)->isChecked())
            days += QString::number(i + 1);
    }
    return days;
}

void WeekdayField::setValue(const QString& value) {
    for (qsizetype i = 0; i < m_days.size(); ++i)
        m_days.at(i)->setChecked(value.contains(QString::number(i + 1)));
}

void WeekdayField::setAccessibleTexts(const QString& name, const QString& description) {
    for (QCheckBox* box : std::as_const(m_days)) {
        //: %1 is what is asked, %2 a day of the week
        box->setAccessibleName(tr("%1: %2").arg(name, box->text()));
        box->setAccessibleDescription(description);
    }
}

} // namespace madoguchi
