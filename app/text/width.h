// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Full-width letters, digits and signs as keyboards in Japanese mode send them, for values that are stored in
// ASCII (dates, postal codes, telephone numbers). Never for names. Pure; any thread.
#pragma once

#include <QString>

namespace madoguchi {

/// U+FF01..FF5E become ASCII, the full-width space becomes a space, and every kind of hyphen and minus
/// becomes
/// '-', the long-vowel mark ー too, which is what the hyphen key gives. Spaces at both ends are dropped.
QString toHalfWidth(const QString& typed);

} // namespace madoguchi
