// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secretbytes.h"
#include "tests/support/testcase.h"

namespace madoguchi {

class SecretBytesTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void growsWithoutLosingBytes() {
        SecretBytes secret;
        for (int i = 0; i < 1000; ++i)
            secret.append(static_cast<unsigned char>(i));
        QCOMPARE(secret.size(), std::size_t(1000));
        QCOMPARE(secret.data()[999], static_cast<unsigned char>(999));
    }

    void cuttingWipesTheRest() {
        SecretBytes secret = SecretBytes::copyOf("123456");
        const unsigned char* bytes = secret.data();
        secret.truncate(2);
        QCOMPARE(secret.view(), QByteArrayView("12"));
        QCOMPARE(bytes[2], static_cast<unsigned char>(0));
    }

    void movingLeavesNothingBehind() {
        SecretBytes first = SecretBytes::copyOf("abc");
        const SecretBytes second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): emptiness is the promise under test
        QCOMPARE(second.view(), QByteArrayView("abc"));
    }

    void comparesContent() {
        QVERIFY(SecretBytes::copyOf("abc") == SecretBytes::copyOf("abc"));
        QVERIFY(!(SecretBytes::copyOf("abc") == SecretBytes::copyOf("abd")));
        QVERIFY(!(SecretBytes::copyOf("abc") == SecretBytes::copyOf("ab")));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::SecretBytesTest)
#include "tst_secretbytes.moc"
