// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"

#include <QRegularExpression>

namespace madoguchi {

void TestCase::init() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

} // namespace madoguchi
