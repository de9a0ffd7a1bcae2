// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/drafts/draftkeys.h"

#include "app/text/kana.h"
#include "app/text/namekey.h"

namespace madoguchi {

DraftKeys draftKeys(const Procedure& procedure, const FieldValues& values) {
    const QString name = values.value(procedure.nameField);
    const QString kana = values.value(procedure.kanaField);
    return {name, kana, values.value(procedure.birthField), nameSearchKey(name),
            readingSearchKey(toKatakana(kana))};
}

} // namespace madoguchi
