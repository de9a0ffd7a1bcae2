// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/procedures/procedurecatalogue.h"

#include <QDir>
#include <QFile>

namespace madoguchi {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1 << 20;

Result<Procedure> readProcedure(const QFileInfo& info) {
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, info.fileName());
    if (file.size() > largestFile)
        return fail(ErrorCode::InputTooLarge, info.fileName());
    Result<Procedure> procedure = parseProcedure(file.readAll());
    if (!procedure)
        return fail(procedure.error().code, info.fileName() + u' ' + procedure.error().detail);
    if (procedure->id != info.completeBaseName())
        return fail(ErrorCode::ProcedureMalformed, info.fileName() + u" $.id: not the file's name"_s);
    return procedure;
}

} // namespace

Result<ProcedureCatalogue> ProcedureCatalogue::load(const QString& folder) {
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return fail(ErrorCode::FileMissing, folder);
    ProcedureCatalogue catalogue;
    for (const QFileInfo& file : files) {
        Result<Procedure> procedure = readProcedure(file);
        if (!procedure)
            return fail(procedure.error());
        catalogue.m_procedures.append(std::move(*procedure));
    }
    return catalogue;
}

const Procedure* ProcedureCatalogue::procedure(const QString& id) const {
    for (const Procedure& procedure : m_procedures) {
        if (procedure.id == id)
            return &procedure;
    }
    return nullptr;
}

} // namespace madoguchi
