// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/phone.h"

#include "app/text/width.h"

#include <QRegularExpression>

namespace madoguchi {

using namespace Qt::StringLiterals;

std::optional<QString> readPhoneNumber(const QString& typed) {
    static const QRegularExpression separators(u"[()\\s\\-]+"_s);
    static const QRegularExpression outerHyphens(u"^-|-$"_s);
    const QString number = toHalfWidth(typed).replace(separators, u"-"_s).remove(outerHyphens);
    return isPhoneNumber(number) ? std::optional(number) : std::nullopt;
}

bool isPhoneNumber(const QString& text) {
    static const QRegularExpression hyphenated(u"^[0-9]+(-[0-9]+)*\\z"_s);
    static const QRegularExpression shape(u"^(0[1-9][0-9]{8}|0[1-9]0[0-9]{8})\\z"_s);
    return hyphenated.match(text).hasMatch() && shape.match(QString(text).remove(u'-')).hasMatch();
}

} // namespace madoguchi
