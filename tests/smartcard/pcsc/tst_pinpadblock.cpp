// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pinpadblock.h"
#include "tests/support/testcase.h"

namespace madoguchi {
namespace {

const QByteArray Verify = QByteArray::fromHex("0020008008ffffffffffffffff");
const QByteArray Change = QByteArray::fromHex("0024008010ffffffffffffffffffffffffffffffff");

PadOrder order(PadOrder::Task task) {
    return {.task = task, .command = task == PadOrder::Task::Verify ? Verify : Change};
}

} // namespace

class PinPadBlockTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void oneBlockAsksForAPin() {
        QCOMPARE(pinPadBlock(order(PadOrder::Task::Verify), {}).toHex(),
                 QByteArray("1e1e820800080602011104000000000d000000") + Verify.toHex());
    }

    void anotherForThePresentPinAndTheNewOneTwice() {
        QCOMPARE(pinPadBlock(order(PadOrder::Task::Change), {}).toHex(),
                 QByteArray("1e1e820800000808060302031104000102") + "000000" + "15000000" + Change.toHex());
    }

    void theReaderSaysWhichPinsItTakes() {
        const PadProperties reader =
            tlvPropertiesFrom(QByteArray::fromHex("01021002 020101 060107 070106 0803312e30"));
        QCOMPARE(reader, (PadProperties{.endings = 0x01, .shortest = 7, .longest = 6}));
        const QByteArray block = pinPadBlock(order(PadOrder::Task::Verify), reader);
        QCOMPARE(block.sliced(5, 3).toHex(), QByteArray("060701"));
    }

    void theOkKeyEndsAPinWhereThereIsOne_data() {
        QTest::addColumn<int>("endings");
        QTest::addColumn<int>("asked");
        QTest::newRow("not said") << 0 << 0x02;
        QTest::newRow("any") << 0x07 << 0x02;
        QTest::newRow("no such key") << 0x05 << 0x05;
    }
    void theOkKeyEndsAPinWhereThereIsOne() {
        QFETCH(int, endings);
        QFETCH(int, asked);
        const QByteArray block =
            pinPadBlock(order(PadOrder::Task::Verify), {.endings = static_cast<quint8>(endings)});
        QCOMPARE(static_cast<int>(block.at(7)), asked);
    }

    void propertiesThatAreCutShortSayNothing() {
        QCOMPARE(pinPropertiesFrom(QByteArray::fromHex("1002")), PadProperties());
        QCOMPARE(pinPropertiesFrom(QByteArray::fromHex("10020700")), PadProperties{.endings = 7});
        QCOMPARE(tlvPropertiesFrom(QByteArray::fromHex("020107 060207")), PadProperties{.endings = 7});
        QCOMPARE(tlvPropertiesFrom(QByteArray::fromHex("02")), PadProperties());
        QCOMPARE(tlvPropertiesFrom(QByteArray::fromHex("0200 07020808")), PadProperties());
    }

    void aTimeOutNeverRunsOver() {
        PadOrder slow = order(PadOrder::Task::Verify);
        slow.timeOut = std::chrono::minutes(5);
        QCOMPARE(pinPadBlock(slow, {}).first(2).toHex(), QByteArray("ffff"));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::PinPadBlockTest)
#include "tst_pinpadblock.moc"
