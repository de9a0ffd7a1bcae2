// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a draft is listed and searched by, taken from the fields that its procedure names. Pure; any thread.
#pragma once

#include "app/drafts/draft.h"
#include "app/procedures/procedure.h"

namespace madoguchi {

struct DraftKeys {
    QString name;    ///< as entered
    QString kana;    ///< as entered
    QString birth;   ///< ISO 8601, as stored
    QString nameKey; ///< nameSearchKey(name)
    QString kanaKey; ///< readingSearchKey(kana)
};

/// Fields that the procedure does not name, or that have no value, give empty keys.
DraftKeys draftKeys(const Procedure& procedure, const FieldValues& values);

} // namespace madoguchi
