// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Text measured and cut by what a reader calls a character (a grapheme cluster of UAX #29): 葛 with a
// variation selector, 𠮷 and か゚ are one each. Qt's own widgets count UTF-16 units and cut through them. Pure;
// any thread.
#pragma once

#include <QString>

namespace madoguchi {

/// Characters as a reader counts them.
qsizetype characterCount(const QString& text);

/// At most the first `count` characters, whole.
QString firstCharacters(const QString& text, qsizetype count);

/// Where the character left of `cursor` begins; 0 at the start. A cursor inside a character counts as after
/// it.
qsizetype previousCharacterStart(const QString& text, qsizetype cursor);

/// Where the character right of `cursor` ends; the text's length at the end.
qsizetype nextCharacterEnd(const QString& text, qsizetype cursor);

/// True for U+FE00..FE0F and U+E0100..E01EF.
bool isVariationSelector(char32_t character);

} // namespace madoguchi
