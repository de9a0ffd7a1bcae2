// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/screens/rowsearch.h"

#include "app/text/kana.h"
#include "app/text/namekey.h"

#include <algorithm>

namespace madoguchi {
namespace {

QString keyOf(const QString& text) {
    return nameSearchKey(toKatakana(text));
}

} // namespace

bool rowFits(const QStringList& texts, const QString& wanted) {
    const QString key = keyOf(wanted);
    return key.isEmpty() ||
           std::ranges::any_of(texts, [&](const QString& text) { return keyOf(text).contains(key); });
}

} // namespace madoguchi
