// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storage/exportfile.h"

#include <QSaveFile>

namespace madoguchi {

Result<> writeExportFile(const QString& path, const std::function<Result<>(QIODevice&)>& write) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(ErrorCode::FileUnwritable, file.errorString());
    if (Result<> written = write(file); !written)
        return written;
    return file.commit() ? Result<>() : fail(ErrorCode::FileUnwritable, file.errorString());
}

} // namespace madoguchi
