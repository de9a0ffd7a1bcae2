// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/stationfacts.h"

#include "app/station/settings.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 64;

bool isName(const QString& text) {
    return !text.trimmed().isEmpty() && text.size() <= LongestName;
}

} // namespace

Result<StationFacts> loadStationFacts(Database& database) {
    const Result<std::optional<QJsonObject>> stored = readSetting(database, u"station"_s);
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return fail(ErrorCode::StationMissing, u"the database was never set up"_s);
    const QJsonObject& json = **stored;
    return StationFacts{json[u"id"_s].toString(), json[u"office"_s].toString(),
                        json[u"terminal"_s].toString(),
                        QDateTime::fromString(json[u"madeAt"_s].toString(), Qt::ISODateWithMs),
                        json[u"authority"_s].toString().toLatin1()};
}

Result<StationFacts> viewStationFacts(const Session& session, Database& database) {
    if (const Result<> permitted = session.require(Permission::ViewStation); !permitted)
        return fail(permitted.error());
    return loadStationFacts(database);
}

Result<> checkStationNames(const QString& office, const QString& terminal) {
    if (!isName(office) || !isName(terminal))
        return fail(ErrorCode::InputInvalid, u"office and terminal need names of at most 64 characters"_s);
    return {};
}

Result<> storeStationFacts(Database& database, const StationFacts& facts) {
    if (Result<> named = checkStationNames(facts.office, facts.terminal); !named)
        return named;
    const Result<std::optional<QJsonObject>> stored = readSetting(database, u"station"_s);
    if (!stored)
        return fail(stored.error());
    if (*stored)
        return fail(ErrorCode::StationExists);
    return writeSetting(database, u"station"_s,
                        {{u"id"_s, facts.id},
                         {u"office"_s, facts.office},
                         {u"terminal"_s, facts.terminal},
                         {u"madeAt"_s, facts.madeAt.toUTC().toString(Qt::ISODateWithMs)},
                         {u"authority"_s, QString::fromLatin1(facts.authorityPem)}});
}

} // namespace madoguchi
