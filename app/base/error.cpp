// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/error.h"

#include <QMetaEnum>

namespace madoguchi {

QString errorName(ErrorCode code) {
    return QString::fromLatin1(QMetaEnum::fromType<ErrorCode>().valueToKey(static_cast<int>(code)));
}

QString toString(const Error& error) {
    const QString name = errorName(error.code);
    return error.detail.isEmpty() ? name : name + QStringLiteral(": ") + error.detail;
}

} // namespace madoguchi
