// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a new PIN must be made of, for whoever chooses one. GUI thread.
#pragma once

#include "app/login/pinpolicy.h"

#include <QString>

namespace madoguchi {

/// Such as "6 to 8 digits.", translated.
QString pinRuleText(const PinPolicy& policy);

} // namespace madoguchi
