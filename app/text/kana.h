// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Readings of names: kana in any form to full-width katakana, and the key that searches use. Pure; any
// thread.
#pragma once

#include <QString>

#include <optional>

namespace madoguchi {

/// Full-width katakana from hiragana and half-width kana, with ﾞ and ﾟ joined; a space becomes the full-width
/// one. Small kana stay small (キョウコ and キヨウコ are two names) and everything else stays as it is,
/// variation selectors too.
QString toKatakana(const QString& text);

/// The first character that a registered reading may not hold, or nothing. Allowed: full-width katakana, ー,
/// ヽ, ヾ, ・, the full-width space, and the combining ゙ and ゚ after a katakana.
std::optional<QString> firstNonReadingCharacter(const QString& text);

/// True when the text is not empty and firstNonReadingCharacter() finds nothing.
bool isReading(const QString& text);

/// What readings are searched by, beside the original and never in its place: katakana with small kana made
/// large, no spaces and no ・. Voicing marks count (ハ is not パ). A reading's beginning has the beginning of
/// its key, so a search by prefix works on keys.
QString readingSearchKey(const QString& reading);

} // namespace madoguchi
