// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where files that leave the program are put, and how. GUI thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "ui/screens/screen.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QIODevice)

namespace madoguchi {

/// One fixed place, made if it is not there: a dialog for files would let people rename and delete without a
/// record. "~/madoguchi-export/madoguchi-<kind>-20261121-140000.<ending>". Errors: FileUnwritable.
Result<QString> exportPath(const QString& kind, const QString& ending, const Clock& clock);

/// As exportPath() takes them.
struct ExportName {
    QString kind;
    QString ending;
};
struct ExportedFile {
    QString path; ///< as people write it on this system
    int records = 0;
};
/// Writes a new file as the action of `call`, on record with its ending and with how many records `write`
/// says there are. Errors: those of exportPath(), ActionRunner::run(), writeExportFile() and `write`.
Result<ExportedFile> exportFile(const ScreenContext& context, ActionCall call, const ExportName& name,
                                const std::function<Result<int>(QIODevice&)>& write);

} // namespace madoguchi
