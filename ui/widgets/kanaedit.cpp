// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/kanaedit.h"

#include "app/text/kana.h"
#include "ui/widgets/lineedit.h"

namespace madoguchi {

KanaEdit::KanaEdit(int maximumLength, QWidget* parent) : LineField(maximumLength, 0, parent) {
    connect(this, &FieldEditor::left, this, &KanaEdit::convert);
}

QString KanaEdit::value() const {
    return toKatakana(line()->text());
}

void KanaEdit::offerReading(const QString& katakana) {
    if (!line()->text().isEmpty() && line()->text() != m_offered)
        return;
    if (line()->text() == katakana)
        return;
    m_offered = katakana;
    line()->setText(katakana);
    Q_EMIT edited();
}

void KanaEdit::convert() {
    const QString katakana = toKatakana(line()->text());
    if (katakana != line()->text())
        line()->setText(katakana);
}

} // namespace madoguchi
