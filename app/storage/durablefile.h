// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Small files: replaced so that after a power cut they hold either the old or the new content, whole, and
// read with a limit. Any thread; no two writers at once for one path.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace madoguchi {

/// Who besides its owner may read a new file.
enum class FileReaders {
    Owner,                           ///< mode 0600
    Everybody,                       ///< mode 0644
    OwnerIfTheMediumKnowsPermissions ///< mode 0600, or what a medium gives that knows none (FAT)
};

/// Writes a temporary file beside it, syncs, renames over `path` and syncs the folder.
/// Errors: FileUnwritable, DiskFull; `path` then still has its old content.
Result<> writeDurably(const QString& path, const QByteArray& content,
                      FileReaders readers = FileReaders::Owner);

/// The whole of a file of at most `largest` bytes, which may come from a stranger's medium.
/// Errors: FileMissing; FileUnreadable, also for a larger one and for what is no file.
Result<QByteArray> contentOfFile(const QString& path, qint64 largest = 1024LL * 1024);

/// Syncs the folder that `path` is in, so that creating or removing it survives a power cut.
Result<> syncFolderOf(const QString& path);

} // namespace madoguchi
