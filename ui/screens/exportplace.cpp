// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/exportplace.h"

#include "app/storage/exportfile.h"
#include "app/workstation.h"

#include <QDir>

namespace madoguchi {

using namespace Qt::StringLiterals;

Result<QString> exportPath(const QString& kind, const QString& ending, const Clock& clock) {
    const QDir folder(QDir::homePath() + u"/madoguchi-export"_s);
    if (!folder.mkpath(u"."_s))
        return fail(ErrorCode::FileUnwritable, folder.path());
    const QString time = clock.now().toLocalTime().toString(u"yyyyMMdd-HHmmss"_s);
    return folder.filePath(u"madoguchi-%1-%2.%3"_s.arg(kind, time, ending));
}

Result<ExportedFile> exportFile(const ScreenContext& context, ActionCall call, const ExportName& name,
                                const std::function<Result<int>(QIODevice&)>& write) {
    const Result<QString> path = exportPath(name.kind, name.ending, context.station.clock());
    if (!path)
        return fail(path.error());
    call.details.insert(u"format"_s, name.ending);
    const auto make = [&]() -> Result<ExportedFile> {
        ExportedFile file{QDir::toNativeSeparators(*path)};
        const Result<> written = writeExportFile(*path, [&](QIODevice& out) -> Result<> {
            const Result<int> records = write(out);
            file.records = records.value_or(0);
            return records ? Result<>() : fail(records.error());
        });
        return written ? Result<ExportedFile>(file) : fail(written.error());
    };
    return context.actions.run(call, &context.session, make, [](const ExportedFile& file) {
        return QMap<QString, QString>{{u"records"_s, QString::number(file.records)}};
    });
}

} // namespace madoguchi
