// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One of several options: up to five are radio buttons, side by side when short, more are a list that opens
// with F4. The digits choose, by place or, where the options are numbers, by value; the arrow keys move, Tab
// and Enter go on. Main thread.
#pragma once

#include "app/procedures/procedure.h"
#include "ui/widgets/fieldeditor.h"

class QAbstractItemView;
class QButtonGroup;
class QComboBox;

namespace madoguchi {

class ChoiceField final : public FieldEditor {
    Q_OBJECT
public:
    static constexpr qsizetype radioLimit = 5;

    /// `mostRadios`: more options than that stand in a list that opens; 0 where there is no room for more.
    explicit ChoiceField(QList<FieldOption> options, QWidget* parent = nullptr,
                         qsizetype mostRadios = radioLimit);
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
    bool filterOpenList(QEvent* event);
    int rowOfKey(int key) const; ///< -1: of no option
    QString labelWithDigit(qsizetype index) const;

    QList<FieldOption> m_options;
    QString m_value;
    QButtonGroup* m_radios = nullptr;
    QComboBox* m_list = nullptr;
    QAbstractItemView* m_view = nullptr; ///< of m_list
};

} // namespace madoguchi
