// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/rightsreview.h"

#include "app/station/settings.h"

#include <QJsonObject>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

const QString Setting = u"rightsReview"_s;

} // namespace

Result<std::optional<RightsReview>> lastRightsReview(const Session& session, Database& database) {
    if (const Result<> permitted = session.require(Permission::ReviewRights); !permitted)
        return fail(permitted.error());
    const Result<std::optional<QJsonObject>> setting = readSetting(database, Setting);
    if (!setting)
        return fail(setting.error());
    if (!*setting)
        return std::nullopt;
    const RightsReview last{QDateTime::fromString((**setting)[u"at"_s].toString(), Qt::ISODateWithMs),
                            (**setting)[u"by"_s].toString()};
    return last.at.isValid() ? Result<std::optional<RightsReview>>(last)
                             : fail(ErrorCode::DatabaseCorrupt, u"the review of rights"_s);
}

Result<> noteRightsReview(const Session& session, Database& database, const QDateTime& now) {
    if (Result<> permitted = session.require(Permission::ReviewRights); !permitted)
        return permitted;
    return writeSetting(
        database, Setting,
        {{u"at"_s, now.toUTC().toString(Qt::ISODateWithMs)}, {u"by"_s, session.facts().operatorId}});
}

QDate rightsReviewDue(const std::optional<RightsReview>& last, const QDateTime& stationMade,
                      const QDateTime& now) {
    const QDateTime since = last ? last->at : stationMade;
    return since > now ? now.toLocalTime().date() : since.toLocalTime().date().addDays(RightsReviewDays);
}

} // namespace madoguchi
