// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The key by which names are searched: 髙 is found as 高, 葛󠄀 as 葛. Kept beside the name, never in
// its place and never shown. Pure; any thread.
#pragma once

#include <QString>

namespace madoguchi {

/// Variation selectors and spaces dropped, compatibility characters and letter case folded, and the variants
/// common in family names folded to one form. The beginning of a name has the beginning of its key.
QString nameSearchKey(const QString& name);

} // namespace madoguchi
