// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A person's name, exactly as entered: counted by character, deleted by character, variation selectors kept,
// never normalised. Catches the reading from the input method (かつらぎ -> 葛城 gives カツラギ). Qt draws a
// variation sequence as its plain character, so the real shape of each is shown under the line. Main thread.
#pragma once

#include "ui/widgets/linefield.h"

namespace madoguchi {

class VariantHint;

class NameEdit final : public LineField {
    Q_OBJECT
public:
    explicit NameEdit(int maximumLength = 0, QWidget* parent = nullptr);
    void setValue(const QString& value) override;

Q_SIGNALS:
    /// The reading of all of the name so far, in katakana. Only while the name is typed from its beginning to
    /// its end; after a change in the middle nothing is caught until the field is empty again.
    void readingCaught(const QString& katakana);

private:
    void takeCommit(const QString& text, bool appended);
    void followText(const QString& text);
    VariantHint* m_hint;
    QString m_composed; ///< the last preedit that was all kana
    QString m_reading;
    qsizetype m_readLength = 0; ///< of the text that m_reading covers
    bool m_catching = true;
};

} // namespace madoguchi
