// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The only place where an ErrorCode becomes words: what happened, what is safe, what to do now. Each part is
// a whole sentence for a member of staff, already translated. Any thread once the translators are installed.
#pragma once

#include "app/base/errorcode.h"

#include <QString>

namespace madoguchi {

struct ErrorText {
    QString happened;
    QString safe;
    QString next;
};

/// Never has an empty part.
ErrorText errorText(ErrorCode code);

/// The three parts, a line each.
QString errorSentence(ErrorCode code);

} // namespace madoguchi
