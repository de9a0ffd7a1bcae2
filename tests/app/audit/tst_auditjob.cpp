// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditjob.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testcase.h"

#include <QFileInfo>
#include <QSignalSpy>

namespace madoguchi {

using namespace Qt::StringLiterals;

class AuditJobTest : public TestCase {
    Q_OBJECT

    // A log in a folder that looks like a station's to a job.
    struct Fixture {
        Fixture() {
            QFile key(log.path("terminal.key"));
            if (!key.open(QIODevice::WriteOnly) || key.write(QByteArray(32, 'k')) != 32 ||
                !key.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
                qFatal("no terminal key");
            log.open();
            log.fill(20);
        }
        LogFixture log;
        AuditJob job{StationFolder(QFileInfo(log.databasePath()).path())};
    };

private Q_SLOTS:
    void itVerifiesTheLogWhileTheProgramGoesOnRecording() {
        Fixture f;
        std::optional<Result<AuditVerification>> answer;
        connect(&f.job, &AuditJob::verified, this, [&](const auto& result) { answer = result; });
        expect(f.job.verify(sessionOf(Role::Auditor)));
        QVERIFY(f.job.isRunning());
        f.log.fill(20);
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!f.job.isRunning());
        QVERIFY(expect(*answer).verdict == AuditVerification::Verdict::Intact);
        QVERIFY(expect(*answer).records >= 20);
    }

    void aChangedLogIsFound() {
        Fixture f;
        f.log.close();
        f.log.attack(
            "UPDATE record SET body = (SELECT body FROM record WHERE sequence = 1) WHERE sequence = 5");
        std::optional<Result<AuditVerification>> answer;
        connect(&f.job, &AuditJob::verified, this, [&](const auto& result) { answer = result; });
        expect(f.job.verify(sessionOf(Role::Auditor)));
        QTRY_VERIFY(answer.has_value());
        QVERIFY(expect(*answer).verdict == AuditVerification::Verdict::Wrong);
        QCOMPARE(expect(*answer).fault.sequence, quint64(5));
    }

    void anExportIsAFileForItsUserOnly() {
        Fixture f;
        std::optional<Result<quint64>> answer;
        connect(&f.job, &AuditJob::exported, this, [&](const auto& result) { answer = result; });
        const QString path = f.log.path("log.jsonl");
        expect(f.job.exportLog(sessionOf(Role::Auditor), AuditExportFormat::JsonLines, path));
        QTRY_VERIFY(answer.has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(static_cast<quint64>(file.readAll().count('\n')), expect(*answer));
        QVERIFY((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }

    void anExportThatCannotBeWrittenSaysSo() {
        Fixture f;
        std::optional<Result<quint64>> answer;
        connect(&f.job, &AuditJob::exported, this, [&](const auto& result) { answer = result; });
        expect(f.job.exportLog(sessionOf(Role::Auditor), AuditExportFormat::Csv, f.log.path("none/log.csv")));
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().code, ErrorCode::FileUnwritable);
    }

    void othersStartNothing() {
        Fixture f;
        for (const Role role :
             {Role::Operator, Role::CardAdministrator, Role::Supervisor, Role::SystemAdministrator}) {
            QCOMPARE(f.job.verify(sessionOf(role)).error().code, ErrorCode::PermissionDenied);
            QCOMPARE(f.job.exportLog(sessionOf(role), AuditExportFormat::Csv, f.log.path("x")).error().code,
                     ErrorCode::PermissionDenied);
        }
        QVERIFY(!f.job.isRunning());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AuditJobTest)
#include "tst_auditjob.moc"
