// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "app/storage/transaction.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

namespace madoguchi {

class AuditWriterTest : public TestCase {
    Q_OBJECT

    static QStringList actions(Database& database) {
        QStringList actions;
        const AuditPage page = readAuditAsAdministrator(database, {.limit = 1000}).value();
        for (const AuditRecord& record : page.records)
            actions.prepend(record.action);
        return actions;
    }

    static int things(Database& database) {
        Result<Statement> query = database.prepare("SELECT count(*) FROM thing");
        return query && query->step() ? static_cast<int>(query->integer(0)) : -1;
    }

private Q_SLOTS:
    void aDayBeginsAndEndsOnRecord() {
        LogFixture log;
        log.open();
        log.fill(2);
        QVERIFY(log.writer().stop());
        QCOMPARE(actions(log.database()),
                 QStringList({u"program.start"_s, u"draft.open"_s, u"draft.save"_s, u"program.stop"_s}));
        log.kill();
        log.open();
        QCOMPARE(actions(log.database()).last(), u"program.start"_s);
    }

    void anUncleanStopIsRecorded() {
        LogFixture log;
        log.open();
        log.fill(1);
        log.kill();
        log.open();
        QCOMPARE(actions(log.database()), QStringList({u"program.start"_s, u"draft.open"_s,
                                                       u"program.unclean-stop"_s, u"program.start"_s}));
    }

    void theWriterFillsInWhatItKnows() {
        LogFixture log;
        const quint64 sequence = log.open().append({.action = u"draft.save"_s}).value();
        QCOMPARE(sequence, 1);
        const AuditRecord record = readAuditAsAdministrator(log.database(), {}).value().records.front();
        QCOMPARE(record.sequence, sequence);
        QCOMPARE(record.terminal, u"M01"_s);
        QVERIFY(!record.bootId.isEmpty() && record.sinceBoot > 0);
        QVERIFY(qAbs(record.time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }

    void aCheckpointStandsAtEveryThousand() {
        LogFixture log;
        log.open(); // 1 record, 1 checkpoint
        log.fill(2499);
        Result<Statement> query = log.database().prepare("SELECT group_concat(size) FROM checkpoint");
        QVERIFY(query && *query->step());
        QCOMPARE(query->text(0), u"1,1000,2000"_s);
        query->reset();
        QCOMPARE(log.verify().records, 2500);
        QCOMPARE(log.verify().checkpoints, 3);
        QVERIFY(log.writer().checkpoint());
        QVERIFY(log.writer().checkpoint()); // nothing new to sign
        QCOMPARE(log.verify().checkpoints, 4);
    }

    void theRecordAfterACheckpointNamesIt() {
        LogFixture log;
        log.open(); // 1 record, 1 checkpoint
        log.fill(1000);
        const auto records = readAuditAsAdministrator(log.database(), {.limit = 1000}).value().records;
        Result<Statement> query = log.database().prepare("SELECT note FROM checkpoint WHERE size = 1000");
        QVERIFY(query && *query->step());
        const Checkpoint signedHead =
            verifyCheckpoint(query->blob(0), logVerifierKey(log.database()).value()).value();
        for (const AuditRecord& record : records)
            QCOMPARE(!record.checkpointRoot.isEmpty(), record.sequence == 1 || record.sequence == 1000);
        QCOMPARE(records.front().sequence, 1000);
        QCOMPARE(records.front().checkpointRoot, viewOf(signedHead.root).toByteArray());
    }

    void aRecordInsideATransactionIsRefused() {
        LogFixture log;
        log.open();
        {
            Result<Transaction> transaction = Transaction::begin(log.database());
            QVERIFY(transaction);
            const Result<quint64> appended = log.writer().append({.action = u"a"_s});
            QVERIFY(!appended);
            QCOMPARE(appended.error().code, ErrorCode::RecordFailed);
        }
        QVERIFY(log.writer().append({.action = u"a"_s}));
    }

    void aChangeAndItsRecordsBecomeDurableTogether() {
        LogFixture log;
        log.open();
        QVERIFY(log.database().execute("CREATE TABLE thing (name TEXT)"));
        const auto add = [&] { return log.database().execute("INSERT INTO thing VALUES ('one')"); };
        QVERIFY(log.writer().appendTogether({{.action = u"a"_s}, {.action = u"b"_s}}, add));
        QCOMPARE(actions(log.database()), QStringList({u"program.start"_s, u"a"_s, u"b"_s}));
        QCOMPARE(things(log.database()), 1);

        // Its failure is not the log's.
        const auto refuse = [&]() -> Result<> {
            if (const Result<> added = add(); !added)
                return added;
            return fail(ErrorCode::PinDelayed);
        };
        const Result<> refused = log.writer().appendTogether({{.action = u"c"_s}}, refuse);
        QCOMPARE(refused.error().code, ErrorCode::PinDelayed);
        QCOMPARE(things(log.database()), 1);
        QVERIFY(log.writer().append({.action = u"d"_s}));

        // The log's failure undoes the change.
        QVERIFY(log.database().execute("CREATE TRIGGER full BEFORE INSERT ON record WHEN NEW.action = 'f' "
                                       "BEGIN SELECT RAISE(ABORT, 'full'); END"));
        const Result<> failed = log.writer().appendTogether({{.action = u"e"_s}, {.action = u"f"_s}}, add);
        QCOMPARE(failed.error().code, ErrorCode::RecordFailed);
        QVERIFY(log.writer().isBroken());
        QCOMPARE(things(log.database()), 1);
        QVERIFY(log.database().execute("DROP TRIGGER full"));
        log.kill();
        log.open();
        QCOMPARE(actions(log.database()), QStringList({u"program.start"_s, u"a"_s, u"b"_s, u"d"_s,
                                                       u"program.unclean-stop"_s, u"program.start"_s}));
        QCOMPARE(log.verify().verdict, AuditVerification::Verdict::Intact);
    }

    void theHeadIsSignedWithTheRecordsThatAskForIt() {
        LogFixture log;
        log.open(); // 1 record, 1 checkpoint
        QVERIFY(log.writer().appendTogether({{.action = u"a"_s}, {.action = u"b"_s}}));
        QCOMPARE(log.verify().checkpoints, 1);
        QVERIFY(log.writer().appendTogether({{.action = u"c"_s}, {.action = u"d"_s}}, {},
                                            AuditWriter::Head::Signed));
        QCOMPARE(log.verify().checkpoints, 2);
        QVERIFY(log.writer().checkpoint()); // nothing new to sign
        QCOMPARE(log.verify().checkpoints, 2);
        log.fill(994); // 999
        QVERIFY(log.writer().appendTogether({{.action = u"e"_s}, {.action = u"f"_s}}));
        QCOMPARE(log.verify().checkpoints, 3); // at 1,000, in the middle
        QVERIFY(log.writer().checkpoint());
        QCOMPARE(log.verify().checkpoints, 4);
        QCOMPARE(log.verify().verdict, AuditVerification::Verdict::Intact);
    }

    void aRecordThatIsTooLargeDoesNotBreakTheLog() {
        LogFixture log;
        log.open();
        const Result<quint64> appended = log.writer().append({.action = QString(70000, u'a')});
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, ErrorCode::InputTooLarge);
        QVERIFY(!log.writer().appendTogether({{.action = u"b"_s}, {.action = QString(70000, u'a')}}));
        QCOMPARE(log.writer().append({.action = u"a"_s}).value(), 1);
    }

    void afterTheStopNothingIsAccepted() {
        LogFixture log;
        log.open();
        QVERIFY(log.writer().stop());
        QVERIFY(log.writer().stop());
        QVERIFY(!log.writer().append({.action = u"a"_s}));
        QVERIFY(!log.writer().isBroken());
    }

    void afterAFailureNothingIsAccepted() {
        LogFixture log;
        log.open();
        QVERIFY(log.database().execute("PRAGMA query_only = ON"));
        const Result<quint64> failed = log.writer().append({.action = u"a"_s});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::RecordFailed);
        QVERIFY(log.writer().isBroken());
        QVERIFY(log.database().execute("PRAGMA query_only = OFF"));
        QCOMPARE(log.writer().append({.action = u"a"_s}).error().code, ErrorCode::RecordFailed);
        QVERIFY(!log.writer().checkpoint());
        QVERIFY(!log.writer().stop());
        log.kill();
        log.open();
        QCOMPARE(log.verify().verdict, AuditVerification::Verdict::Intact);
    }

    void aCheckpointFileThatCantBeWrittenBreaksTheLog() {
        LogFixture log;
        log.open();
        QVERIFY(QDir().mkpath(log.checkpointFile() + u".new/in-the-way"_s));
        log.fill(1);
        QCOMPARE(log.writer().checkpoint().error().code, ErrorCode::RecordFailed);
        QVERIFY(log.writer().isBroken());
        QVERIFY(QDir(log.checkpointFile() + u".new"_s).removeRecursively());
        log.kill();
        log.open();
        QCOMPARE(log.verify().verdict, AuditVerification::Verdict::Intact);
    }

    void aChangedTailIsRefusedAtTheStart() {
        LogFixture log;
        log.open();
        log.fill(5);
        log.kill();
        log.attack("UPDATE record SET target = 'draft:9' WHERE sequence = 3");
        const auto opened = log.tryOpen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::RecordCorrupt);
        QVERIFY(opened.error().detail.startsWith(u"record 3:"_s));
    }

    void anOlderDatabaseIsRefusedAtTheStart() {
        LogFixture log;
        log.open();
        log.close();
        const QMap<QString, QByteArray> old = log.copyFiles();
        log.open();
        log.fill(5);
        log.close();
        LogFixture::putBack(log.databasePath(), old.value(log.databasePath()));
        const auto opened = log.tryOpen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::RecordCorrupt);
    }

    void ourOwnMistakesCantChangeTheLog() {
        LogFixture log;
        log.open();
        QVERIFY(!log.database().execute("UPDATE record SET target = 'x'"));
        QVERIFY(!log.database().execute("DELETE FROM record"));
        QVERIFY(!log.database().execute("DELETE FROM checkpoint"));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::AuditWriterTest)
#include "tst_auditwriter.moc"
