// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Which pcsc-lite this was built with. Any thread.
#pragma once

#include <QString>

namespace madoguchi {

/// Such as "1.9.9".
QString pcscVersion();

} // namespace madoguchi
