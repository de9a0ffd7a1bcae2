// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What every test class starts from: a warning that the test did not announce fails it.
#pragma once

#include <QTest>

namespace madoguchi {

class TestCase : public QObject {
    Q_OBJECT
protected Q_SLOTS:
    void init();
};

} // namespace madoguchi
