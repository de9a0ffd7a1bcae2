// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/purpose.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace madoguchi {

using namespace Qt::StringLiterals;

Result<QList<Purpose>> parsePurposes(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray() || document.array().isEmpty())
        return fail(ErrorCode::ProcedureMalformed, u"$: must be a list that is not empty"_s);
    QList<Purpose> purposes;
    QSet<QString> ids;
    const QJsonArray list = document.array();
    for (const QJsonValue value : list) {
        const QJsonObject from = value.toObject();
        Purpose purpose{from[u"id"_s].toString(), from[u"label"_s].toString(),
                        from[u"procedure"_s].toString()};
        const QString path = u"$[%1]"_s.arg(purposes.size());
        const qsizetype keys = purpose.procedure.isEmpty() ? 2 : 3;
        if (from.size() != keys || purpose.id.isEmpty() || purpose.label.isEmpty()) {
            return fail(ErrorCode::ProcedureMalformed,
                        path + u": must hold id and label, and procedure at most"_s);
        }
        if (ids.contains(purpose.id))
            return fail(ErrorCode::ProcedureMalformed, path + u".id: repeated"_s);
        ids.insert(purpose.id);
        purposes.append(std::move(purpose));
    }
    return purposes;
}

Result<QList<Purpose>> loadPurposes(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, path);
    return parsePurposes(file.readAll());
}

} // namespace madoguchi
