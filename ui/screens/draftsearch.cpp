// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/draftsearch.h"

#include "app/text/eras.h"
#include "app/text/kana.h"
#include "app/text/width.h"

#include <QRegularExpression>

#include <algorithm>

namespace madoguchi {
namespace {

using namespace Qt::StringLiterals;

constexpr int NumberWidth = 4;

/// 20261121-0007, also without the hyphen; 7 or 0007 is today's. Empty: no reception number.
QString receptionNumber(const QString& text, QDate today) {
    static const QRegularExpression whole(u"^(\\d{8})-?(\\d{4})$"_s);
    static const QRegularExpression ofToday(u"^-?(\\d{1,4})$"_s);
    if (const auto match = whole.match(text); match.hasMatch())
        return match.captured(1) + u'-' + match.captured(2);
    if (const auto match = ofToday.match(text); match.hasMatch())
        return today.toString(u"yyyyMMdd-"_s) + match.captured(1).rightJustified(NumberWidth, u'0');
    return {};
}

bool hasDigit(const QString& text) {
    return std::ranges::any_of(text, [](QChar character) { return character.isDigit(); });
}

} // namespace

QList<DraftQuery> draftQueries(const QString& typed, QDate today) {
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (const QString number = receptionNumber(toHalfWidth(text), today); !number.isEmpty())
        return {{.kana = {}, .name = {}, .birth = {}, .reception = number}};

    QList<DraftQuery> queries;
    const auto addBirth = [&queries](QDate day) {
        queries.append({.kana = {}, .name = {}, .birth = day.toString(Qt::ISODate), .reception = {}});
    };
    const DateReading date = readDate(text, today, EraGuess::Refuse);
    if (date) {
        addBirth(*date);
        return queries;
    }
    for (const QDate& day : date.error().suggestions)
        addBirth(day);
    if (!queries.isEmpty() || hasDigit(text))
        return queries;

    if (isReading(toKatakana(text)))
        queries.append({.kana = text, .name = {}, .birth = {}, .reception = {}});
    queries.append({.kana = {}, .name = text, .birth = {}, .reception = {}});
    return queries;
}

QString queryKinds(const QList<DraftQuery>& queries) {
    QStringList kinds;
    const auto add = [&kinds](const QString& part, const QString& kind) {
        if (!part.isEmpty() && !kinds.contains(kind))
            kinds.append(kind);
    };
    for (const DraftQuery& query : queries) {
        add(query.kana, u"kana"_s);
        add(query.name, u"name"_s);
        add(query.birth, u"birth"_s);
        add(query.reception, u"reception"_s);
    }
    return kinds.join(u',');
}

} // namespace madoguchi
