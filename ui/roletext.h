// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a role is called on screen, translated. Any thread once the translators are installed.
#pragma once

#include "app/operators/role.h"

#include <QString>

namespace madoguchi {

QString roleText(Role role);

} // namespace madoguchi
