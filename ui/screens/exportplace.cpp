// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/exportplace.h"

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

} // namespace madoguchi
