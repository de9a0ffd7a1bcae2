// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/width.h"

namespace madoguchi {

namespace {

constexpr QStringView hyphens = u"‐‑‒–—―−ーｰ";

QChar halfWidth(QChar character) {
    if (character >= u'！' && character <= u'～')
        return QChar(character.unicode() - 0xFEE0);
    if (character == u'\u3000')
        return u' ';
    return hyphens.contains(character) ? QChar(u'-') : character;
}

} // namespace

QString toHalfWidth(const QString& typed) {
    QString result = typed.trimmed();
    for (QChar& character : result)
        character = halfWidth(character);
    return result;
}

} // namespace madoguchi
