// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A file that leaves the program: written as a whole or not at all, and only its user may read it. Any
// thread.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QIODevice)

namespace madoguchi {

/// Replaces `path` when `write` succeeded; leaves it as it was otherwise. Errors: FileUnwritable, those of
/// `write`.
Result<> writeExportFile(const QString& path, const std::function<Result<>(QIODevice&)>& write);

} // namespace madoguchi
