// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Whatever the program said is done is there after a kill at any moment: drafts and records. 30 kills, or 300
// with MADOGUCHI_LONG=1.

#include "app/audit/auditreader.h"
#include "tests/scenarios/countingdayrun.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

constexpr int Kills = 30;
constexpr int LongKills = 300;
constexpr int KillsPerStation = 30;
constexpr int Saves = 40;        // the latest kill is when an undisturbed program has told of so many
constexpr int Patience = 60'000; // milliseconds

struct Acknowledged {
    QString owner;
    int saves = 0;
};

// What a killed program had said: whole lines only.
struct Said {
    bool isOpen = false;
    std::optional<quint64> record;
    QMap<QString, Acknowledged> drafts;

    explicit Said(const QByteArray& output) {
        const auto lines = QString::fromUtf8(output.left(output.lastIndexOf('\n') + 1)).split(u'\n');
        for (const QString& line : lines) {
            const QStringList words = line.split(u' ');
            if (words.first() == u"open"_s)
                isOpen = true;
            else if (words.first() == u"record"_s)
                record = words.at(1).toULongLong();
            else if (words.first() == u"draft"_s)
                drafts[words.at(1)] = {words.at(2), words.at(3).toInt()};
        }
    }
};

} // namespace

class KillAtAnyMomentTest : public TestCase {
    Q_OBJECT

    int m_latestKill = 1; ///< milliseconds after the start
    int m_killed = 0;
    int m_killedInTheOpen = 0; ///< while the program had the station
    int m_drafts = 0;
    quint64 m_records = 0; ///< acknowledged

private Q_SLOTS:
    void nothingAcknowledgedIsLost() {
        const int kills = qEnvironmentVariableIntValue("MADOGUCHI_LONG") != 0 ? LongKills : Kills;
        measureSaves();
        while (m_killed < kills && !QTest::currentTestFailed())
            killOneStation(std::min(kills, m_killed + KillsPerStation));
        qInfo(
            "%d kills, %d of them with the station open; %d drafts and %llu records were acknowledged, none "
            "lost",
            m_killed, m_killedInTheOpen, m_drafts, static_cast<unsigned long long>(m_records));
        QVERIFY(m_killedInTheOpen > kills / 2);
        QVERIFY(m_drafts > kills / 2);
    }

private:
    // On this machine, with whatever else it does now: else the kills would come before the first draft.
    void measureSaves() {
        CountingDayRun run;
        QElapsedTimer since;
        since.start();
        const auto process = run.start(0);
        QByteArray output;
        while (output.count("draft ") < Saves) {
            QVERIFY(process->waitForReadyRead(Patience));
            output += process->readAllStandardOutput();
        }
        m_latestKill = static_cast<int>(since.elapsed());
        process->kill();
        QVERIFY(process->waitForFinished());
    }

    void killOneStation(int until) {
        CountingDayRun run;
        quint64 known = 0; // records that stood there before
        for (; m_killed < until && !QTest::currentTestFailed(); ++m_killed) {
            const auto process = run.start(0);
            QVERIFY(!process->waitForFinished(QRandomGenerator::global()->bounded(m_latestKill)));
            process->kill();
            QVERIFY(process->waitForFinished());
            QCOMPARE(process->readAllStandardError(), QByteArray());
            const Said said(process->readAllStandardOutput());
            run.station().open();
            checkRecords(run.station(), said, known);
            checkDrafts(run, said);
            const AuditVerification answer = run.station().verifyLog();
            QVERIFY2(answer.verdict == AuditVerification::Verdict::Intact, qPrintable(answer.fault.reason));
            known = answer.records;
            run.station().close();
        }
    }

    void checkRecords(CounterStation& station, const Said& said, quint64 known) {
        if (!said.isOpen)
            return; // it may or may not have come to its start
        ++m_killedInTheOpen;
        AuditQuery query;
        query.limit = 2;
        const auto last = expect(readAuditAsAdministrator(station.workstation().database(), query)).records;
        QCOMPARE(last.at(0).action, u"program.start"_s);
        QCOMPARE(last.at(1).action, u"program.unclean-stop"_s);
        if (!said.record)
            return;
        QVERIFY(last.at(1).sequence > *said.record);
        m_records += *said.record + 1 - known;
    }

    void checkDrafts(CountingDayRun& run, const Said& said) {
        QMap<QString, Acknowledged> found;
        for (const auto& card : {run.first(), run.second()}) {
            QVERIFY(run.station().logIn(card));
            for (const QString& id : said.drafts.keys())
                look(run.station(), id, found);
            run.station().takeOut();
            QVERIFY(run.station().reaches(LoginState::WaitingForCard));
        }
        for (const auto& [id, acknowledged] : said.drafts.asKeyValueRange()) {
            QVERIFY2(found.contains(id), qPrintable(id));
            // What was under way when it died may be there as well.
            const int further = found[id].saves - acknowledged.saves;
            QVERIFY2(further == 0 || further == 1, qPrintable(id));
            QVERIFY(found[id].owner == acknowledged.owner || acknowledged.owner == u"op1"_s);
            ++m_drafts;
        }
    }

    void look(CounterStation& station, const QString& id, QMap<QString, Acknowledged>& found) {
        const Session& session = *station.login().session();
        Result<Draft> draft = station.workstation().work()->drafts.load(session, id);
        if (!draft) {
            QCOMPARE(draft.error().code, ErrorCode::DraftMissing);
            return;
        }
        found[id] = {session.facts().operatorId, draft->values.take(u"new-building"_s).toInt()};
        QCOMPARE(draft->values, CountingDayRun::values());
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::KillAtAnyMomentTest)
#include "tst_killatanymoment.moc"
