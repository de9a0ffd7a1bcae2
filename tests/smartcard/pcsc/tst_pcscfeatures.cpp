// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/pcsc/pcscfeatures.h"
#include "tests/support/testcase.h"

namespace madoguchi {

class PcscFeaturesTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatTheReaderClaimsIsRead_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("verifies");
        QTest::addColumn<bool>("changes");
        QTest::addColumn<bool>("displays");
        const auto row = [](const char* name, const char* hex, bool verifies, bool changes, bool displays) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << verifies << changes << displays;
        };
        row("nothing", "", false, false, false);
        row("pad", "060442000006 070442000007", true, true, false);
        row("pad in two steps, which we don't use", "010442000001 020442000002 030442000003", false, false,
            false);
        row("properties only", "0A044200000A 120442000012 130442000001", false, false, false);
        row("display", "11044200000B", false, false, true);
        row("what comes after the strange is not read", "0A0342000A 060442000006", false, false, false);
        row("cut short", "0A044200000A 06044200", false, false, false);
        row("one byte", "06", false, false, false);
    }
    void whatTheReaderClaimsIsRead() {
        QFETCH(QByteArray, answer);
        QFETCH(bool, verifies);
        QFETCH(bool, changes);
        QFETCH(bool, displays);
        QCOMPARE(featuresFrom(controlCodesFrom(answer)), (ReaderFeatures{verifies, changes, displays}));
    }

    void controlCodesAreBigEndian() {
        QCOMPARE(controlCodesFrom(QByteArray::fromHex("060442330006 120442000D48")),
                 (ControlCodes{{0x06, 0x42330006}, {0x12, 0x42000D48}}));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::PcscFeaturesTest)
#include "tst_pcscfeatures.moc"
