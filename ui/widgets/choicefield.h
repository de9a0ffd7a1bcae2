// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One of several options: up to five are radio buttons, side by side when short, more are a list that opens
// with F4. The digits 1 to 9 choose, the arrow keys move, Tab and Enter go on. Main thread.
#pragma once

#include "app/procedures/procedure.h"
#include "ui/widgets/fieldeditor.h"

class QButtonGroup;
class QComboBox;

namespace madoguchi {

class ChoiceField final : public FieldEditor {
    Q_OBJECT
public:
    static constexpr qsizetype radioLimit = 5;

    explicit ChoiceField(QList<FieldOption> options, QWidget* parent = nullptr);
    /// The option's value; empty when nothing is chosen. A stored value that is no option is kept as it is.
    QString value() const override;
    void setValue(const QString& value) override;
    void setAccessibleTexts(const QString& name, const QString& description) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeRadioButtons();
    void makeList();
    void choose(int index);
    void show(int index);
    bool handleDigit(int key);

    QList<FieldOption> m_options;
    QString m_value;
    QButtonGroup* m_radios = nullptr;
    QComboBox* m_list = nullptr;
};

} // namespace madoguchi
