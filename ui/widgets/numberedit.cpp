// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/numberedit.h"

#include "app/text/width.h"
#include "ui/widgets/lineedit.h"

#include <algorithm>

namespace madoguchi {

NumberEdit::NumberEdit(QWidget* parent) : LineField(0, 100, parent) {
    line()->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhPreferLatin);
    line()->setAlignment(Qt::AlignRight);
}

QString NumberEdit::value() const {
    const QString number = toHalfWidth(line()->text());
    const bool digits = std::all_of(number.cbegin(), number.cend(),
                                    [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    return digits ? number : line()->text();
}

} // namespace madoguchi
