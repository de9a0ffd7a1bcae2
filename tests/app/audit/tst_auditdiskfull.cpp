// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/audit/logfixture.h"
#include "tests/support/growthlimit.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditDiskFullTest : public TestCase {
    Q_OBJECT

    static AuditRecord record() {
        AuditRecord record;
        record.action = u"draft.save"_s;
        return record;
    }

private Q_SLOTS:
    void whereverWritingStopsNothingAcknowledgedIsLost() {
        LogFixture log;
        for (int round = 0; round < 40; ++round) {
            log.open();
            const qint64 size = QFile(log.databasePath() + u"-wal"_s).size();
            std::optional<quint64> acknowledged;
            ErrorCode code = {};
            {
                const GrowthLimit limit(size + 1 + round * 1531);
                for (;;) {
                    const Result<quint64> appended = log.writer().append(record());
                    if (!appended) {
                        code = appended.error().code;
                        break;
                    }
                    acknowledged = *appended;
                }
                QVERIFY(log.writer().isBroken());
                QVERIFY(!log.writer().append(record()));
            }
            QCOMPARE(code, ErrorCode::RecordFailed);
            QVERIFY(!log.writer().append(record())); // room again, but nobody knows what the disk holds
            log.kill();
            const AuditVerification answer = log.verify();
            QVERIFY2(answer.verdict == AuditVerification::Verdict::Intact, qPrintable(answer.fault.reason));
            QVERIFY(!acknowledged || answer.records > *acknowledged);
        }
    }

    void aDatabaseThatMayNotGrowSaysThatTheDiskIsFull() {
        LogFixture log;
        log.open();
        QVERIFY(log.database().execute("PRAGMA max_page_count = 1")); // SQLite keeps what there is
        const Result<> full =
            log.database().execute("CREATE TABLE more (x); INSERT INTO more VALUES (zeroblob(9999))");
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::DiskFull);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::AuditDiskFullTest)
#include "tst_auditdiskfull.moc"
