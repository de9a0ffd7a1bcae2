// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditexport.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/testcase.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditExportTest : public TestCase {
    Q_OBJECT

    static QByteArray exported(LogFixture& log, AuditExportFormat format) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        LogFixture::require(exportAuditAsAdministrator(log.database(), format, out));
        return out.data();
    }

private Q_SLOTS:
    void everyRecordIsOneJsonLine() {
        LogFixture log;
        log.open();
        log.fill(5);
        const QList<QByteArray> lines = exported(log, AuditExportFormat::JsonLines).split('\n');
        QCOMPARE(lines.size(), 7); // six records and what follows the last line end
        for (int i = 0; i < 6; ++i) {
            const QJsonObject object = QJsonDocument::fromJson(lines[i]).object();
            QCOMPARE(object.value("sequence"_L1).toInt(-1), i);
            QVERIFY(object.value("time"_L1).toString().endsWith(u'Z'));
        }
        const QJsonObject second = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(second.value("action"_L1).toString(), u"draft.save"_s);
        QCOMPARE(second.value("details"_L1).toObject().value("fields"_L1).toString(), u"1"_s);
    }

    void csvBeginsWithAMarkAndItsColumns() {
        LogFixture log;
        log.open();
        const QByteArray text = exported(log, AuditExportFormat::Csv);
        QVERIFY(text.startsWith("\xef\xbb\xbfsequence,time,"));
        QCOMPARE(text.count("\r\n"), 2);
        QVERIFY(text.contains(",program.start,event,"));
    }

    void everyColumnHasItsCell() {
        LogFixture log;
        log.open();
        const QByteArray head = exported(log, AuditExportFormat::Csv).split('\r').constFirst();
        AuditRecord record;
        record.time = QDateTime::fromMSecsSinceEpoch(0).toUTC();
        record.vaultChanges = 4711;
        record.registerChanges = 815;
        const QByteArray line = auditRecordAsCsv(record);
        QCOMPARE(line.count(','), head.count(','));
        QVERIFY(head.endsWith(",vault_changes,register_changes"));
        QVERIFY(line.endsWith(",4711,815"));
    }

    void csvQuotesAndDisarmsFormulas() {
        AuditRecord record;
        record.time = QDateTime::fromMSecsSinceEpoch(0).toUTC();
        record.operatorId = u"=cmd|' /C calc'!A0"_s;
        record.card = u"+1"_s;
        record.target = u"a,\"b\"\r\nc"_s;
        const QByteArray line = auditRecordAsCsv(record);
        QVERIFY(line.contains(",'=cmd|' /C calc'!A0,'+1,"));
        QVERIFY(line.contains(",\"a,\"\"b\"\"\r\nc\","));
    }

    void aFullDeviceIsAnError() {
        LogFixture log;
        log.open();
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const auto result = exportAuditAsAdministrator(log.database(), AuditExportFormat::Csv, full);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
    }

    void onlyWhoMayExportGetsTheLog() {
        LogFixture log;
        log.open();
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const Session auditor = sessionOf(Role::Auditor);
        const Session clerk = sessionOf(Role::Operator);
        QCOMPARE(exportAudit(auditor, log.database(), AuditExportFormat::Csv, out).value(), 1);
        QCOMPARE(exportAudit(clerk, log.database(), AuditExportFormat::Csv, out).error().code,
                 ErrorCode::PermissionDenied);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::AuditExportTest)
#include "tst_auditexport.moc"
