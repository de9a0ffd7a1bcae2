// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/receivedcommand.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using simulator::ReceivedCommand;

class ReceivedCommandTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void allSevenFormsAreUnderstood_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("expected");
        QTest::newRow("no data, no length") << QByteArray("00200080") << QByteArray() << 256;
        QTest::newRow("length") << QByteArray("00C0000010") << QByteArray() << 16;
        QTest::newRow("length 256") << QByteArray("00C0000000") << QByteArray() << 256;
        QTest::newRow("data") << QByteArray("0020008002AABB") << QByteArray("AABB") << 256;
        QTest::newRow("data and length") << QByteArray("0020008002AABB05") << QByteArray("AABB") << 5;
        QTest::newRow("extended length") << QByteArray("00CB3FFF000400") << QByteArray() << 1024;
        QTest::newRow("extended length, most") << QByteArray("00CB3FFF000000") << QByteArray() << 65536;
        QTest::newRow("extended data") << QByteArray("00CB3FFF000002AABB") << QByteArray("AABB") << 256;
        QTest::newRow("extended both") << QByteArray("00CB3FFF000002AABB0000") << QByteArray("AABB") << 65536;
    }
    void allSevenFormsAreUnderstood() {
        QFETCH(QByteArray, hex);
        QFETCH(QByteArray, data);
        QFETCH(int, expected);
        const auto command = ReceivedCommand::parse(QByteArray::fromHex(hex));
        QVERIFY(command);
        QCOMPARE(command->data.toHex().toUpper(), data);
        QCOMPARE(command->expected, expected);
    }

    void contradictoryLengthsAreRefused_data() {
        QTest::addColumn<QByteArray>("hex");
        for (const char* hex : {"", "002000", "0020008003AABB", "0020008001AABBCC", "002000800000",
                                "00200080000003AABB", "00200080000001AABBCCDD", "002000800000000000"})
            QTest::newRow(hex) << QByteArray(hex);
    }
    void contradictoryLengthsAreRefused() {
        QFETCH(QByteArray, hex);
        QVERIFY(!ReceivedCommand::parse(QByteArray::fromHex(hex)));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::ReceivedCommandTest)
#include "tst_receivedcommand.moc"
