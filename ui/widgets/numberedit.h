// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A whole number, typed in any width. Main thread.
#pragma once

#include "ui/widgets/linefield.h"

namespace madoguchi {

class NumberEdit final : public LineField {
    Q_OBJECT
public:
    explicit NumberEdit(QWidget* parent = nullptr);
    /// Half-width digits, or the text when it is no number.
    QString value() const override;
};

} // namespace madoguchi
