// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A postal code: seven digits in any width, with or without a hyphen. F5 asks for its address. Main thread.
#pragma once

#include "ui/widgets/linefield.h"

namespace madoguchi {

class PostalEdit final : public LineField {
    Q_OBJECT
public:
    explicit PostalEdit(QWidget* parent = nullptr);
    /// Seven digits, or the text when it is no postal code.
    QString value() const override;
    void setValue(const QString& value) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// F5 was pressed here and no function-key bar took it.
    void lookUpRequested();
};

} // namespace madoguchi
