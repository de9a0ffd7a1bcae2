// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/registersum.h"
#include "app/station/stationlock.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/testcase.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditCommandsTest : public TestCase {
    Q_OBJECT

    struct Answer {
        int status;
        QByteArray output;
        QByteArray complaint;
    };

    static Answer run(const QStringList& arguments) {
        QProcess program;
        program.start(qEnvironmentVariable("MADOGUCHI_BIN") + u"/madoguchictl"_s, arguments);
        if (!program.waitForFinished())
            qFatal("madoguchictl: %s", qPrintable(program.errorString()));
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    static void makeStation(LogFixture& log) {
        LogFixture::putBack(log.path("terminal.key"), QByteArray(32, 'k'));
        QFile::setPermissions(log.path("terminal.key"), QFile::ReadOwner | QFile::WriteOwner);
        log.open();
        log.fill(10);
    }

    // As the program that writes the log has it.
    static StationLock lock(const LogFixture& log) {
        Result<StationLock> taken = StationLock::take(log.path("station.lock"));
        LogFixture::require(taken);
        return *std::move(taken);
    }

    static QStringList on(const LogFixture& log, const QStringList& command,
                          const QStringList& options = {}) {
        return QStringList{u"audit"_s} + command + QStringList{u"--station"_s, log.path(".")} + options;
    }

private Q_SLOTS:
    void aWholeLogIsOkAlsoWhileItIsWritten() {
        LogFixture log;
        makeStation(log);
        const Answer running = run(on(log, {u"verify"_s}));
        QCOMPARE(running.complaint, QByteArray());
        QCOMPARE(running.output, "ok: 11 records, 1 checkpoints\n");
        QCOMPARE(running.status, 0);
        log.close();
        QCOMPARE(run(on(log, {u"verify"_s})).output, "ok: 12 records, 2 checkpoints\n");
    }

    void aWrongLogIsNamedWithItsRecord() {
        LogFixture log;
        makeStation(log);
        log.close();
        log.attack("DELETE FROM record WHERE sequence = 5");
        const Answer answer = run(on(log, {u"verify"_s}));
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.output, "wrong: record 5: the record is missing\n");
    }

    void aRegisterThatIsNotWhatWasWrittenLastIsNamed() {
        LogFixture log;
        makeStation(log);
        LogFixture::require(log.database().execute("CREATE TABLE operator (id TEXT PRIMARY KEY) STRICT"));
        LogFixture::require(registerSum(log.database()).accept());
        log.close();
        log.open();
        log.close();
        QCOMPARE(run(on(log, {u"verify"_s})).status, 0);
        log.attack("UPDATE content_sum SET changes = 0");
        const Answer answer = run(on(log, {u"verify"_s}));
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.output,
                 "wrong: the register of operators, cards, locks and settings: the register says "
                 "it was changed 0 times, the log knows of 1 (the log itself: 14 records ok)\n");
    }

    void aCheckpointKeptElsewhereShowsALogCutBack() {
        LogFixture log;
        makeStation(log);
        log.close();
        const QByteArray older = log.copyFiles().value(log.checkpointFile());
        log.open();
        log.fill(3);
        log.close();
        const Answer printed = run(on(log, {u"checkpoint"_s}));
        QCOMPARE(printed.status, 0);
        QCOMPARE(printed.output, log.copyFiles().value(log.checkpointFile()));
        const QTemporaryDir elsewhere;
        const auto keep = [&](const QString& name, const QByteArray& note) {
            LogFixture::putBack(elsewhere.filePath(name), note);
            return QStringList{u"--checkpoint"_s, elsewhere.filePath(name)};
        };
        const QStringList both = keep(u"older"_s, older) + keep(u"newer"_s, printed.output);
        const Answer whole = run(on(log, {u"verify"_s}, both));
        QCOMPARE(whole.output, "ok: 17 records, 4 checkpoints\n");
        QCOMPARE(whole.status, 0);

        LogFixture::putBack(log.checkpointFile(), older);
        log.attack("DELETE FROM checkpoint WHERE size > 12; DELETE FROM record WHERE sequence >= 12");
        QCOMPARE(run(on(log, {u"verify"_s})).status, 0); // from inside nothing can be seen
        const Answer cut = run(on(log, {u"verify"_s}, both));
        QCOMPARE(cut.status, 1);
        QCOMPARE(cut.output,
                 "wrong: record 12: the end of the log is missing: a checkpoint kept elsewhere says "
                 "17 records, 12 are left\n");
        QCOMPARE(run(on(log, {u"verify"_s}, {u"--checkpoint"_s, elsewhere.filePath(u"none"_s)})).status, 1);
    }

    void aSearchPrintsTheNewestFirst() {
        LogFixture log;
        makeStation(log);
        const StationLock taken = lock(log);
        const Answer answer = run(on(log, {u"search"_s}, {u"--operator"_s, u"op1"_s, u"--limit"_s, u"2"_s}));
        QCOMPARE(answer.status, 0);
        const QList<QByteArray> lines = answer.output.split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains("\"sequence\":8") && lines[1].contains("\"sequence\":5"));
        QCOMPARE(run(on(log, {u"search"_s}, {u"--from"_s, u"2999-01-01T00:00:00Z"_s})).output, QByteArray());
        QCOMPARE(run(on(log, {u"search"_s}, {u"--from"_s, u"yesterday"_s})).status, 2);
    }

    void anExportHoldsEveryRecord() {
        LogFixture log;
        makeStation(log);
        const StationLock taken = lock(log);
        QCOMPARE(run(on(log, {u"export"_s}, {u"--format"_s, u"jsonl"_s})).output.count('\n'), 11);
        const QString path = log.path("log.csv");
        QCOMPARE(run(on(log, {u"export"_s}, {u"--format"_s, u"csv"_s, u"--output"_s, path})).status, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 12);
        QCOMPARE(file.permissions() & QFile::ReadOther, QFile::Permissions());
        const Answer kept = run(on(log, {u"verify"_s}, {u"--checkpoint"_s, path + u".checkpoint"_s}));
        QCOMPARE(kept.status, 0);
        QFile note(path + u".checkpoint"_s);
        QVERIFY(note.open(QIODevice::ReadOnly));
        QCOMPARE(note.readAll(), log.copyFiles().value(log.checkpointFile()));
        // never over a file that is there
        QCOMPARE(run(on(log, {u"export"_s}, {u"--format"_s, u"csv"_s, u"--output"_s, path})).status, 1);
    }

    void whatIsNotUnderstoodIsAUsageError() {
        QCOMPARE(run({}).status, 2);
        QCOMPARE(run({u"audit"_s}).status, 2);
        QCOMPARE(run({u"audit"_s, u"verify"_s}).status, 2);
        const LogFixture log;
        QCOMPARE(run(on(log, {u"export"_s}, {u"--format"_s, u"xml"_s})).status, 2);
        const Answer nowhere = run(on(log, {u"verify"_s}));
        QCOMPARE(nowhere.status, 1);
        QVERIFY(nowhere.complaint.contains("StationMissing"));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::AuditCommandsTest)
#include "tst_auditcommands.moc"
