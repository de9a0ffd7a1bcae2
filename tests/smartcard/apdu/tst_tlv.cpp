// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/tlv.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>

namespace madoguchi {

class TlvTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote_data() {
        QTest::addColumn<quint32>("tag");
        QTest::addColumn<qsizetype>("size");
        for (const quint32 tag : {0x53U, 0x7f49U, 0x5fc102U}) {
            for (const qsizetype size : {0, 1, 127, 128, 255, 256, 4000})
                QTest::addRow("%x of %d", tag, static_cast<int>(size)) << tag << size;
        }
    }

    void readsWhatItWrote() {
        QFETCH(quint32, tag);
        QFETCH(qsizetype, size);
        const QByteArray value(size, 'v');
        SecretBytes bytes;
        appendTlv(bytes, tag, value);
        const auto found = findTlv(bytes.view(), tag);
        QVERIFY(found);
        QCOMPARE(found->toByteArray(), value);
    }

    void refusesWhatIsMalformed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no length") << QByteArray::fromHex("53");
        QTest::newRow("tag cut short") << QByteArray::fromHex("5fc1");
        QTest::newRow("tag of four bytes") << QByteArray::fromHex("5fc1828300");
        QTest::newRow("value cut short") << QByteArray::fromHex("5302aa");
        QTest::newRow("length cut short") << QByteArray::fromHex("538201");
        QTest::newRow("indefinite length") << QByteArray::fromHex("5380aa0000");
        QTest::newRow("length of four bytes") << QByteArray::fromHex("538400000001aa");
        QTest::newRow("length near the limit") << QByteArray::fromHex("5383ffffffaa");
        QTest::newRow("nothing") << QByteArray();
    }

    void refusesWhatIsMalformed() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(findTlv(bytes, 0x53).error().code, ErrorCode::CardProtocolError);
    }

    void endsOnAnyBytes() {
        QRandomGenerator random(20261121);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes(random.bounded(40), Qt::Uninitialized);
            for (char& byte : bytes)
                byte = static_cast<char>(random.bounded(256));
            qsizetype total = 0;
            for (TlvReader reader(bytes); !reader.atEnd();) {
                if (const auto object = reader.next())
                    total += object->value.size();
            }
            QVERIFY(total <= bytes.size());
        }
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::TlvTest)
#include "tst_tlv.moc"
