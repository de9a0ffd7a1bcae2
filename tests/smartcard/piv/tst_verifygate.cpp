// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/piv/verifygate.h"
#include "tests/support/testcase.h"

namespace madoguchi {

class VerifyGateTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whoeverComesFirstDecides() {
        VerifyGate passed;
        QVERIFY(passed.pass());
        QVERIFY(!passed.shut());
        VerifyGate shut;
        QVERIFY(shut.shut());
        QVERIFY(!shut.pass());
        QVERIFY(shut.shut());
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::VerifyGateTest)
#include "tst_verifygate.moc"
