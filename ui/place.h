// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Where the program runs, as people call it. A value; any thread.
#pragma once

#include <QString>

namespace madoguchi {

struct Place {
    QString office;
    QString terminal;
};

} // namespace madoguchi
