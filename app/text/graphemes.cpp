// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/graphemes.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace madoguchi {

namespace {

QTextBoundaryFinder finderAt(const QString& text, qsizetype position) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(std::clamp<qsizetype>(position, 0, text.size()));
    return finder;
}

/// The cursor itself, or the end of the character that it stands in.
qsizetype boundaryAtOrAfter(const QString& text, qsizetype cursor) {
    QTextBoundaryFinder finder = finderAt(text, cursor);
    return finder.isAtBoundary() || text.isEmpty() ? finder.position() : finder.toNextBoundary();
}

} // namespace

qsizetype characterCount(const QString& text) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    while (finder.toNextBoundary() > 0)
        ++count;
    return count;
}

QString firstCharacters(const QString& text, qsizetype count) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype i = 0; i < count && end < text.size(); ++i)
        end = finder.toNextBoundary();
    return text.left(end);
}

qsizetype previousCharacterStart(const QString& text, qsizetype cursor) {
    const qsizetype boundary = boundaryAtOrAfter(text, cursor);
    return boundary == 0 ? 0 : finderAt(text, boundary).toPreviousBoundary();
}

qsizetype nextCharacterEnd(const QString& text, qsizetype cursor) {
    if (cursor >= text.size())
        return text.size();
    return finderAt(text, cursor).toNextBoundary();
}

bool isVariationSelector(char32_t character) {
    return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

} // namespace madoguchi
