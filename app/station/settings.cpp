// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/station/settings.h"

#include "app/storage/statement.h"

#include <QJsonDocument>

namespace madoguchi {

using namespace Qt::StringLiterals;

Result<std::optional<QJsonObject>> readSetting(Database& database, const QString& name) {
    Result<Statement> statement = database.prepare("SELECT value FROM setting WHERE name = ?1");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, name);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<QJsonObject>();
    const QJsonDocument document = QJsonDocument::fromJson(statement->text(0).toUtf8());
    if (!document.isObject())
        return fail(ErrorCode::DatabaseCorrupt, u"setting "_s + name);
    return std::optional(document.object());
}

Result<> writeSetting(Database& database, const QString& name, const QJsonObject& value) {
    Result<Statement> statement =
        database.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)");
    if (!statement)
        return fail(statement.error());
    const QString json = QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
    return statement->bind(1, name).bind(2, json).run();
}

} // namespace madoguchi
