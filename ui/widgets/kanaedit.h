// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The reading of a name: hiragana and half-width kana become full-width katakana when the field is left, not
// per key, so that the input method is never disturbed. Main thread.
#pragma once

#include "ui/widgets/linefield.h"

namespace madoguchi {

class KanaEdit final : public LineField {
    Q_OBJECT
public:
    explicit KanaEdit(int maximumLength = 0, QWidget* parent = nullptr);
    /// Always in full-width katakana, also before the field was left.
    QString value() const override;

    /// Takes over what was caught while the name was typed, unless the operator has filled in something else.
    /// Emits edited() when the value changed.
    void offerReading(const QString& katakana);

private:
    void convert();
    QString m_offered; ///< what the last offerReading() put here
};

} // namespace madoguchi
