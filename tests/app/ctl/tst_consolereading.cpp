// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What madoguchictl reads is on record when nobody else has the station; and its way back from a wrong log.

#include "app/audit/auditreader.h"
#include "app/station/stationfolder.h"
#include "tests/support/counterstation.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace madoguchi {

class ConsoleReadingTest : public TestCase {
    Q_OBJECT

    struct Answer {
        int status;
        QByteArray output;
        QByteArray complaint;
    };

    static Answer run(const CounterStation& station, const QStringList& command,
                      const QStringList& options = {}) {
        QProcess program;
        program.start(qEnvironmentVariable("MADOGUCHI_BIN") + u"/madoguchictl"_s,
                      command + QStringList{u"--station"_s, station.folder()} + options);
        if (!program.waitForFinished())
            qFatal("madoguchictl: %s", qPrintable(program.errorString()));
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    static QList<AuditRecord> records(CounterStation& station, const QString& action) {
        AuditQuery query;
        query.filter.action = action;
        return expect(readAuditAsAdministrator(station.workstation().database(), query)).records;
    }

    SystemClock m_clock;

private Q_SLOTS:
    void aReadingIsOnRecord() {
        CounterStation station(m_clock);
        station.employ(u"op1"_s);
        const Answer search =
            run(station, {u"audit"_s, u"search"_s}, {u"--operator"_s, u"op1"_s, u"--limit"_s, u"5"_s});
        QCOMPARE(search.status, 0);
        QCOMPARE(search.complaint, QByteArray());
        const Answer exported = run(station, {u"audit"_s, u"export"_s}, {u"--format"_s, u"jsonl"_s});
        QCOMPARE(exported.status, 0);
        QVERIFY(exported.output.contains("\"audit.search\"")); // the reading before
        const Answer cards = run(station, {u"card"_s, u"list"_s});
        QCOMPARE(cards.complaint, QByteArray());
        QCOMPARE(cards.output.count('\n'), 1);
        station.open();
        for (const char* action : {"audit.search", "audit.export", "register.view"}) {
            const auto found = records(station, QString::fromLatin1(action));
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.first().details.value(u"via"_s), u"console"_s);
        }
        QCOMPARE(records(station, u"audit.search"_s).first().details.value(u"operator"_s), u"op1"_s);
    }

    void besideTheProgramItSaysThatItIsNot() {
        CounterStation station(m_clock);
        station.employ(u"op1"_s);
        station.open();
        const QStringList before = station.recorded();
        for (const QStringList& command : {QStringList{u"audit"_s, u"search"_s}, {u"card"_s, u"list"_s}}) {
            const Answer answer = run(station, command);
            QCOMPARE(answer.status, 0);
            QVERIFY(!answer.output.isEmpty());
            QVERIFY(answer.complaint.contains("not on record: StationInUse"));
        }
        QCOMPARE(station.recorded(), before);
    }

    void aWrongLogCanBeReadJudgedAndRetired() {
        CounterStation station(m_clock);
        station.employ(u"op1"_s);
        const StationFolder folder(station.folder());
        QVERIFY(QFile::remove(folder.checkpointFile()));
        QCOMPARE(run(station, {u"audit"_s, u"verify"_s}).status, 1);
        const Answer search = run(station, {u"audit"_s, u"search"_s});
        QCOMPARE(search.status, 0);
        QVERIFY(search.complaint.contains("not on record: RecordCorrupt"));
        QCOMPARE(run(station, {u"station"_s, u"retire-log"_s}).status, 2);
        const Answer retired = run(station, {u"station"_s, u"retire-log"_s}, {u"--reason"_s, u"file lost"_s});
        QCOMPARE(retired.status, 0);
        QVERIFY(retired.output.startsWith("log retired, evidence in " + folder.path().toUtf8() +
                                          "/retired-log-"));
        QCOMPARE(run(station, {u"audit"_s, u"verify"_s}).output, "ok: 3 records, 2 checkpoints\n");
        station.open();
        QCOMPARE(records(station, u"log.retired"_s).size(), 1);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ConsoleReadingTest)
#include "tst_consolereading.moc"
