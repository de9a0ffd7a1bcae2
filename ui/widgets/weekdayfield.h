// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Days of the week to tick, from Monday to Sunday. Main thread.
#pragma once

#include "ui/widgets/fieldeditor.h"

class QCheckBox;

namespace madoguchi {

class WeekdayField final : public FieldEditor {
    Q_OBJECT
public:
    explicit WeekdayField(QWidget* parent = nullptr);
    /// The days that are ticked as digits, 1 for Monday: "12345"; empty for none.
    QString value() const override;
    void setValue(const QString& value) override;
    void setAccessibleTexts(const QString& name, const QString& description) override;

private:
    QList<QCheckBox*> m_days;
};

} // namespace madoguchi
