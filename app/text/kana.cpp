// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/kana.h"

#include "app/text/graphemes.h"

namespace madoguchi {

namespace {

constexpr QChar voicedMark = u'\u3099';     // combining ゛
constexpr QChar semiVoicedMark = u'\u309A'; // combining ゜

// U+FF65..FF9D in order.
constexpr QStringView halfWidthKana = u"・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニ"
                                      u"ヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

constexpr QStringView voiceable = u"カキクケコサシスセソタチツテトハヒフヘホヽ";
constexpr QStringView smallKana = u"ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
constexpr QStringView largeKana = u"アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ";
static_assert(smallKana.size() == largeKana.size());

bool isKatakanaLetter(QChar character) {
    return (character >= u'ァ' && character <= u'ヺ') || (character >= u'ㇰ' && character <= u'ㇿ');
}

QChar katakana(QChar character) {
    if ((character >= u'ぁ' && character <= u'ゖ') || character == u'ゝ' || character == u'ゞ')
        return QChar(character.unicode() + 0x60);
    if (character >= u'･' && character <= u'ﾝ')
        return halfWidthKana[character.unicode() - 0xFF65];
    if (character == u'ﾞ')
        return voicedMark;
    if (character == u'ﾟ')
        return semiVoicedMark;
    return character == u' ' ? QChar(u'\u3000') : character;
}

/// The one character for a kana with ゛, or null when Unicode has none.
QChar voiced(QChar base) {
    switch (base.unicode()) {
    case u'ウ':
        return u'ヴ';
    case u'ワ':
        return u'ヷ';
    case u'ヰ':
        return u'ヸ';
    case u'ヱ':
        return u'ヹ';
    case u'ヲ':
        return u'ヺ';
    }
    return voiceable.contains(base) ? QChar(base.unicode() + 1) : QChar();
}

/// The one character for a kana with ゜, or null: カ゚ has none and stays two code points.
QChar semiVoiced(QChar base) {
    return QStringView(u"ハヒフヘホ").contains(base) ? QChar(base.unicode() + 2) : QChar();
}

/// Joins a mark to the kana before it; a mark with nothing to stand on becomes the spacing one.
void appendMark(QString& text, QChar mark) {
    const QChar base = text.isEmpty() ? QChar() : text.back();
    const QChar joined = mark == voicedMark ? voiced(base) : semiVoiced(base);
    if (!joined.isNull()) {
        text.back() = joined;
    } else if (isKatakanaLetter(base)) {
        text.append(mark);
    } else {
        text.append(mark == voicedMark ? QChar(u'゛') : QChar(u'゜'));
    }
}

bool isMark(QChar character) {
    return character == voicedMark || character == semiVoicedMark;
}

bool mayStandInReading(QChar character, QChar before) {
    if (isMark(character))
        return isKatakanaLetter(before);
    return isKatakanaLetter(character) || QStringView(u"ー・ヽヾ\u3000").contains(character);
}

} // namespace

QString toKatakana(const QString& text) {
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        const QChar converted = katakana(character);
        if (isMark(converted)) {
            appendMark(result, converted);
        } else {
            result.append(converted);
        }
    }
    return result;
}

std::optional<QString> firstNonReadingCharacter(const QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!mayStandInReading(text[i], i > 0 ? text[i - 1] : QChar()))
            return text.mid(i, nextCharacterEnd(text, i) - i);
    }
    return std::nullopt;
}

bool isReading(const QString& text) {
    return !text.isEmpty() && !firstNonReadingCharacter(text);
}

QString readingSearchKey(const QString& reading) {
    QString key;
    for (const QChar character : toKatakana(reading)) {
        if (character.isSpace() || character == u'・')
            continue;
        const qsizetype small = smallKana.indexOf(character);
        key.append(small < 0 ? character : largeKana[small]);
    }
    return key;
}

} // namespace madoguchi
