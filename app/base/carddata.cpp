// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/carddata.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

// Qt's macro declares functions of the global namespace, so it can't stand inside ours.
static void initCardResources() {
    Q_INIT_RESOURCE(cards);
}

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

QMap<QString, QJsonObject> cardKindData() {
    initCardResources();
    QMap<QString, QJsonObject> kinds;
    for (const QFileInfo& file : QDir(u":/cards"_s).entryInfoList())
        kinds.insert(file.completeBaseName(), objectIn(file.filePath()));
    return kinds;
}

QJsonObject readerData() {
    initCardResources();
    return objectIn(u":/readers.json"_s);
}

} // namespace madoguchi
