// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Narrowing a list while typing: by a part of any of its texts, with 高 for 髙 and かな for カナ. Pure.
#pragma once

#include <QStringList>

namespace madoguchi {

/// Whether `wanted` is a part of one of `texts`; always, when it is empty.
bool rowFits(const QStringList& texts, const QString& wanted);

} // namespace madoguchi
