// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "app/station/settings.h"
#include "app/station/stationfolder.h"
#include "tests/support/counterstation.h"
#include "tests/support/testcase.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace madoguchi {

class StationCommandsTest : public TestCase {
    Q_OBJECT

    struct Answer {
        int status;
        QByteArray output;
        QByteArray complaint;
    };

    SystemClock m_clock;

    static Answer run(const QStringList& arguments) {
        QProcess program;
        program.start(qEnvironmentVariable("MADOGUCHI_BIN") + u"/madoguchictl"_s, arguments);
        if (!program.waitForFinished())
            qFatal("madoguchictl: %s", qPrintable(program.errorString()));
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    static Answer policy(const CounterStation& station, const QStringList& options = {}) {
        return run(QStringList{u"station"_s, u"policy"_s, u"--station"_s, station.folder()} + options);
    }
    static Database databaseOf(const CounterStation& station) {
        const StationFolder folder(station.folder());
        return expect(Database::open(folder.stationDatabase(), expect(folder.terminalKey()),
                                     Database::Access::ReadWrite));
    }

private Q_SLOTS:
    void theRuleForCardsWithoutAKeyIsChangedOnRecord() {
        const CounterStation station(m_clock);
        QVERIFY(policy(station).output.contains("\"allowCardWithoutCardKey\":false"));
        const Answer changed = policy(station, {u"--set"_s, u"allowCardWithoutCardKey=true"_s});
        QCOMPARE(changed.status, 0);
        QVERIFY(changed.output.contains("\"allowCardWithoutCardKey\":true"));
        QVERIFY(policy(station).output.contains("\"allowCardWithoutCardKey\":true"));
        Database database = databaseOf(station);
        AuditQuery query;
        query.filter.action = u"policy.change"_s;
        const AuditRecord record = expect(readAuditAsAdministrator(database, query)).records.constFirst();
        QCOMPARE(record.outcome, AuditOutcome::Done);
        QCOMPARE(record.details.value(u"allowCardWithoutCardKey"_s), u"true"_s);
        QCOMPARE(record.details.value(u"via"_s), u"console"_s);
    }

    void theRulesForRevocationListsAreChangedOnRecord() {
        const CounterStation station(m_clock);
        const Answer changed =
            policy(station, {u"--set"_s, u"revocationListDays=3"_s, u"--set"_s, u"revocationGraceDays=0"_s,
                             u"--set"_s, u"revocationRequired=true"_s});
        QVERIFY2(changed.status == 0, changed.complaint);
        const QByteArray shown = policy(station).output;
        for (const char* value :
             {"\"revocationListDays\":3", "\"revocationGraceDays\":0", "\"revocationRequired\":true"})
            QVERIFY2(shown.contains(value), shown);
        Database database = databaseOf(station);
        AuditQuery query;
        query.filter.action = u"policy.change"_s;
        const AuditRecord record = expect(readAuditAsAdministrator(database, query)).records.constFirst();
        QCOMPARE(record.details.value(u"revocationListDays"_s), u"3"_s);
        QVERIFY(!record.details.contains(u"allowCardWithoutCardKey"_s)); // as it was
    }

    void anyRuleIsSetByItsName() {
        const CounterStation station(m_clock);
        const Answer changed =
            policy(station, {u"--set"_s, u"shuffledKeypad=true"_s, u"--set"_s, u"pinChangeDays=90"_s});
        QCOMPARE(changed.status, 0);
        QVERIFY(policy(station).output.contains("\"shuffledKeypad\":true"));
        QVERIFY(policy(station).output.contains("\"pinChangeDays\":90"));
        for (const QString& wrong : {u"pinChangeDays=-1"_s, u"pinChangeDays"_s, u"pinChangeDays=1,2"_s,
                                     u"shuffledKeypad=1"_s, u"unknown=1"_s, u"=1"_s})
            QVERIFY2(policy(station, {u"--set"_s, wrong}).status != 0, qPrintable(wrong));
        QVERIFY(policy(station).output.contains("\"pinChangeDays\":90"));
    }

    void aNewStationCanAllowThem() {
        const QTemporaryDir folder;
        const CounterStation other(m_clock);
        QFile pem(folder.filePath(u"ca.pem"_s));
        QVERIFY(pem.open(QIODevice::WriteOnly));
        pem.write(expect(other.authority().certificatePem()));
        pem.close();
        const QString place = folder.filePath(u"station"_s);
        const Answer made =
            run({u"station"_s, u"init"_s, u"--station"_s, place, u"--authority"_s, pem.fileName(),
                 u"--office"_s, u"131000"_s, u"--terminal"_s, u"T1"_s, u"--allow-cards-without-9e"_s});
        QVERIFY2(made.status == 0, made.complaint);
        QVERIFY2(made.output.contains("next, the people with their cards"), made.output);
        QVERIFY(policy(CounterStation(m_clock, place)).output.contains("\"allowCardWithoutCardKey\":true"));
    }

    void whatMakesNoSenseIsRefused() {
        const CounterStation station(m_clock);
        for (const QString& wrong : {u"allowCardWithoutCardKey=maybe"_s, u"allowCardWithoutCardKey=1"_s,
                                     u"revocationListDays=many"_s, u"revocationListDays=400"_s})
            QCOMPARE(policy(station, {u"--set"_s, wrong}).status, 1);
        QVERIFY(policy(station).output.contains("\"allowCardWithoutCardKey\":false"));
    }

    void aPolicyThatCannotBeReadIsPutRightOnlyOnPurpose() {
        const CounterStation station(m_clock);
        {
            Database database = databaseOf(station);
            expect(writeSetting(database, u"policy"_s, {{u"failuresBeforeDelay"_s, 99}}));
        }
        for (const QStringList& options :
             {QStringList(), QStringList{u"--set"_s, u"allowCardWithoutCardKey=true"_s}}) {
            const Answer refused = policy(station, options);
            QCOMPARE(refused.status, 1);
            QVERIFY2(refused.complaint.contains("PolicyUnreadable"), refused.complaint);
        }
        QCOMPARE(policy(station, {u"--reset"_s}).status, 0);
        QVERIFY(policy(station).output.contains("\"failuresBeforeDelay\":3"));
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::StationCommandsTest)
#include "tst_stationcommands.moc"
