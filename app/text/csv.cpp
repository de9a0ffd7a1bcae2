// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/csv.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

QByteArray csvCell(QString text) {
    static const QString FormulaStarts = u"=+-@\t\r"_s;
    if (!text.isEmpty() && FormulaStarts.contains(text.front()))
        text.prepend(u'\'');
    const bool quoted =
        text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r');
    if (!quoted)
        return text.toUtf8();
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QByteArray csvLine(const QStringList& cells) {
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += (i == 0 ? QByteArray() : QByteArray(",")) + csvCell(cells.at(i));
    return line + "\r\n";
}

} // namespace madoguchi
