// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What went wrong: a code for people and programs, and a detail for the log only. The detail is English,
// never shown on a screen and never holds a secret or personal data. Any thread.
#pragma once

#include "app/base/errorcode.h"

#include <QString>

namespace madoguchi {

struct Error {
    ErrorCode code;
    QString detail = {};
};

/// The code's name as written to the log, such as "CardRemoved".
QString errorName(ErrorCode code);

/// "CardRemoved: detail", for the program's own log and for madoguchictl.
QString toString(const Error& error);

} // namespace madoguchi
