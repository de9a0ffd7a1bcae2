// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "app/audit/auditverifier.h"
#include "app/station/logretirement.h"
#include "app/station/station.h"
#include "tests/support/counterstation.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

struct Counter {
    FakeClock clock;
    CounterStation station{clock};
    CounterStation::Card hanako = station.employ(u"op1"_s);

    StationFolder folder() const { return StationFolder(station.folder()); }
    Database connect(const StationFolder& where) const {
        return expect(Database::open(where.stationDatabase(), expect(folder().terminalKey()),
                                     Database::Access::ReadWrite));
    }
    /// Somebody removes the record of the newest login.
    void tamper() {
        Database database = connect(folder());
        expect(database.execute("DROP TRIGGER record_stays; DELETE FROM record WHERE sequence = (SELECT "
                                "max(sequence) FROM record) - 1"));
        QVERIFY(QFile::remove(folder().checkpointFile()));
    }
    /// Gives the draft's id.
    QString workADay() {
        station.open();
        if (!station.logIn(hanako))
            qFatal("no session");
        const Session& session = *station.login().session();
        Work& work = *station.workstation().work();
        const Reception reception = expect(work.receptions.open(session, u"moving-in"_s));
        const Procedure& procedure = *station.workstation().procedures().procedure(u"moving-in"_s);
        const QString id = expect(work.drafts.create(session, reception.number, procedure)).id;
        station.close();
        return id;
    }
};

} // namespace

class LogRetirementTest : public TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aReasonThatNoRecordHoldsChangesNothing() {
        Counter counter;
        counter.workADay();
        QCOMPARE(retireLog(counter.folder(), QString(70'000, u'x'), counter.clock).error().code,
                 ErrorCode::InputInvalid);
        QVERIFY(Station::open(counter.folder(), counter.clock)); // the log is as it was
    }

    // As while somebody restores a copy: what is left of the log must not be taken for a beginning.
    void aStationWhoseDatabaseIsAwayIsNotBegunAnew() {
        Counter counter;
        counter.workADay();
        const QString path = counter.folder().stationDatabase();
        QVERIFY(QFile::rename(path, path + u".away"_s));
        QVERIFY(QFile::rename(path + u".head"_s, path + u".head.away"_s));
        QFile wal(path + u"-wal"_s);
        QVERIFY(wal.open(QIODevice::WriteOnly) && wal.write("records") == 7);
        wal.close();
        QCOMPARE(Station::open(counter.folder(), counter.clock).error().code, ErrorCode::FileMissing);
        QCOMPARE(retireLog(counter.folder(), u"broken"_s, counter.clock).error().code,
                 ErrorCode::FileMissing);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(wal.size(), 7);
    }

    void aStationWithAWrongLogWorksAgainWithANewOne() {
        Counter counter;
        const QString draft = counter.workADay();
        counter.tamper();
        QCOMPARE(Station::open(counter.folder(), counter.clock).error().code, ErrorCode::RecordCorrupt);

        const QString evidence = expect(retireLog(counter.folder(), u"記録が消された"_s, counter.clock));
        counter.station.open();
        const AuditRecord first =
            expect(readAuditAsAdministrator(counter.station.workstation().database(), {.limit = 1000}))
                .records.constLast();
        QCOMPARE(first.sequence, 0);
        QCOMPARE(first.action, u"log.retired"_s);
        QCOMPARE(first.details.value(u"reason"_s), u"記録が消された"_s);
        QVERIFY(evidence.endsWith(first.details.value(u"evidence"_s)));
        QFile kept(evidence + u"/station.db"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray bytes = kept.readAll();
        QCOMPARE(first.details.value(u"station.db"_s),
                 u"%1 %2"_s.arg(QString::fromLatin1(Sha256().digest(bytes).toHex())).arg(bytes.size()));
        QCOMPARE(counter.station.verifyLog().verdict, AuditVerification::Verdict::Intact);

        // The drafts are there, although the vault has seen a checkpoint of the old log.
        QVERIFY(counter.station.logIn(counter.hanako));
        QVERIFY(counter.station.workstation().work());
        QVERIFY(counter.station.workstation().work()->drafts.load(*counter.station.login().session(), draft));
    }

    void theEvidenceStillShowsWhatWasWrong() {
        Counter counter;
        counter.workADay();
        counter.tamper();
        const QString evidence = expect(retireLog(counter.folder(), u"x"_s, counter.clock));
        const StationFolder where(evidence);
        Database database = counter.connect(where);
        const AuditVerification answer =
            expect(verifyAuditAsAdministrator(database, {.checkpointFile = where.checkpointFile()}));
        QCOMPARE(answer.verdict, AuditVerification::Verdict::Wrong);
        QVERIFY(answer.records > 0);
        QCOMPARE(answer.fault.sequence, answer.records);
    }

    void whatTheVaultHasSeenHoldsThroughSeveralLogs() {
        Counter counter;
        const QString draft = counter.workADay();
        for (int i = 0; i < 2; ++i) {
            expect(retireLog(counter.folder(), u"x"_s, counter.clock));
            QVERIFY(Station::open(counter.folder(), counter.clock));
        }
        counter.station.open();
        QVERIFY(counter.station.logIn(counter.hanako));
        QVERIFY(counter.station.workstation().work());
        QVERIFY(counter.station.workstation().work()->drafts.load(*counter.station.login().session(), draft));
    }

    // What another station's log says about retired logs is no excuse for this one.
    void aLogThatNamesNoPredecessorIsNotAccepted() {
        Counter counter;
        counter.workADay();
        expect(counter.connect(counter.folder())
                   .execute("DROP TABLE record; DROP TABLE checkpoint; DROP TABLE log_key; "
                            "DELETE FROM part_version WHERE part = 'audit'"));
        QVERIFY(QFile::remove(counter.folder().checkpointFile()));
        QVERIFY(QFile::remove(counter.folder().checkpointFile() + u".vkey"_s));
        counter.station.open();
        QSignalSpy started(&counter.station.login(), &LoginController::sessionStarted);
        QVERIFY(counter.station.logIn(counter.hanako));
        QCOMPARE(started.first().first().value<LoginGreeting>().vaultProblem, ErrorCode::RecordRolledBack);
    }

    void itNeedsAReasonAndTheStation() {
        Counter counter;
        QCOMPARE(retireLog(counter.folder(), u" "_s, counter.clock).error().code, ErrorCode::InputInvalid);
        const auto station = expect(Station::open(counter.folder(), counter.clock));
        QCOMPARE(retireLog(counter.folder(), u"x"_s, counter.clock).error().code, ErrorCode::StationInUse);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::LogRetirementTest)
#include "tst_logretirement.moc"
