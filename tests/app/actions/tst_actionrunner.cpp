// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actions/actionrunner.h"
#include "app/audit/auditrecord.h"
#include "app/storage/statement.h"
#include "tests/app/support/teststation.h"
#include "tests/support/testcase.h"

namespace madoguchi {

using namespace Qt::StringLiterals;

class ActionRunnerTest : public TestCase {
    Q_OBJECT

    struct Fixture {
        TestStation station;
        FakeClock clock;
        std::unique_ptr<AuditWriter> audit = expect(
            AuditWriter::open(station.database(), clock, u"T1"_s, station.folder() + u"/checkpoint"_s));
        ActionRunner runner{*audit};

        // What was recorded after the program's start, oldest first.
        QList<AuditRecord> records() {
            Statement rows = expect(station.database().prepare(
                "SELECT body FROM record WHERE action NOT LIKE 'program.%' ORDER BY sequence"));
            QList<AuditRecord> all;
            while (expect(rows.step()))
                all.append(expect(decodeAuditRecord(rows.blob(0))));
            return all;
        }
        // From now on nothing can be written.
        void breakRecording() { expect(station.database().execute("PRAGMA query_only = ON")); }
    };

private Q_SLOTS:
    void theAttemptIsRecordedBeforeTheActionAndTheOutcomeAfterIt() {
        Fixture f;
        const Session session = TestStation::session(Role::Operator, u"op1"_s);
        qsizetype recordsDuringAction = 0;
        const Result<int> result = f.runner.run({ActionId::DraftSave, u"draft:1"_s, {{u"fields"_s, u"2"_s}}},
                                                &session, [&]() -> Result<int> {
                                                    recordsDuringAction = f.records().size();
                                                    return 7;
                                                });
        QCOMPARE(result, 7);
        QCOMPARE(recordsDuringAction, 1);
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].phase, AuditPhase::Attempt);
        QCOMPARE(records[0].action, u"draft.save"_s);
        QCOMPARE(records[0].operatorId, u"op1"_s);
        QCOMPARE(records[0].session, session.facts().id);
        QCOMPARE(records[0].target, u"draft:1"_s);
        QCOMPARE(records[0].details[u"fields"_s], u"2"_s);
        QCOMPARE(records[1].phase, AuditPhase::Outcome);
        QCOMPARE(records[1].outcome, AuditOutcome::Done);
        QCOMPARE(records[1].attempt, records[0].sequence);
    }

    void whatCameOutIsInTheOutcomeOnlyAndOnlyWhenItWentWell() {
        Fixture f;
        const Session session = TestStation::session(Role::Operator, u"op1"_s);
        const auto describe = [](int found) {
            return QMap<QString, QString>{{u"count"_s, QString::number(found)}};
        };
        const ActionCall call{ActionId::DraftSearch, {}, {{u"by"_s, u"kana"_s}}};
        QVERIFY(f.runner.run(
            call, &session, [] { return Result<int>(7); }, describe));
        QVERIFY(!f.runner.run(
            call, &session, []() -> Result<int> { return fail(ErrorCode::DatabaseFailed); }, describe));
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 4);
        QVERIFY(!records[0].details.contains(u"count"_s));
        QCOMPARE(records[1].details, (QMap<QString, QString>{{u"by"_s, u"kana"_s}, {u"count"_s, u"7"_s}}));
        QVERIFY(!records[3].details.contains(u"count"_s));
    }

    void anOutcomeThatIsTooLargeIsRecordedWithoutItsDetails() {
        Fixture f;
        const Session session = TestStation::session(Role::Operator);
        const auto describe = [](int) {
            return QMap<QString, QString>{{u"drafts"_s, QString(70'000, u'd')}};
        };
        QVERIFY(f.runner.run(
            {ActionId::DraftSearch}, &session, [] { return Result<int>(7); }, describe));
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[1].phase, AuditPhase::Outcome);
        QCOMPARE(records[1].outcome, AuditOutcome::Done);
        QVERIFY(!records[1].details.contains(u"drafts"_s));
        QVERIFY(!records[1].details.isEmpty()); // says that something was left out
    }

    void noRecordNoAction() {
        Fixture f;
        const Session session = TestStation::session(Role::Operator);
        f.breakRecording();
        bool ran = false;
        const Result<> result = f.runner.run({ActionId::DraftSave}, &session, [&]() -> Result<> {
            ran = true;
            return {};
        });
        QVERIFY(!ran);
        QCOMPARE(result.error().code, ErrorCode::RecordFailed);
        expect(f.station.database().execute("PRAGMA query_only = OFF"));
        QVERIFY(!f.runner.run({ActionId::DraftSave}, &session, [&]() -> Result<> {
            ran = true;
            return {};
        }));
        QVERIFY(!ran); // once broken, broken
        QCOMPARE(f.runner.note({ActionId::ScreenShow}, &session).error().code, ErrorCode::RecordFailed);
        QVERIFY(f.records().isEmpty());
    }

    void whatTheRoleMayNotDoIsRecordedAsRefusedAndDoesNotRun() {
        Fixture f;
        const Session session = TestStation::session(Role::Auditor, u"aud"_s);
        bool ran = false;
        const Result<> result =
            f.runner.run({ActionId::DraftOpen, u"draft:1"_s}, &session, [&]() -> Result<> {
                ran = true;
                return {};
            });
        QVERIFY(!ran);
        QCOMPARE(result.error().code, ErrorCode::PermissionDenied);
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0].phase, AuditPhase::Event);
        QCOMPARE(records[0].outcome, AuditOutcome::Refused);
        QCOMPARE(records[0].operatorId, u"aud"_s);
        QCOMPARE(records[0].details[u"error"_s], u"PermissionDenied"_s);
    }

    void anEndedSessionAndNoSessionAreRefusedToo() {
        Fixture f;
        Session session = TestStation::session(Role::Operator);
        session.end();
        const auto nothing = []() -> Result<> { return {}; };
        QCOMPARE(f.runner.run({ActionId::DraftOpen}, &session, nothing).error().code,
                 ErrorCode::SessionEnded);
        QCOMPARE(f.runner.run({ActionId::DraftOpen}, nullptr, nothing).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(f.records().size(), 2);
        QCOMPARE(f.records()[0].details[u"error"_s], u"SessionEnded"_s);
        QVERIFY(f.runner.run({ActionId::LoginCancel}, nullptr, nothing));
    }

    void aFailureIsRecordedWithItsCodeAndWithoutItsDetail() {
        Fixture f;
        const Session session = TestStation::session(Role::Operator);
        const auto failing = [&](ErrorCode code) {
            const Result<> result = f.runner.run({ActionId::DraftSave}, &session, [&]() -> Result<> {
                return fail(code, u"葛城 in the detail"_s);
            });
            QCOMPARE(result.error().code, code);
        };
        failing(ErrorCode::DatabaseFailed);
        failing(ErrorCode::InputInvalid);
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 4);
        QCOMPARE(records[1].outcome, AuditOutcome::Failed);
        QCOMPARE(records[1].details, (QMap<QString, QString>{{u"error"_s, u"DatabaseFailed"_s}}));
        QCOMPARE(records[3].outcome, AuditOutcome::Refused);
    }

    void aNoteIsOneEvent() {
        Fixture f;
        const Session session = TestStation::session(Role::Operator, u"op1"_s);
        expect(f.runner.note({ActionId::FieldEdit, u"field:name"_s}, &session));
        expect(f.runner.note({ActionId::ScreenShow, u"screen:waiting"_s}, nullptr));
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].phase, AuditPhase::Event);
        QCOMPARE(records[0].operatorId, u"op1"_s);
        QVERIFY(records[1].operatorId.isEmpty());
    }

    void workAtTheConsoleSaysSo() {
        Fixture f;
        expect(f.runner.runAtConsole({ActionId::CardEnroll}, []() -> Result<> { return {}; }));
        const QList<AuditRecord> records = f.records();
        QCOMPARE(records.size(), 2);
        for (const AuditRecord& record : records)
            QVERIFY(record.operatorId.isEmpty());
        QCOMPARE(records[0].details[u"via"_s], u"console"_s);
    }
};

} // namespace madoguchi

QTEST_GUILESS_MAIN(madoguchi::ActionRunnerTest)
#include "tst_actionrunner.moc"
