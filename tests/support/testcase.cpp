// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testcase.h"

#include <QRegularExpression>

namespace madoguchi {

void TestCase::init() {
    // What the offscreen platform can't do says nothing about us.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin (does not support|supports))")));
}

} // namespace madoguchi
