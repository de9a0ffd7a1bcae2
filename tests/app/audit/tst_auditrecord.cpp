// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditrecord.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditRecordTest : public TestCase {
    Q_OBJECT

    static AuditRecord full() {
        AuditRecord record;
        record.sequence = 70000;
        record.time = QDateTime(QDate(2026, 11, 21), QTime(9, 30, 0, 125), QTimeZone::utc());
        record.sinceBoot = 123456;
        record.bootId = "6f1c";
        record.terminal = u"窓口1"_s;
        record.session = u"s1"_s;
        record.operatorId = u"op1"_s;
        record.card = u"c1"_s;
        record.action = u"draft.save"_s;
        record.phase = AuditPhase::Outcome;
        record.outcome = AuditOutcome::Failed;
        record.attempt = 69999;
        record.target = u"draft:葛󠄀"_s;
        record.details = {{u"bb"_s, u"2"_s}, {u"c"_s, u"1"_s}, {u"aaa"_s, QString()}};
        record.checkpointRoot = QByteArray(32, 'r');
        record.vaultChanges = 4711;
        record.registerChanges = 815;
        return record;
    }

private Q_SLOTS:
    void everyRecordComesBack() {
        for (const AuditRecord& record :
             {full(), AuditRecord{.time = QDateTime::fromMSecsSinceEpoch(0).toUTC()}}) {
            const Result<QByteArray> bytes = encode(record);
            QVERIFY(bytes);
            const Result<AuditRecord> back = decodeAuditRecord(*bytes);
            QVERIFY(back);
            QCOMPARE(*back, record);
        }
    }

    void theEncodingIsFixed() {
        AuditRecord record;
        record.sequence = 24;
        record.time = QDateTime::fromMSecsSinceEpoch(1000).toUTC();
        record.action = u"a"_s;
        record.details = {{u"bb"_s, u"2"_s}, {u"c"_s, u"1"_s}};
        // {0: 1, 1: 24, 2: 1000, 3: 0, 9: "a", 10: 0, 11: 0, 14: {"c": "1", "bb": "2"}}
        QCOMPARE(encode(record)->toHex(), "a800010118180219"
                                          "03e80300096161"
                                          "0a000b000ea2616361"
                                          "31626262"
                                          "6132");
    }

    void everyChangedByteIsRefusedOrAnotherRecord() {
        const QByteArray bytes = encode(full()).value();
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (const int flip : {0x01, 0x20, 0x80}) {
                QByteArray changed = bytes;
                changed[at] = static_cast<char>(changed[at] ^ flip);
                const Result<AuditRecord> back = decodeAuditRecord(changed);
                QVERIFY(!back || (encode(*back).value() == changed && *back != full()));
            }
        }
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!decodeAuditRecord(bytes.left(size)));
        QVERIFY(!decodeAuditRecord(bytes + '\0'));
    }

    void otherEncodingsOfTheSameRecordAreRefused_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("long integer") << QByteArray("a60001011900180219"
                                                    "03e803000a000b00");
        QTest::newRow("keys not ascending") << QByteArray("a6010200010219"
                                                          "03e803000a000b00");
        QTest::newRow("key twice") << QByteArray("a700010102010202"
                                                 "1903e803000a000b00");
        QTest::newRow("indefinite map") << QByteArray("bf00010102021903e803000a000b00ff");
        QTest::newRow("indefinite string") << QByteArray("a700010102021903e80300097f6161ff0a000b00");
        QTest::newRow("empty field written") << QByteArray("a700010102021903e8030009600a000b00");
        QTest::newRow("unknown key") << QByteArray("a700010102021903e803000a000b001814"
                                                   "00");
        QTest::newRow("newer format") << QByteArray("a600020102021903e803000a000b00");
        QTest::newRow("unknown phase") << QByteArray("a600010102021903e803000a030b00");
        QTest::newRow("float") << QByteArray("a60001010202f9640003000a000b00");
        QTest::newRow("tagged") << QByteArray("c1a600010102021903e803000a000b00");
        QTest::newRow("not UTF-8") << QByteArray("a700010102021903e803000961ff0a000b00");
        QTest::newRow("deep") << QByteArray("a1").repeated(5000);
        QTest::newRow("an array") << QByteArray("80");
    }
    void otherEncodingsOfTheSameRecordAreRefused() {
        QFETCH(QByteArray, hex);
        const Result<AuditRecord> record = decodeAuditRecord(QByteArray::fromHex(hex));
        QVERIFY(!record);
        QCOMPARE(record.error().code, ErrorCode::RecordCorrupt);
    }

    void theSmallestRecordIsAccepted() {
        QVERIFY(decodeAuditRecord(QByteArray::fromHex("a600010102021903e803000a000b00")));
    }

    void aRecordThatIsTooLargeIsRefused() {
        AuditRecord record = full();
        record.details.insert(u"x"_s, QString(66000, u'x'));
        QCOMPARE(encode(record).error().code, ErrorCode::InputTooLarge);
        QVERIFY(!decodeAuditRecord(QByteArray(70000, '\xa0')));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::AuditRecordTest)
#include "tst_auditrecord.moc"
