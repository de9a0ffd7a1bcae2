// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/audit/logfixture.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditKillTest : public TestCase {
    Q_OBJECT

    static constexpr int Kills = 60;

    // The last whole line: what follows was cut by the kill.
    static std::optional<quint64> lastAcknowledged(const QByteArray& output) {
        const qsizetype end = output.lastIndexOf('\n');
        if (end < 0)
            return std::nullopt;
        return output.left(end).split('\n').last().toULongLong();
    }

private Q_SLOTS:
    void noAcknowledgedRecordIsLostByAKill() {
        LogFixture log;
        const QString program = QCoreApplication::applicationDirPath() + u"/logwriter"_s;
        int killsAfterRecords = 0;
        quint64 records = 0;
        for (int kill = 0; kill < Kills; ++kill) {
            QProcess writer;
            writer.start(program, {log.databasePath(), log.checkpointFile()});
            QVERIFY(writer.waitForStarted());
            // Some die while they open the log, some after a record, most in the
            // midst of writing.
            if (kill % 4 != 0)
                QVERIFY(writer.waitForReadyRead());
            QVERIFY(!writer.waitForFinished(QRandomGenerator::global()->bounded(60)));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.readAllStandardError(), QByteArray());
            const auto acknowledged = lastAcknowledged(writer.readAllStandardOutput());
            if (!acknowledged && records == 0)
                continue; // killed before there was a log
            const AuditVerification answer = log.verify();
            QVERIFY2(answer.verdict == AuditVerification::Verdict::Intact, qPrintable(answer.fault.reason));
            QVERIFY(answer.records >= records);
            records = answer.records;
            if (acknowledged) {
                QVERIFY(answer.records > *acknowledged);
                ++killsAfterRecords;
            }
        }
        QVERIFY(killsAfterRecords >= Kills / 2);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AuditKillTest)
#include "tst_auditkill.moc"
