// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A box to tick; its words stand beside it. Main thread.
#pragma once

#include "ui/widgets/fieldeditor.h"

class QCheckBox;

namespace madoguchi {

class CheckField final : public FieldEditor {
    Q_OBJECT
public:
    explicit CheckField(const QString& words, QWidget* parent = nullptr);
    /// "yes" or empty.
    QString value() const override;
    void setValue(const QString& value) override;

private:
    QCheckBox* m_box;
};

} // namespace madoguchi
