// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a failure means while a terminal is set up, and what to do: here the person is the system
// administrator, who has nobody to tell. Translated. GUI thread.
#pragma once

#include "app/base/error.h"

#include <QString>

namespace madoguchi {

struct SetupProblem {
    QString title;
    QString text; ///< lines
};

SetupProblem setupProblem(const Error& error);

} // namespace madoguchi
