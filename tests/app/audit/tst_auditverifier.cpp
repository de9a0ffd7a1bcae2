// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/auditreader.h"
#include "tests/app/audit/logfixture.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace madoguchi {

using Verdict = AuditVerification::Verdict;

class AuditVerifierTest : public TestCase {
    Q_OBJECT

    // start, 30 records, stop: 32 records under two checkpoints, at 1 and 32.
    static void makeDay(LogFixture& log) {
        log.open();
        log.fill(30);
        log.close();
    }

private Q_SLOTS:
    void aWholeLogIsIntact() {
        LogFixture log;
        makeDay(log);
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Intact);
        QCOMPARE(answer.records, 32);
        QCOMPARE(answer.checkpoints, 2);
    }

    void attacksAreFoundAtTheirRecord_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<quint64>("sequence");
        const auto row = [](const char* name, const char* sql, quint64 sequence) {
            QTest::newRow(name) << QByteArray(sql) << sequence;
        };
        row("removed", "DELETE FROM record WHERE sequence = 7", 7);
        row("first removed", "DELETE FROM record WHERE sequence = 0", 0);
        row("removed and closed up",
            "DELETE FROM record WHERE sequence = 7;"
            "UPDATE record SET sequence = sequence - 1 WHERE sequence > 7",
            7);
        row("swapped",
            "UPDATE record SET sequence = -1 WHERE sequence = 4;"
            "UPDATE record SET sequence = 4 WHERE sequence = 9;"
            "UPDATE record SET sequence = 9 WHERE sequence = -1",
            4);
        row("repeated",
            "UPDATE record SET (body, leaf, time, operator, action, target) = (SELECT body, leaf, "
            "time, operator, action, target FROM record WHERE sequence = 3) WHERE sequence = 5",
            5);
        row("search column time", "UPDATE record SET time = time + 1 WHERE sequence = 11", 11);
        row("search column operator", "UPDATE record SET operator = 'op9' WHERE sequence = 12", 12);
        row("search column action", "UPDATE record SET action = 'draft.list' WHERE sequence = 13", 13);
        row("search column target", "UPDATE record SET target = '' WHERE sequence = 14", 14);
        row("leaf", "UPDATE record SET leaf = zeroblob(32) WHERE sequence = 15", 15);
        row("emptied", "UPDATE record SET body = x'' WHERE sequence = 16", 16);
        row("tail cut", "DELETE FROM record WHERE sequence >= 20", 20);
        row("tail and checkpoint cut",
            "DELETE FROM record WHERE sequence >= 20;"
            "DELETE FROM checkpoint WHERE size > 20",
            20);
        row("everything cut", "DELETE FROM record; DELETE FROM checkpoint", 0);
        row("checkpoint removed", "DELETE FROM checkpoint WHERE size = 32", 31);
        row("checkpoint's size changed", "UPDATE checkpoint SET size = 31 WHERE size = 32", 30);
        row("checkpoint's note changed",
            "UPDATE checkpoint SET note = CAST(replace(note, '32', '33') AS BLOB) WHERE size = 32", 31);
        row("checkpoint's peaks changed", "UPDATE checkpoint SET peaks = zeroblob(32) WHERE size = 32", 31);
        row("added",
            "INSERT INTO record SELECT 32, body, leaf, time, operator, action, target FROM record "
            "WHERE sequence = 3",
            32);
    }
    void attacksAreFoundAtTheirRecord() {
        QFETCH(QByteArray, sql);
        QFETCH(quint64, sequence);
        LogFixture log;
        makeDay(log);
        log.attack(sql.constData());
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, sequence);
        QVERIFY(!answer.fault.reason.isEmpty());
    }

    // He has the terminal's files: takes checkpoints away and puts an older note into the checkpoint file.
    void aCheckpointTakenAwayIsFoundThoughTheFileFits() {
        LogFixture log;
        makeDay(log);
        const QByteArray older = log.copyFiles().value(log.checkpointFile());
        makeDay(log);
        LogFixture::putBack(log.checkpointFile(), older);
        log.attack("DELETE FROM checkpoint WHERE size > 32");
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, 32);
        QCOMPARE(answer.fault.reason, u"the checkpoint of 33 records is missing"_s);
        QCOMPARE(log.tryOpen().error().code, ErrorCode::RecordCorrupt);
    }

    void aCheckpointTakenOutOfTheMiddleIsFound() {
        LogFixture log;
        makeDay(log);
        makeDay(log);
        log.attack("DELETE FROM checkpoint WHERE size = 32");
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, 31);
    }

    // What the file and the rows can't tell alone: the log is a whole one, only shorter.
    void aLogCutBackToAnEarlierCheckpointIsFoundByOneKeptElsewhere() {
        LogFixture log;
        makeDay(log);
        const QByteArray older = log.copyFiles().value(log.checkpointFile());
        makeDay(log);
        const QByteArray newer = log.copyFiles().value(log.checkpointFile());
        QCOMPARE(log.verify({older, newer}).verdict, Verdict::Intact);
        LogFixture::putBack(log.checkpointFile(), older);
        log.attack("DELETE FROM checkpoint WHERE size > 32; DELETE FROM record WHERE sequence >= 32");
        QCOMPARE(log.verify({older}).verdict, Verdict::Intact);
        const AuditVerification answer = log.verify({newer, older});
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, 32);
        QVERIFY(answer.fault.reason.contains(u"64 records, 32 are left"_s));
    }

    // Whoever has the log's key can sign another history; not the note that lies elsewhere.
    void anotherHistorySignedWithTheLogsKeyIsFoundByACheckpointKeptElsewhere() {
        LogFixture log;
        makeDay(log);
        const QMap<QString, QByteArray> morning = log.copyFiles();
        makeDay(log);
        const QByteArray kept = log.copyFiles().value(log.checkpointFile());
        for (auto file = morning.begin(); file != morning.end(); ++file)
            LogFixture::putBack(file.key(), file.value());
        makeDay(log);
        QCOMPARE(log.verify().verdict, Verdict::Intact);
        const AuditVerification answer = log.verify({kept});
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QVERIFY(answer.fault.reason.contains(u"has another root"_s));
    }

    void aCheckpointOfAnotherLogDoesNotCount() {
        LogFixture log;
        makeDay(log);
        LogFixture other;
        makeDay(other);
        const QByteArray foreign = other.copyFiles().value(other.checkpointFile());
        QCOMPARE(log.verify({foreign}).verdict, Verdict::Wrong);
        QCOMPARE(log.verify({"no note at all"}).verdict, Verdict::Wrong);
    }

    void everyChangedByteOfARecordIsFound() {
        LogFixture log;
        makeDay(log);
        log.attack("");
        Database database = log.connect().value();
        Statement read = database.prepare("SELECT body FROM record WHERE sequence = 17").value();
        QVERIFY(*read.step());
        const QByteArray body = read.blob(0);
        read.reset();
        Statement write = database.prepare("UPDATE record SET body = ?1 WHERE sequence = 17").value();
        for (qsizetype at = 0; at < body.size(); ++at) {
            QByteArray changed = body;
            changed[at] = static_cast<char>(changed[at] ^ (1 << QRandomGenerator::global()->bounded(8)));
            QVERIFY(write.bind(1, changed).run());
            const auto answer =
                verifyAuditAsAdministrator(database, {.checkpointFile = log.checkpointFile()}).value();
            QCOMPARE(answer.verdict, Verdict::Wrong);
            QCOMPARE(answer.fault.sequence, 17);
        }
        QVERIFY(write.bind(1, body).run());
        QCOMPARE(log.verify().verdict, Verdict::Intact);
    }

    // The attacker knows our formats: body, leaf and columns agree, only the signed root does not.
    void aForgedRecordIsFoundByTheCheckpoint() {
        LogFixture log;
        makeDay(log);
        log.attack("");
        Database database = log.connect().value();
        AuditRecord record = readAuditAsAdministrator(database, {}).value().records.at(31 - 17);
        QCOMPARE(record.sequence, 17);
        record.operatorId = u"op9"_s;
        const QByteArray body = encode(record).value();
        Sha256 hash;
        Statement write =
            database.prepare("UPDATE record SET body = ?1, leaf = ?2, operator = 'op9' WHERE sequence = 17")
                .value();
        QVERIFY(write.bind(1, body).bind(2, viewOf(leafHash(hash, body)).toByteArray()).run());
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, 1); // the first that the broken checkpoint covers alone
        QVERIFY(answer.fault.reason.contains(u"from 1 to 31"_s));
    }

    void aDeletedWriteAheadLogIsFound() {
        LogFixture log;
        log.open();
        log.close(); // tidies the write-ahead log into the database
        log.open();
        log.fill(100);
        QVERIFY(log.writer().checkpoint());
        const QMap<QString, QByteArray> files = log.copyFiles();
        log.kill();
        LogFixture::putBack(log.databasePath(), files.value(log.databasePath()));
        QVERIFY(files.value(log.databasePath() + u"-wal"_s).size() > 100000);
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, 2);
    }

    void anOldCopyOfTheDatabaseIsFound() {
        LogFixture log;
        makeDay(log);
        const QMap<QString, QByteArray> old = log.copyFiles();
        makeDay(log);
        LogFixture::putBack(log.databasePath(), old.value(log.databasePath()));
        const AuditVerification answer = log.verify();
        QCOMPARE(answer.verdict, Verdict::Wrong);
        QCOMPARE(answer.fault.sequence, 32);
    }

    // SQLCipher itself accepts an older copy of a page: its sum covers the page alone.
    void anOldCopyOfAnyPageIsFound() {
        constexpr qsizetype PageBytes = 4096;
        LogFixture log;
        makeDay(log);
        const QByteArray old = log.copyFiles().value(log.databasePath());
        makeDay(log);
        const QByteArray whole = log.copyFiles().value(log.databasePath());
        int changed = 0;
        for (qsizetype at = PageBytes; at + PageBytes <= old.size(); at += PageBytes) {
            if (old.mid(at, PageBytes) == whole.mid(at, PageBytes))
                continue;
            LogFixture::putBack(log.databasePath(),
                                QByteArray(whole).replace(at, PageBytes, old.mid(at, PageBytes)));
            QVERIFY2(log.verify().verdict == Verdict::Wrong, qPrintable(QString::number(at / PageBytes + 1)));
            ++changed;
        }
        QVERIFY(changed >= 4); // the last pages of records, of checkpoints and of the two indexes, at least
        LogFixture::putBack(log.databasePath(), whole);
        QCOMPARE(log.verify().verdict, Verdict::Intact);
    }

    void aDamagedPageIsAFaultAndNoError() {
        LogFixture log;
        log.open();
        log.fill(300);
        log.close();
        QByteArray whole = log.copyFiles().value(log.databasePath());
        whole[whole.size() / 2] = static_cast<char>(whole[whole.size() / 2] ^ 1);
        LogFixture::putBack(log.databasePath(), whole);
        QCOMPARE(log.verify().verdict, Verdict::Wrong);
    }

    void aMissingOrForeignCheckpointFileIsFound() {
        LogFixture log;
        makeDay(log);
        const QByteArray note = log.copyFiles().value(log.checkpointFile());
        QVERIFY(QFile::remove(log.checkpointFile()));
        QCOMPARE(log.verify().verdict, Verdict::Wrong);
        LogFixture other;
        makeDay(other);
        LogFixture::putBack(log.checkpointFile(), other.copyFiles().value(other.checkpointFile()));
        QCOMPARE(log.verify().verdict, Verdict::Wrong);
        LogFixture::putBack(log.checkpointFile(), note);
        QCOMPARE(log.verify().verdict, Verdict::Intact);
    }

    void aLogThatWasReplacedWholeIsFoundByItsKey() {
        LogFixture log;
        makeDay(log);
        const QString key = logVerifierKey(*std::make_unique<Database>(log.connect().value())).value().text();
        Database database = log.connect().value();
        const auto verify = [&](const QString& expected) {
            return verifyAuditAsAdministrator(database, {log.checkpointFile(), expected}).value().verdict;
        };
        QCOMPARE(verify(key), Verdict::Intact);
        QCOMPARE(verify(u"madoguchi/other+00000000+AAAA"_s), Verdict::Wrong);
        QVERIFY(QFile::remove(verifierKeyPath(log.checkpointFile())));
        QCOMPARE(verify({}), Verdict::Wrong);
    }

    void aLogBeingWrittenIsIntactAllTheWhile() {
        LogFixture log;
        log.open();
        Database reader = log.connect(Database::Access::ReadOnly).value();
        quint64 seen = 0;
        AuditVerifyOptions options{.checkpointFile = log.checkpointFile()};
        options.progress = [&](quint64, quint64 total) {
            seen = total;
            log.fill(30); // beside the verification, which must not see it
            return true;
        };
        for (int round = 0; round < 70; ++round) {
            const AuditVerification answer = verifyAuditAsAdministrator(reader, options).value();
            QCOMPARE(answer.verdict, Verdict::Intact);
            QCOMPARE(answer.records, seen);
        }
        QVERIFY(seen > 2000);
    }

    void itCanBeCancelled() {
        LogFixture log;
        makeDay(log);
        Database database = log.connect().value();
        const AuditVerifyOptions options{log.checkpointFile(), {}, [](quint64, quint64) { return false; }};
        QCOMPARE(verifyAuditAsAdministrator(database, options).value().verdict, Verdict::Cancelled);
    }

    void onlyWhoMayVerifyGetsAnAnswer() {
        LogFixture log;
        makeDay(log);
        Database database = log.connect().value();
        QVERIFY(verifyAudit(sessionOf(Role::Auditor), database, {log.checkpointFile()}));
        const auto refused = verifyAudit(sessionOf(Role::Operator), database, {log.checkpointFile()});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::AuditVerifierTest)
#include "tst_auditverifier.moc"
